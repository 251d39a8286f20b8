using System.Net.Http.Headers;
using FakeJira.Jira;
using FakeJira.Jira.Platform;

namespace FakeJira.Tests.Jira.Server;

public sealed class ServerTests
{
    [Test]
    public async Task Everybody_learns_what_the_site_is_and_users_in_their_own_time([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new FakeJiraOptions { Seed = "vendor" });
        fake.Clock.Freeze(new(2026, 3, 4, 12, 0, 0, 120, TimeSpan.Zero));
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        using var anonymous = fake.Client(door);
        using var mia = fake.Client(door, fake.Jira.User("mia@example.com"));

        (await Answer.Of(anonymous, "GET", "/rest/api/2/serverInfo")).ShouldBe(new(200, "JIRA-SERVER-INFO-200, JIRA-AUTH-ANONYMOUS", $$"""{"baseUrl":"{{url}}","version":"1001.0.0-SNAPSHOT","versionNumbers":[1001,0,0],"deploymentType":"Cloud","buildNumber":100300,"buildDate":"2026-03-02T09:41:12.000+0000","serverTime":"2026-03-04T12:00:00.120+0000","scmInfo":"0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c","serverTitle":"Jira","serverTimeZone":"Etc/UTC"}"""));
        (await Answer.Of(mia, "GET", "/rest/api/3/serverInfo")).Body.ShouldContain("\"serverTime\":\"2026-03-04T23:00:00.120+1100\"");
    }

    [Test]
    public async Task The_configuration_says_whether_votes_are_allowed([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door, fake.Jira.AddUser());
        static string Body(string voting) => $$$"""{"votingEnabled":{{{voting}}},"watchingEnabled":true,"unassignedIssuesAllowed":true,"subTasksEnabled":true,"issueLinkingEnabled":true,"timeTrackingEnabled":true,"attachmentsEnabled":true,"timeTrackingConfiguration":{"workingHoursPerDay":8.0,"workingDaysPerWeek":5.0,"timeFormat":"pretty","defaultUnit":"minute"}}""";

        (await Answer.Of(client, "GET", "/rest/api/3/configuration")).ShouldBe(new(200, "JIRA-CONFIGURATION-200, JIRA-AUTH-BASIC", Body("true")));
        fake.Jira.VotingEnabled = false;
        (await Answer.Of(client, "GET", "/rest/api/3/configuration")).ShouldBe(new(200, "JIRA-CONFIGURATION-200, JIRA-AUTH-BASIC", Body("false")));
    }

    [Test]
    public async Task Everybody_has_a_language([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", "/rest/api/3/mypreferences/locale")).ShouldBe(new(200, "JIRA-LOCALE-200, JIRA-AUTH-ANONYMOUS", """{"locale":"en_US"}"""));
    }

    [Test]
    public async Task A_session_is_whoever_is_signed_in([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", accountId: "5b10a2844c20165700ede21g");
        using var client = fake.Client(door, mia);
        using var anonymous = fake.Client(door);

        (await Answer.Of(client, "GET", "/rest/auth/1/session")).ShouldBe(new(200, "JIRA-SESSION-200, JIRA-AUTH-BASIC", $$$"""{"self":"{{{url}}}/rest/api/3/user?accountId=5b10a2844c20165700ede21g","name":"mia@example.com","loginInfo":{"loginCount":1,"previousLoginTime":"2026-03-04T12:00:00.000+0000"}}"""));
        (await Answer.Of(client, "DELETE", "/rest/auth/latest/session")).ShouldBe(new(204, "JIRA-SESSION-DELETE-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(client, "GET", "/rest/auth/1/session")).Rule.ShouldBe("JIRA-SESSION-200, JIRA-AUTH-BASIC", "credentials hold on");
        foreach (var method in new[] { "GET", "DELETE" })
        {
            (await Answer.Of(anonymous, method, "/rest/auth/1/session")).ShouldBe(new(401, "JIRA-SESSION-401, JIRA-AUTH-ANONYMOUS", """{"errorMessages":["You are not authenticated. Authentication required to perform this operation."],"errors":{}}"""));
        }
    }

    [Test]
    public async Task A_token_leads_to_the_sites_on_which_it_is_known([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        var token = fake.Jira.AddAccessToken(fake.Jira.AddUser(), "write:jira-work", "read:jira-work");
        using var client = fake.Client(door);
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(token.Authorization);

        var tenant = await Answer.Of(client, "GET", "/_edge/tenant_info");
        tenant.ShouldBe(new(200, "JIRA-TENANT-INFO-200", $$"""{"cloudId":"{{fake.Site.Site.Id}}"}"""));
        (await Answer.Of(client, "GET", "/oauth/token/accessible-resources")).ShouldBe(new(200, "JIRA-ACCESSIBLE-RESOURCES-200", $$"""[{"id":"{{fake.Site.Site.Id}}","url":"{{url}}","name":"default","scopes":["read:jira-work","write:jira-work"],"avatarUrl":"https://site-admin-avatar-cdn.prod.public.atl-paas.net/avatars/240/site.png"}]"""));
        (await Answer.Of(client, "GET", $"/ex/jira/{fake.Site.Site.Id}/rest/api/3/serverInfo")).Rule.ShouldBe("JIRA-SERVER-INFO-200, JIRA-OAUTH");

        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse("Bearer nobody");
        (await Answer.Of(client, "GET", "/oauth/token/accessible-resources")).ShouldBe(new(401, "JIRA-ACCESSIBLE-RESOURCES-401", """{"code":401,"message":"Unauthorized"}"""));
    }

    [Test]
    public async Task A_token_that_may_do_everything_tells_every_classic_scope([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        using var client = fake.Client(door);
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse(fake.Jira.AddAccessToken(fake.Jira.AddUser()).Authorization);

        (await Answer.Of(client, "GET", "/oauth/token/accessible-resources")).ShouldBe(new(200, "JIRA-ACCESSIBLE-RESOURCES-200", $$"""[{"id":"{{fake.Site.Site.Id}}","url":"{{url}}","name":"default","scopes":["manage:jira-configuration","manage:jira-project","read:jira-user","read:jira-work","write:jira-work"],"avatarUrl":"https://site-admin-avatar-cdn.prod.public.atl-paas.net/avatars/240/site.png"}]"""));
    }

    [Test]
    public void Every_classic_scope_is_one_that_an_operation_asks_for()
    {
        var asked = JiraContract.Contract.Operations.SelectMany(operation => operation.Access.Split('`').Skip(1).Take(1)).Where(scope => !scope.EndsWith(":jira", StringComparison.Ordinal));

        Scopes.EveryClassic.ShouldBe(asked.Distinct(), ignoreOrder: true);
    }

    [Test]
    public async Task A_token_of_the_basic_kind_leads_to_no_site([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddUser("Mia Krystof", "mia@example.com", "mia-token");
        using var client = fake.Client(door);
        client.DefaultRequestHeaders.Authorization = AuthenticationHeaderValue.Parse("Bearer mia-token");

        (await Answer.Of(client, "GET", "/oauth/token/accessible-resources")).ShouldBe(new(401, "JIRA-ACCESSIBLE-RESOURCES-401", """{"code":401,"message":"Unauthorized"}"""));
    }
}
