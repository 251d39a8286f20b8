using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira;

/// <summary>The switches of a Jira site by their names.</summary>
internal static class JiraSwitches
{
    private const string On = "on";
    private const string Off = "off";

    /// <summary>The switches as parts of the settings.</summary>
    public static IReadOnlyList<JiraSwitch> Parts { get; } =
    [
        Flag("jira.votingEnabled", "Allow users to vote on issues: a setting of the vendor's site.", true, true, settings => settings.VotingEnabled, (settings, value) => settings with { VotingEnabled = value }),
        Choice("removeMissingVote", "The status of DELETE without a vote.", "404", "204", ["404", "204"], settings => settings.MissingVoteIsRemoved ? "204" : "404", (settings, value) => settings with { MissingVoteIsRemoved = value == "204" }),
        Flag("rejectBadCredentials", "Wrong credentials are 401 instead of anonymous.", true, false, settings => settings.RejectBadCredentials, (settings, value) => settings with { RejectBadCredentials = value }),
        Choice("anonymousVote", "A vote without a user is 401 always, or only where anonymous callers see the issue.", "always", "ifVisible", ["always", "ifVisible"], settings => settings.AnonymousVote == AnonymousVote.Always ? "always" : "ifVisible", (settings, value) => settings with { AnonymousVote = value == "always" ? AnonymousVote.Always : AnonymousVote.IfVisible }),
        Choice("bearerOnSite", "A Bearer token on the site's own host is an OAuth access token, or refused (403).", "oauth", "refused", ["oauth", "refused"], settings => settings.BearerOnSite == BearerOnSite.Oauth ? "oauth" : "refused", (settings, value) => settings with { BearerOnSite = value == "oauth" ? BearerOnSite.Oauth : BearerOnSite.Refused }),
        Choice("xsrfCheck", "A write with a browser's User-Agent is refused.", Off, On, [Off, On], settings => settings.XsrfCheck ? On : Off, (settings, value) => settings with { XsrfCheck = value == On }),
        Choice("getWithBody", "GET with a body is accepted, or refused (403).", "accepted", "refused", ["accepted", "refused"], settings => settings.RefusesGetWithBody ? "refused" : "accepted", (settings, value) => settings with { RefusesGetWithBody = value == "refused" }),
        Flag("reporterMayVote", "The reporter of an issue may vote for it.", true, true, settings => settings.ReporterMayVote, (settings, value) => settings with { ReporterMayVote = value }),
        Flag("votingOnResolvedIssues", "Votes on resolved issues can be cast and withdrawn.", true, true, settings => settings.VotingOnResolvedIssues, (settings, value) => settings with { VotingOnResolvedIssues = value }),
        Flag("legacySearch", "The removed search operations still work.", false, false, settings => settings.LegacySearch, (settings, value) => settings with { LegacySearch = value }),
        Choice("searchIndexDelay", "How many seconds the search lags behind a change.", "0", "0", [], settings => settings.SearchIndexDelay.ToString(System.Globalization.CultureInfo.InvariantCulture), (settings, value) => settings with { SearchIndexDelay = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) }),
        Choice("jiraIssues", "How many issues there are when no client can create another.", "100000", "100000", [], settings => settings.MostIssues.ToString(System.Globalization.CultureInfo.InvariantCulture), (settings, value) => settings with { MostIssues = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) }),
        Choice("jiraProjects", "How many projects there are when no client can make another.", "10000", "10000", [], settings => settings.MostProjects.ToString(System.Globalization.CultureInfo.InvariantCulture), (settings, value) => settings with { MostProjects = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) }),
        Choice("jiraMegabytes", "How much room the issues, projects and users of the site have, about.", "512", "512", [], settings => settings.Megabytes.ToString(System.Globalization.CultureInfo.InvariantCulture), (settings, value) => settings with { Megabytes = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) }),
        Choice("rateLimits", "The live service's rate limits are enforced.", Off, Off, [Off, On], settings => settings.RateLimits ? On : Off, (settings, value) => settings with { RateLimits = value == On }),
    ];

    /// <summary>The switches of a site.</summary>
    public static IReadOnlyList<Switch> All { get; } = [.. Parts.Select(part => part.OfSite())];

    /// <exception cref="FakeJiraException">A setting has a value that its switch has not.</exception>
    public static void Check(JiraSettings value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Mistake.IfNone(value.AnonymousVote, "anonymous vote");
        Mistake.IfNone(value.BearerOnSite, "kind of Bearer token");
        foreach (var part in Parts)
        {
            part.OfSite().Check(part.Get(value));
        }
    }

    private static JiraSwitch Flag(string name, string summary, bool documented, bool observed, Func<JiraSettings, bool> get, Func<JiraSettings, bool, JiraSettings> set) =>
        Choice(name, summary, documented ? "true" : "false", observed ? "true" : "false", ["true", "false"], settings => get(settings) ? "true" : "false", (settings, value) => set(settings, value == "true"));

    private static JiraSwitch Choice(string name, string summary, string documented, string observed, IReadOnlyList<string> values, Func<JiraSettings, string> get, Func<JiraSettings, string, JiraSettings> set) =>
        new(name, summary, documented, observed, values, get, set);
}

/// <summary>One switch as a part of the settings.</summary>
internal sealed record JiraSwitch(string Name, string Summary, string Documented, string Observed, IReadOnlyList<string> Values, Func<JiraSettings, string> Get, Func<JiraSettings, string, JiraSettings> Set)
{
    /// <summary>Its name within the section jira of a state document.</summary>
    public string NameInSection => Name.StartsWith("jira.", StringComparison.Ordinal) ? Name["jira.".Length..] : Name;

    public Switch OfSite() => Switch.Choice(Name, Summary, Documented, Observed, Values, JiraContract.World, world => Get(world.Settings), (world, value) => world with { Settings = Set(world.Settings, value) });
}
