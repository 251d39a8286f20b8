using System.Collections.Immutable;

namespace FakeJira.Stubs;

/// <summary>Where a scenario stands.</summary>
/// <param name="Name">Its name; any case means the same.</param>
/// <param name="State">Its state, case-sensitive; null at the start.</param>
/// <param name="Counter">How many answers were given in this state.</param>
/// <param name="IsStarted">Whether one of its mappings has answered.</param>
/// <param name="IsFinished">Whether the last answer led to no further state.</param>
public sealed record ScenarioState(string Name, string? State, int Counter, bool IsStarted, bool IsFinished);

/// <summary>What became of a step.</summary>
internal enum ScenarioStep
{
    /// <summary>It was taken.</summary>
    Taken,

    /// <summary>The scenario is in another state by now.</summary>
    InAnotherState,

    /// <summary>There are too many scenarios to remember another: it stays at its start.</summary>
    WithoutRoom,
}

/// <summary>The scenarios of a site. Part of its state: captured, restored and reset with it.</summary>
public sealed class Scenarios
{
    private static readonly Slot<ImmutableSortedDictionary<string, ScenarioState>> Slot = new(ImmutableSortedDictionary.Create<string, ScenarioState>(StringComparer.OrdinalIgnoreCase));

    /// <summary>How long a name or a state from a client or a file may be: it stays when the mapping that named it is gone.</summary>
    internal const int LongestText = 1000;

    private readonly Site _site;

    internal Scenarios(Site site) => _site = site;

    /// <summary>Those that have left their start or were set, by name.</summary>
    public IReadOnlyList<ScenarioState> All => [.. _site.Read(Slot).Values];

    /// <summary>Where a scenario stands; null when nothing has happened to it.</summary>
    public ScenarioState? Find(string name) => _site.Read(Slot).GetValueOrDefault(name);

    /// <summary>Puts a scenario into a state, null for the start; false when there are too many scenarios.</summary>
    public bool Set(string name, string? state) => _site.Change(Slot, world => HasRoom(world, name)
        ? (world.SetItem(name, new(world.GetValueOrDefault(name)?.Name ?? name, state, 0, state is not null, false)), true)
        : (world, false));

    /// <summary>Puts a scenario back to its start; false when nothing had happened to it.</summary>
    public bool Reset(string name) => _site.Change(Slot, world => (world.Remove(name), world.ContainsKey(name)));

    /// <summary>Puts all of them back to their start.</summary>
    public void ResetAll() => _site.Replace(Slot, _ => Slot.Empty);

    /// <summary>Puts a scenario where it stood; false when there are too many scenarios.</summary>
    internal bool Put(ScenarioState state) => _site.Change(Slot, world => HasRoom(world, state.Name) ? (world.SetItem(state.Name, state), true) : (world, false));

    /// <summary>All of them at one moment.</summary>
    internal ImmutableSortedDictionary<string, ScenarioState> Snapshot => _site.Read(Slot);

    /// <summary>
    /// Takes a step: one of the answers that the state allows. After the last of them comes the next state, or the start where none is named, as in WireMock.Net.
    /// </summary>
    internal ScenarioStep Take(string name, string? whenStateIs, string? setStateTo, int times) => _site.Change(Slot, world =>
    {
        var now = world.GetValueOrDefault(name) ?? new ScenarioState(name, null, 0, false, false);
        if (now.State != whenStateIs)
        {
            return (world, ScenarioStep.InAnotherState);
        }

        if (setStateTo is null && !world.ContainsKey(name))
        {
            return (world, ScenarioStep.Taken);
        }

        if (!HasRoom(world, name))
        {
            return (world, ScenarioStep.WithoutRoom);
        }

        var isLast = now.Counter + 1 >= times;
        var next = now with { State = isLast ? setStateTo : now.State, Counter = isLast ? 0 : now.Counter + 1, IsStarted = true, IsFinished = setStateTo is null };
        return (next == now ? world : world.SetItem(name, next), ScenarioStep.Taken);
    });

    private bool HasRoom(ImmutableSortedDictionary<string, ScenarioState> world, string name) => world.Count < _site.Sites.Limits.Scenarios || world.ContainsKey(name);
}
