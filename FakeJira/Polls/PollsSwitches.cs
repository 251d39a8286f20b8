using System.Globalization;
using FakeJira.Polls.World;
using FakeJira.Stubs;

namespace FakeJira.Polls;

/// <summary>The switches of the polls of a site by their names.</summary>
internal static class PollsSwitches
{
    private const string Upsert = "upsert";

    /// <summary>The switches as parts of the settings.</summary>
    public static IReadOnlyList<PollsSwitch> Parts { get; } =
    [
        new("pollUpdateUnknown", "The status of PUT for a poll id that the content lacks: 200 makes the poll (upsert is the same).", "404", ["404", "400", "200", Upsert], settings => TextOf(settings.UpdateUnknown), (settings, value) => settings with { UpdateUnknown = UpdateUnknownOf(value) }),
        new("pollGetById", "GET with a poll id answers a list of that poll, or the poll itself.", "array", ["array", "object"], settings => settings.GetByIdAsObject ? "object" : "array", (settings, value) => settings with { GetByIdAsObject = value == "object" }),
        Flag("strictPolls", "Polls that make no sense are refused.", settings => settings.Strict, (settings, value) => settings with { Strict = value }),
        new("pollsMegabytes", "How much room the polls of the site have, about.", "256", [], settings => settings.Megabytes.ToString(CultureInfo.InvariantCulture), (settings, value) => settings with { Megabytes = int.Parse(value, CultureInfo.InvariantCulture) }),
        Flag("pollsCheckIssues", "Polls of a Jira endpoint belong to issues of the site; what is no issue has none.", settings => settings.CheckIssues, (settings, value) => settings with { CheckIssues = value }),
    ];

    /// <summary>The switches of a site.</summary>
    public static IReadOnlyList<Switch> All { get; } = [.. Parts.Select(part => part.OfSite())];

    /// <exception cref="FakeJiraException">A setting has a value that its switch has not.</exception>
    public static void Check(PollsSettings value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Mistake.IfNone(value.UpdateUnknown, "way to update an unknown poll");
        foreach (var part in Parts)
        {
            part.OfSite().Check(part.Get(value));
        }
    }

    private static string TextOf(UnknownPoll choice) => choice switch
    {
        UnknownPoll.NotFound => "404",
        UnknownPoll.BadRequest => "400",
        UnknownPoll.Created => "200",
    };

    private static UnknownPoll UpdateUnknownOf(string value) => value switch
    {
        "400" => UnknownPoll.BadRequest,
        "200" or Upsert => UnknownPoll.Created,
        _ => UnknownPoll.NotFound,
    };

    private static PollsSwitch Flag(string name, string summary, Func<PollsSettings, bool> get, Func<PollsSettings, bool, PollsSettings> set) =>
        new(name, summary, "false", ["true", "false"], settings => get(settings) ? "true" : "false", (settings, value) => set(settings, value == "true"));
}

/// <summary>One switch as a part of the settings; both profiles have it at the same value, as nothing was observed.</summary>
internal sealed record PollsSwitch(string Name, string Summary, string Value, IReadOnlyList<string> Values, Func<PollsSettings, string> Get, Func<PollsSettings, string, PollsSettings> Set)
{
    public Switch OfSite() => Switch.Choice(Name, Summary, Value, Value, Values, PollsContract.World, world => Get(world.Settings), (world, value) => world with { Settings = Set(world.Settings, value) });
}
