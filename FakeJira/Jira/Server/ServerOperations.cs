using FakeJira.Jira.Platform;
using FakeJira.Stubs;

namespace FakeJira.Jira.Server;

/// <summary>What clients ask a site before anything else: its version, its features, who is signed in.</summary>
internal static class ServerOperations
{
    private static readonly DateTimeOffset Built = new(2026, 3, 2, 9, 41, 12, TimeSpan.Zero);

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.serverInfo.get", "GET", "/serverInfo", "What the site is.", Scopes.None, [ServerRules.Info200], Info).Knows(),
        JiraOperation.Define("jira.configuration.get", "GET", "/configuration", "Which optional features are on.", new("read:jira-user", "read:instance-configuration:jira", "read:issue.time-tracking:jira"), [ServerRules.Configuration200], Configuration, Callers.Users).Knows(),
        JiraOperation.Define("jira.locale.get", "GET", "/mypreferences/locale", "The language of the caller.", new("manage:jira-configuration", "read:user-configuration:jira"), [ServerRules.Locale200], Locale).Knows(),
        JiraOperation.At("jira.session.get", "GET", "/rest/auth/{session:1|latest}/session", "Who is signed in.", Scopes.None, [ServerRules.Session200, ServerRules.Session401], Session).Knows(),
        JiraOperation.At("jira.session.delete", "DELETE", "/rest/auth/{session:1|latest}/session", "Ends the session.", Scopes.None, [ServerRules.SessionDelete204, ServerRules.Session401], EndSession).Knows(),
    ];

    private static StubResponse Info(JiraCall call) => JiraJson.Answer(200, call, static (json, call) =>
    {
        json.WriteStartObject();
        json.WriteString("baseUrl", call.Request.BaseUrl);
        json.WriteString("version", "1001.0.0-SNAPSHOT");
        json.WriteStartArray("versionNumbers");
        json.WriteNumberValue(1001);
        json.WriteNumberValue(0);
        json.WriteNumberValue(0);
        json.WriteEndArray();
        json.WriteString("deploymentType", "Cloud");
        json.WriteNumber("buildNumber", 100300);
        json.WriteString("buildDate", Timestamps.Of(Built, call.User));
        json.WriteString("serverTime", Timestamps.Of(call.Now, call.User));
        json.WriteString("scmInfo", "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c");
        json.WriteString("serverTitle", "Jira");
        json.WriteString("serverTimeZone", call.User?.TimeZone ?? "Etc/UTC");
        json.WriteEndObject();
    }, ServerRules.Info200, call.Who);

    private static StubResponse Configuration(JiraCall call) => JiraJson.Answer(200, call.World.Settings.VotingEnabled, static (json, votingEnabled) =>
    {
        json.WriteStartObject();
        json.WriteBoolean("votingEnabled", votingEnabled);
        json.WriteBoolean("watchingEnabled", true);
        json.WriteBoolean("unassignedIssuesAllowed", true);
        json.WriteBoolean("subTasksEnabled", true);
        json.WriteBoolean("issueLinkingEnabled", true);
        json.WriteBoolean("timeTrackingEnabled", true);
        json.WriteBoolean("attachmentsEnabled", true);
        json.WriteStartObject("timeTrackingConfiguration");
        json.WritePropertyName("workingHoursPerDay");
        json.WriteRawValue("8.0");
        json.WritePropertyName("workingDaysPerWeek");
        json.WriteRawValue("5.0");
        json.WriteString("timeFormat", "pretty");
        json.WriteString("defaultUnit", "minute");
        json.WriteEndObject();
        json.WriteEndObject();
    }, ServerRules.Configuration200, call.Who);

    private static StubResponse Locale(JiraCall call) =>
        JiraJson.Answer(200, "en_US", static (json, locale) =>
        {
            json.WriteStartObject();
            json.WriteString("locale", locale);
            json.WriteEndObject();
        }, ServerRules.Locale200, call.Who);

    private static StubResponse Session(JiraCall call) => call.User is not { } user ? NobodySignedIn(call) : JiraJson.Answer(200, (call, user), static (json, session) =>
    {
        json.WriteStartObject();
        json.WriteString("self", Users.UserJson.SelfOf(session.user, session.call.ApiUrl));
        json.WriteString("name", session.user.Email);
        json.WriteStartObject("loginInfo");
        json.WriteNumber("loginCount", 1);
        json.WriteString("previousLoginTime", Timestamps.Of(session.call.Now, session.user));
        json.WriteEndObject();
        json.WriteEndObject();
    }, ServerRules.Session200, call.Who);

    private static StubResponse EndSession(JiraCall call) =>
        call.User is null ? NobodySignedIn(call) : new() { Status = 204, Rules = [ServerRules.SessionDelete204, call.Who] };

    private static StubResponse NobodySignedIn(JiraCall call) => JiraErrors.Collection(401, [ServerRules.Session401, call.Who], JiraErrors.NotAuthenticated);
}
