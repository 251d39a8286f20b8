using System.Globalization;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;

namespace FakeJira.IdeaBank;

/// <summary>The switches of the idea banks by their names.</summary>
internal static class IdeaBankSwitches
{
    /// <summary>The switches as parts of the settings.</summary>
    public static IReadOnlyList<IdeaBankSwitch> Parts { get; } =
    [
        new("deleteVoteOnClosed", "The status of DELETE of a vote where the proposal is no longer open: 404, and the vote stays, or 204.", "404", ["404", "204"],
            settings => settings.DeleteVoteOnClosed == ClosedVote.Stays ? "404" : "204", (settings, value) => settings with { DeleteVoteOnClosed = value == "404" ? ClosedVote.Stays : ClosedVote.IsRemoved }),
        new("ideaBankMegabytes", "How much room the idea banks of the site have, about.", "512", [],
            settings => settings.Megabytes.ToString(CultureInfo.InvariantCulture), (settings, value) => settings with { Megabytes = int.Parse(value, CultureInfo.InvariantCulture) }),
        new("strictContentType", "A POST to an idea bank without application/json is refused.", "false", ["true", "false"],
            settings => settings.StrictContentType ? "true" : "false", (settings, value) => settings with { StrictContentType = value == "true" }),
    ];

    /// <summary>The switches of a site.</summary>
    public static IReadOnlyList<Switch> All { get; } = [.. Parts.Select(part => part.OfSite)];

    /// <exception cref="FakeJiraException">A setting has a value that its switch has not.</exception>
    public static void Check(IdeaBankSettings value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Mistake.IfNone(value.DeleteVoteOnClosed, "way to withdraw a vote");
        foreach (var part in Parts)
        {
            part.OfSite.Check(part.Get(value));
        }
    }
}

/// <summary>One switch as a part of the settings; both profiles have the same value.</summary>
internal sealed record IdeaBankSwitch(string Name, string Summary, string Default, IReadOnlyList<string> Values, Func<IdeaBankSettings, string> Get, Func<IdeaBankSettings, string, IdeaBankSettings> Set)
{
    public Switch OfSite { get; } = Switch.Choice(Name, Summary, Default, Default, Values, IdeaBankContract.World, world => Get(world.Settings), (world, value) => world with { Settings = Set(world.Settings, value) });
}
