using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Reading;

/// <summary>How one contract's world is written as a section of the state document, and read from it. The seed document is the same.</summary>
/// <param name="section">The name of the section.</param>
public abstract class WorldDocument(string section)
{
    /// <summary>The name of the section, for example <c>jira</c>.</summary>
    public string Section => section;

    /// <summary>Reads a section into a site that was told nothing yet; every mistake is noted at its place.</summary>
    internal abstract void Read(JsonNodeAt node, Site fresh);

    /// <summary>Writes the section of a state.</summary>
    internal abstract JObject Write(SiteState state);
}

/// <summary>Makes the section of a world. A delegate of its own, because <c>Func</c> of it would load the whole of Newtonsoft.Json before anybody writes a section.</summary>
/// <param name="world">The world.</param>
public delegate JObject WorldWriter<TWorld>(TWorld world)
    where TWorld : class;

/// <summary>The same for a world of one type.</summary>
/// <param name="section">The name of the section.</param>
/// <param name="slot">Where the world is.</param>
/// <param name="read">Makes a world of a section and of the empty world it starts from, whose settings hold where the section says nothing; notes every mistake.</param>
/// <param name="write">Makes the section of a world: reading it gives an equal world.</param>
public sealed class WorldDocument<TWorld>(string section, Slot<TWorld> slot, Func<JsonNodeAt, TWorld, TWorld> read, WorldWriter<TWorld> write) : WorldDocument(section)
    where TWorld : class
{
    internal override void Read(JsonNodeAt node, Site fresh) => fresh.Replace(slot, empty => read(node, empty));

    internal override JObject Write(SiteState state) => write(slot.Index < state.Root.Length ? (TWorld)state.Root[slot.Index] : slot.Empty);
}
