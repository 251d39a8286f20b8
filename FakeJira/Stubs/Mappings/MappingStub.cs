namespace FakeJira.Stubs.Mappings;

/// <summary>A mapping as an entry of the table.</summary>
internal sealed class MappingStub : Stub
{
    private MappingStub(Mapping mapping) => Mapping = mapping;

    /// <summary>What it was made of.</summary>
    public Mapping Mapping { get; }

    /// <summary>Its document, and what was compiled of it.</summary>
    internal override long Size => Mapping.Size;

    public override bool NeedsClaim => Turns.NeedClaim(Mapping);

    /// <summary>Its turn is asked last, because a probability uses up chance.</summary>
    public override bool Matches(StubRequest request) => Mapping.Request.Matches(request) && Turns.AreOpen(Mapping, request);

    public override bool TryClaim(StubRequest request) => Turns.TryClaim(Mapping, request);

    public override ValueTask<StubResponse> AnswerAsync(StubRequest request) => Mapping.Response.AnswerAsync(request, Mapping);

    /// <summary>A scenario's state counts as a part of the request that is looked at.</summary>
    public static MappingStub Of(Mapping mapping, long order) => new(mapping)
    {
        Id = mapping.Id,
        Name = mapping.Name,
        Priority = mapping.Priority,
        Details = mapping.Request.Details + (mapping.Scenario is null ? 0 : 1),
        Probability = mapping.Probability,
        Order = order,
        Paths = mapping.Request.Paths,
        Methods = mapping.Request.Methods,
        Operation = mapping.Request.Operation,
    };
}
