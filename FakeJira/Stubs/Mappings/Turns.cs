using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace FakeJira.Stubs.Mappings;

/// <summary>
/// Whether a mapping is to answer at all: the state of its scenario, its Times, its time window, its probability. What is limited is claimed under the site's lock,
/// so of any number of requests at once exactly as many get it as it says.
/// </summary>
internal static class Turns
{
    private const int LeastToLookThrough = 1024;
    private const string AtStart = "the start";

    /// <summary>How often mappings with Times have answered on a site. A mapping that was changed starts again; one that is gone is known by its <see cref="Mapping.Identity"/> alone.</summary>
    internal static readonly Slot<ImmutableDictionary<Guid, (object Mapping, int Count)>> Slot = new(ImmutableDictionary<Guid, (object, int)>.Empty);

    /// <summary>Whether it could answer now. To be asked last: a probability uses up chance.</summary>
    public static bool AreOpen(Mapping mapping, StubRequest request) =>
        (mapping.Scenario is not { } scenario || StateOf(scenario, request) == mapping.WhenStateIs)
        && (mapping.Times is null || Left(mapping, request.Site) > 0)
        && (mapping.TimeSettings is not { } time || time.Allows(request.Site.Clock.Now))
        && (mapping.Probability >= 1 || (mapping.Probability > 0 && request.Site.Random.NextDouble() < mapping.Probability));

    /// <summary>What keeps one from answering whose whole Request matches, each as a part that does not. Chance is not asked: it is what is left where nothing else does.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="isDrawn">Whether chance counts as having been kind.</param>
    public static IReadOnlyList<PartResult> Closed(Mapping mapping, StubRequest request, bool isDrawn)
    {
        var closed = new List<PartResult>();
        if (mapping.Scenario is { } scenario && StateOf(scenario, request) is var state && state != mapping.WhenStateIs)
        {
            closed.Add(new($"Scenario {scenario}", 0, mapping.WhenStateIs ?? AtStart, state ?? AtStart));
        }

        if (Left(mapping, request.Site) == 0)
        {
            closed.Add(new("Times", 0, $"at most {mapping.Times}", $"{mapping.Times} already"));
        }

        if (mapping.TimeSettings is { } time && request.Site.Clock.Now is var now && !time.Allows(now))
        {
            closed.Add(new("TimeSettings", 0, time.ToString(), TimeSettings.Shown(now)));
        }

        if (closed.Count == 0 && mapping.Probability < 1 && (!isDrawn || mapping.Probability <= 0))
        {
            closed.Add(new("Probability", 0, mapping.Probability.ToString(CultureInfo.InvariantCulture), "not this time"));
        }

        return closed;
    }

    public static bool NeedClaim(Mapping mapping) => mapping.Scenario is not null || mapping.Times is not null;

    /// <summary>Takes one answer; false when another request was faster. Called under the site's lock.</summary>
    public static bool TryClaim(Mapping mapping, StubRequest request)
    {
        var site = request.Site;
        if (mapping.Times is not null && Left(mapping, site) <= 0)
        {
            return false;
        }

        if (mapping.Scenario is { } scenario)
        {
            switch (site.Scenarios.Take(scenario, mapping.WhenStateIs, mapping.SetStateTo, mapping.TimesInSameState))
            {
                case ScenarioStep.Taken:
                    break;
                case ScenarioStep.InAnotherState:
                    return false;
                case ScenarioStep.WithoutRoom:
                    request.Note($"The scenario '{scenario}' stays at its start: a site remembers no more than {site.Sites.Limits.Scenarios} that have left it; reset some, or start with a higher --scenario-limit.");
                    break;
            }
        }

        if (mapping.Times is not null)
        {
            Note(mapping, site, world => Count(world, mapping) + 1);
        }

        return true;
    }

    /// <summary>How many answers are left; null when there is no limit.</summary>
    public static int? Left(Mapping mapping, Site site) => mapping.Times is { } times ? Math.Max(0, times - Count(site.Read(Slot), mapping)) : null;

    /// <summary>Says how many answers are left of a mapping with Times.</summary>
    public static void SetLeft(Mapping mapping, Site site, int left) => Note(mapping, site, _ => Math.Max(0, (mapping.Times ?? 0) - left));

    private static string? StateOf(string scenario, StubRequest request) => (request.ScenariosSeen ?? request.Site.Scenarios.Snapshot).GetValueOrDefault(scenario)?.State;

    private static void Note(Mapping mapping, Site site, Func<ImmutableDictionary<Guid, (object Mapping, int Count)>, int> count) =>
        site.Replace(Slot, world => Kept(world.SetItem(mapping.Id, (mapping.Identity, count(world))), world.Count, site));

    /// <summary>Without those that are gone, looked for whenever as many again have been counted.</summary>
    private static ImmutableDictionary<Guid, (object Mapping, int Count)> Kept(ImmutableDictionary<Guid, (object Mapping, int Count)> world, int before, Site site) =>
        world.Count > before && world.Count >= LeastToLookThrough && BitOperations.IsPow2(world.Count)
            ? world.RemoveRange(world.Keys.Where(id => !site.Sites.Shared.Files.Index.Has(id) && !site.Stubs.Overlay.Enabled.Contains(id) && !site.Stubs.Overlay.Own.Has(id)))
            : world;

    private static int Count(ImmutableDictionary<Guid, (object Mapping, int Count)> world, Mapping mapping) =>
        world.TryGetValue(mapping.Id, out var used) && ReferenceEquals(used.Mapping, mapping.Identity) ? used.Count : 0;
}
