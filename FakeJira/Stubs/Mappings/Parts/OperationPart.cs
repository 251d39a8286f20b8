namespace FakeJira.Stubs.Mappings.Parts;

/// <summary>The operation that the request would reach, however its path is spelled.</summary>
internal sealed class OperationPart(string operation) : RequestPart
{
    public override string Name => "Operation";

    public override string Expected => operation;

    public override double Score(StubRequest request) => request.Route is { } route && route.Operation.Name == operation ? 1 : 0;

    public override string Actual(StubRequest request) => request.Route?.Operation.Name ?? "none";
}
