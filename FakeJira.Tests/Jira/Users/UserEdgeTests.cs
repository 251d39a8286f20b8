using FakeJira.Jira;

namespace FakeJira.Tests.Jira.Users;

public sealed class UserEdgeTests
{
    [Test]
    public async Task Who_has_left_is_listed_and_cannot_be_assigned([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        fake.Jira.AddUser("Emma Richards", accountId: "emma");
        fake.Site.Site.Replace(JiraContract.World, world => world.With(world.Users["emma"] with { Active = false }));
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, mia);

        var all = await client.Get("/rest/api/3/users/search");
        var assignable = await client.Get("/rest/api/3/user/assignable/search?project=MKY");

        (all.Rule, all.At("0.accountId"), all.At("0.active"), all.At("1.accountId")).ShouldBe(("JIRA-USERS-SEARCH-200, JIRA-AUTH-BASIC", "emma", "false", "mia"));
        (assignable.Rule, assignable.At("0.accountId"), assignable.At("1")).ShouldBe(("JIRA-USER-ASSIGNABLE-200, JIRA-AUTH-BASIC", "mia", ""));
    }

    [Test]
    public async Task Who_may_be_assigned_is_asked_of_a_project_or_an_issue_that_the_caller_can_see([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        fake.Jira.Grant("MKY", "BROWSE_PROJECTS");
        using var client = fake.Client(door, fake.Jira.AddUser());
        const string Path = "/rest/api/3/user/assignable/search";
        static Answer Unseen(string text) => new(404, "JIRA-USER-ASSIGNABLE-404, JIRA-AUTH-BASIC", $$$"""{"errorMessages":["{{{text}}}"],"errors":{}}""");

        (await client.Get(Path + "?project=MKY")).ShouldBe(Unseen("No project could be found with key 'MKY'."));
        foreach (var issue in new[] { "issueKey=MKY-1", "issueKey=NOPE-1", "issueId=10001", "issueKey=NOPE-1&project=MKY" })
        {
            (await client.Get(Path + "?" + issue)).ShouldBe(Unseen("Issue does not exist or you do not have permission to see it."));
        }

        (await client.Get(Path)).ShouldBe(new(400, "JIRA-USER-ASSIGNABLE-400, JIRA-AUTH-BASIC", """{"errorMessages":["One of the query parameters 'project' and 'issueKey' is required."],"errors":{}}"""));
    }

    [Test]
    public async Task Who_is_asked_for_twice_is_told_once([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door, fake.Jira.AddUser("Mia Krystof", accountId: "mia"));

        var users = await client.Get("/rest/api/3/user/bulk?accountId=mia&accountId=mia");

        (users.Rule, users.At("total"), users.At("values.0.accountId"), users.At("values.1")).ShouldBe(("JIRA-USER-BULK-200, JIRA-AUTH-BASIC", "1", "mia", ""));
    }
}
