using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs.Mappings.Parts;

/// <summary>One thing that a mapping looks at in a request.</summary>
internal abstract class RequestPart
{
    private const int ShownLimit = 200;

    /// <summary>What it looks at, for example <c>Path</c> or <c>Header X-Tenant</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What it wants, for people and complete: parts of one name that say the same are the same.</summary>
    public abstract string Expected { get; }

    /// <summary>From 0 to 1, which is a match.</summary>
    public abstract double Score(StubRequest request);

    /// <summary>What the request has, for people.</summary>
    public abstract string Actual(StubRequest request);

    /// <summary>Texts as people read them, cut where they are long.</summary>
    protected static string Shown(IEnumerable<string> texts) =>
        texts.Select(text => Matcher.Quoted(text.Length > ShownLimit ? text[..ShownLimit] + "…" : text)).ToList() is { Count: > 0 } shown ? string.Join(", ", shown) : "absent";
}
