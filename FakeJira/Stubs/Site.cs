using System.Collections.Concurrent;
using FakeJira.Stubs.Covering;
using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs;

/// <summary>
/// One isolated universe. Its state is an immutable root, a world for each contract: a write swaps the root under the site's lock, a read takes it without.
/// </summary>
public sealed class Site
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<Type, object> _passing = [];
    private object[] _root = [];
    private long _traces;
    private SiteState _seed;

    internal Site(string name, SiteOptions options, Sites sites)
    {
        Name = name;
        Id = NameGuid.Of("site " + name);
        Sites = sites;
        PublicUrl = options.PublicUrl?.TrimEnd('/');
        Clock = new SiteClock(options.Time);
        Random = new SeededSource(options.RandomSeed);
        Journal = new Journal(options.JournalCapacity, options.Limits.JournalBody, options.Limits.JournalBytes) { Names = new(this) };
        Covered = new CoverageCounts(sites.Covered.Rules);
        Findings = new Findings(Journal);
        Stubs = new SiteStubs(this);
        Scenarios = new Scenarios(this);
        Faults = new Faults(this);
        _seed = Capture();
    }

    /// <summary>Raised after the state was changed: which part of it, or null when all of it was replaced. Handlers must be quick and must not throw; they may run under the site's lock.</summary>
    internal event Action<Slot?>? Changed;

    /// <summary>Its name; <c>default</c> for the one at the plain path.</summary>
    public string Name { get; }

    /// <summary>Its id on the vendors' platforms (Jira's cloudId): a function of its name.</summary>
    public Guid Id { get; }

    /// <summary>The port that is its alone; null for none.</summary>
    public int? Port { get; internal set; }

    /// <summary>How long it may go unasked before it is removed; null for ever.</summary>
    public TimeSpan? Idle { get; internal init; }

    /// <summary>When it was asked last, by the timestamps of the server's time.</summary>
    internal long Asked { get; set; }

    /// <summary>The sites of its server, itself among them.</summary>
    public Sites Sites { get; }

    /// <summary>What links in answers start with; null for the scheme and host of the request.</summary>
    public string? PublicUrl { get; }

    /// <summary>Its time.</summary>
    public SiteClock Clock { get; }

    /// <summary>Its chance.</summary>
    public SeededSource Random { get; }

    /// <summary>What it was asked and what it answered.</summary>
    public Journal Journal { get; }

    /// <summary>What its clients sent beyond what is documented, and how they behaved.</summary>
    public Findings Findings { get; }

    /// <summary>Where the scenarios of its mappings stand.</summary>
    public Scenarios Scenarios { get; }

    /// <summary>What goes wrong on it.</summary>
    public Faults Faults { get; }

    /// <summary>Which answers of the contracts it has shown, since it was made or reset; those of its server are kept for as long as that runs.</summary>
    public Coverage Coverage => Covered.Snapshot();

    internal CoverageCounts Covered { get; }

    /// <summary>How much later every answer of a mapping or operation is sent.</summary>
    internal TimeSpan ProcessingDelay { get; set; }

    /// <summary>What was added, removed or disabled at run time, and the table that follows from it.</summary>
    internal SiteStubs Stubs { get; }

    /// <summary>The world of a contract as it is now.</summary>
    public TWorld Read<TWorld>(Slot<TWorld> slot)
        where TWorld : class
    {
        ArgumentNullException.ThrowIfNull(slot);
        var root = Volatile.Read(ref _root);
        return slot.Index < root.Length ? (TWorld)root[slot.Index] : slot.Empty;
    }

    /// <summary>Applies a command: a function from the world to the next world and an outcome, run once, alone.</summary>
    public TOutcome Change<TWorld, TOutcome>(Slot<TWorld> slot, Func<TWorld, (TWorld World, TOutcome Outcome)> command)
        where TWorld : class
    {
        ArgumentNullException.ThrowIfNull(slot);
        ArgumentNullException.ThrowIfNull(command);
        lock (_gate)
        {
            var before = Read(slot);
            var (after, outcome) = command(before);
            if (!ReferenceEquals(before, after))
            {
                Put(slot, slot.Settle is { } settle ? settle(before, after, Clock) : after);
            }

            return outcome;
        }
    }

    /// <summary>Replaces the world of a contract.</summary>
    public void Replace<TWorld>(Slot<TWorld> slot, Func<TWorld, TWorld> next)
        where TWorld : class => Change(slot, world => (next(world), true));

    /// <summary>The state as it is now: shared, not copied, so it costs nothing.</summary>
    public SiteState Capture()
    {
        lock (_gate)
        {
            var (frozenAt, offset, rulesDelays) = Clock.Capture();
            return new SiteState(_root, Random.Position, frozenAt, offset) { ClockRulesDelays = rulesDelays };
        }
    }

    /// <summary>Puts a captured state in place, of this site or of another.</summary>
    public void Restore(SiteState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        lock (_gate)
        {
            Volatile.Write(ref _root, state.Root);
            Stubs.Refresh();
            Random.Position = state.RandomPosition;
            Clock.Restore(state);
        }

        Changed?.Invoke(null);
    }

    /// <summary>From now on a reset goes back to <paramref name="state"/>, or to the state as it is now.</summary>
    public void KeepAsSeed(SiteState? state = null) => _seed = state ?? Capture();

    /// <summary>Back to the seed; journal and coverage are emptied.</summary>
    public void Reset()
    {
        Restore(_seed);
        ProcessingDelay = TimeSpan.Zero;
        Interlocked.Exchange(ref _traces, 0);
        _passing.Clear();
        Covered.Clear();
        Journal.Clear();
    }

    /// <summary>What a contract keeps of this site beside its world, one of each type: not in the state document, and gone after a reset. It has to be thread-safe and bounded.</summary>
    public T Passing<T>()
        where T : class, new() => (T)_passing.GetOrAdd(typeof(T), static _ => new T());

    /// <summary>Two ids of 32 hexadecimal digits for an answer: a function of the random seed and of how many were taken.</summary>
    public (string First, string Second) NextTrace()
    {
        var number = Interlocked.Add(ref _traces, 4);
        var seed = Random.Seed ^ 0x7ACE;
        return (SeededSource.HexAt(seed, number), SeededSource.HexAt(seed, number + 2));
    }

    /// <summary>Runs something alone, under the site's lock.</summary>
    internal T Locked<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }

    private void Put(Slot slot, object world)
    {
        var root = _root.Length > slot.Index ? (object[])_root.Clone() : [.. _root, .. Slot.EmptyRoot(Slot.Count)[_root.Length..]];
        root[slot.Index] = world;
        Volatile.Write(ref _root, root);
        Changed?.Invoke(slot);
    }
}
