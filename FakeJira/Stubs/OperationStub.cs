namespace FakeJira.Stubs;

/// <summary>An operation, or what a contract says to requests that reach none, as an entry of the table.</summary>
internal sealed class OperationStub(Func<StubRequest, StubResponse> callback) : Stub
{
    /// <summary>Where operations stand: behind every mapping that does not say otherwise.</summary>
    public const int OperationPriority = 1000;

    /// <summary>Where a contract's answer to everything else stands.</summary>
    public const int UnservedPriority = 2000;

    public override bool Matches(StubRequest request) => true;

    public override ValueTask<StubResponse> AnswerAsync(StubRequest request) => new(callback(request));

    public static OperationStub Of(Operation operation) => new(operation.Callback)
    {
        Id = NameGuid.Of(operation.Name),
        Name = operation.Name,
        Priority = OperationPriority,
        Details = -1,
        Methods = [operation.Method],
        Operation = operation.Name,
    };

    public static OperationStub OfUnserved(Contract contract) => new(contract.Unserved ?? throw new ArgumentException($"{contract.Name} has a territory and no answer for it."))
    {
        Id = NameGuid.Of(contract.Name),
        Name = contract.Name + ".unserved",
        Priority = UnservedPriority,
        Details = -1,
    };
}
