namespace FakeJira.Stubs.Mappings;

/// <summary>One thing that a mapping looks at in a request.</summary>
internal abstract class RequestPart
{
    /// <summary>What it looks at, for example <c>Path</c> or <c>Header X-Tenant</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it wants, for people.</summary>
    public abstract string Expected { get; }

    /// <summary>From 0 to 1, which is a match.</summary>
    public abstract double Score(StubRequest request);

    /// <summary>What the request has, for people.</summary>
    public abstract string Actual(StubRequest request);
}
