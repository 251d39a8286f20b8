using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Reading;

/// <summary>How one contract's world is written as a section of the state document, and read from it. The seed document is the same.</summary>
/// <param name="section">The name of the section.</param>
public abstract class WorldDocument(string section)
{
    /// <summary>The name of the section, for example <c>jira</c>.</summary>
    public string Section => section;

    /// <summary>Reads a section; every mistake is noted at its place. Null when there was one.</summary>
    internal abstract Action<Site>? Read(JsonNodeAt node, ProblemList problems);

    /// <summary>Writes the section of a site.</summary>
    internal abstract JObject Write(SiteState state);

    /// <summary>Puts the world of a site that was told nothing.</summary>
    internal abstract void Clear(Site site);
}

/// <summary>The same for a world of one type.</summary>
/// <param name="section">The name of the section.</param>
/// <param name="slot">Where the world is.</param>
/// <param name="read">Makes a world of a section, noting every mistake; what it returns counts only when there was none.</param>
/// <param name="write">Makes the section of a world: reading it gives an equal world.</param>
public sealed class WorldDocument<TWorld>(string section, Slot<TWorld> slot, Func<JsonNodeAt, TWorld> read, Func<TWorld, JObject> write) : WorldDocument(section)
    where TWorld : class
{
    internal override Action<Site>? Read(JsonNodeAt node, ProblemList problems)
    {
        var world = read(node);
        return problems.HasErrors ? null : site => site.Replace(slot, _ => world);
    }

    internal override JObject Write(SiteState state) => write(slot.Index < state.Root.Length ? (TWorld)state.Root[slot.Index] : slot.Empty);

    internal override void Clear(Site site) => site.Replace(slot, _ => slot.Empty);
}
