namespace FakeJira.Tests.Jira.Users;

public sealed class UserTests
{
    [Test]
    public async Task A_caller_is_told_who_they_are_and_their_groups_when_asked_for([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", accountId: "5b10a2844c20165700ede21g", groups: ["voters"]);
        using var client = fake.Client(door, mia);
        var user = User(url, "5b10a2844c20165700ede21g", "mia@example.com", "Mia Krystof", "MK-2");
        string Account(string groups, string roles) => user[..^1] + $$""","locale":"en_US","groups":{"size":1,"items":[{{groups}}]},"applicationRoles":{"size":1,"items":[{{roles}}]},"expand":"groups,applicationRoles"}""";

        (await Answer.Of(client, "GET", "/rest/api/3/myself")).ShouldBe(new(200, "JIRA-MYSELF-200, JIRA-AUTH-BASIC", Account("", "")));
        (await Answer.Of(client, "GET", "/rest/api/3/myself?expand=groups,applicationRoles")).ShouldBe(new(200, "JIRA-MYSELF-200, JIRA-AUTH-BASIC", Account(
            $$"""{"name":"voters","groupId":"{{FakeJira.Jira.JiraSite.GroupId("voters")}}","self":"{{url}}/rest/api/3/group?groupId={{FakeJira.Jira.JiraSite.GroupId("voters")}}"}""",
            """{"key":"jira-software","groups":[],"name":"Jira Software","defaultGroups":[],"selectedByDefault":false,"defined":true}""")));
        (await Answer.Of(client, "GET", "/rest/api/3/user?accountId=5b10a2844c20165700ede21g&expand=")).ShouldBe(new(200, "JIRA-USER-GET-200, JIRA-AUTH-BASIC", Account("", "")));
    }

    [Test]
    public async Task A_user_is_found_by_account_id_alone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door, fake.Jira.AddUser());

        (await Answer.Of(client, "GET", "/rest/api/3/user?accountId=nobody")).ShouldBe(new(404, "JIRA-USER-GET-404, JIRA-AUTH-BASIC", """{"errorMessages":["Specified user does not exist or you do not have required permissions"],"errors":{}}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/user?username=mia")).ShouldBe(new(400, "JIRA-USER-GET-400, JIRA-AUTH-BASIC", """{"errorMessages":["The query parameter 'accountId' is required."],"errors":{}}"""));
    }

    [Test]
    public async Task Another_user_is_shown_as_they_are([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddUser("Emma Richards", accountId: "e1", groups: ["voters", "readers"]);
        using var client = fake.Client(door, fake.Jira.AddUser("Mia Krystof", accountId: "m1"));

        var emma = await client.Get("/rest/api/3/user?accountId=e1");

        (emma.Rule, emma.At("accountId"), emma.At("displayName"), emma.At("groups.size")).ShouldBe(("JIRA-USER-GET-200, JIRA-AUTH-BASIC", "e1", "Emma Richards", "2"));
    }

    [TestCase("query=mia&accountId=m1")]
    [TestCase("query=mia&property=a.b%3D1")]
    public async Task A_query_with_something_else_is_refused(string query)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Get("/rest/api/3/user/search?" + query)).Rule.ShouldBe("JIRA-USER-SEARCH-400, JIRA-AUTH-BASIC");
    }

    [TestCase(200, 200, "JIRA-USER-BULK-200, JIRA-AUTH-BASIC")]
    [TestCase(201, 400, "JIRA-USER-BULK-400, JIRA-AUTH-BASIC")]
    public async Task At_most_200_users_are_asked_for_at_once(int count, int status, string rule)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        var answer = await client.Get("/rest/api/3/user/bulk?" + string.Join('&', Enumerable.Range(1, count).Select(number => $"accountId=u{number}")));

        (answer.Status, answer.Rule).ShouldBe((status, rule));
    }

    [Test]
    public async Task Users_are_found_by_the_beginning_of_a_word_of_their_name_or_of_their_email([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", accountId: "m1");
        fake.Jira.AddUser("Emma Richards", "kr@example.com", accountId: "e1");
        fake.Jira.AddUser("Rob Okri", "rob@example.com", accountId: "r1");
        using var client = fake.Client(door, mia);
        using var anonymous = fake.Client(door);
        var (emma, found) = (User(url, "e1", "kr@example.com", "Emma Richards", "ER-3"), User(url, "m1", "mia@example.com", "Mia Krystof", "MK-4"));

        (await Answer.Of(client, "GET", "/rest/api/3/user/search?query=KR")).ShouldBe(new(200, "JIRA-USER-SEARCH-200, JIRA-AUTH-BASIC", $"[{emma},{found}]"));
        (await Answer.Of(client, "GET", "/rest/api/3/user/search?query=kr&startAt=1&maxResults=1")).Body.ShouldBe($"[{found}]");
        (await Answer.Of(client, "GET", "/rest/api/3/user/search?query=m1")).ShouldBe(new(200, "JIRA-USER-SEARCH-200, JIRA-AUTH-BASIC", $"[{found}]"), "clients look users up by their whole account id");
        (await Answer.Of(client, "GET", "/rest/api/3/user/search?query=M")).Body.ShouldBe($"[{found}]");
        (await Answer.Of(anonymous, "GET", "/rest/api/3/user/search?query=kr")).ShouldBe(new(200, "JIRA-USER-SEARCH-200, JIRA-AUTH-ANONYMOUS", "[]"));
        (await Answer.Of(client, "GET", "/rest/api/3/user/search?query=")).ShouldBe(new(400, "JIRA-USER-SEARCH-400, JIRA-AUTH-BASIC", """{"errorMessages":["One of the query parameters 'query', 'accountId' and 'property' is required, and 'query' cannot be combined with another."],"errors":{}}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/user/bulk")).ShouldBe(new(400, "JIRA-USER-BULK-400, JIRA-AUTH-BASIC", """{"errorMessages":["The query parameter 'accountId' is required."],"errors":{}}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/users/search?maxResults=1")).ShouldBe(new(200, "JIRA-USERS-SEARCH-200, JIRA-AUTH-BASIC", $"[{emma}]"));
        (await Answer.Of(client, "GET", "/rest/api/3/user/bulk?accountId=m1&accountId=x&accountId=e1&maxResults=1")).ShouldBe(new(200, "JIRA-USER-BULK-200, JIRA-AUTH-BASIC",
            $$"""{"self":"{{url}}/rest/api/3/user/bulk?accountId=m1&accountId=x&accountId=e1&maxResults=1&startAt=0","nextPage":"{{url}}/rest/api/3/user/bulk?accountId=m1&accountId=x&accountId=e1&maxResults=1&startAt=1","maxResults":1,"startAt":0,"total":2,"isLast":false,"values":[{{found}}]}"""));
    }

    [Test]
    public async Task Whoever_may_be_assigned_is_found_by_project_or_issue([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", accountId: "m1");
        fake.Jira.AddUser("Emma Richards", "emma@example.com", accountId: "e1");
        fake.Jira.AddIssue("MKY-1");
        fake.Jira.Grant("MKY", "ASSIGNABLE_USER", mia);
        using var client = fake.Client(door, mia);
        var expected = new Answer(200, "JIRA-USER-ASSIGNABLE-200, JIRA-AUTH-BASIC", $"[{User(url, "m1", "mia@example.com", "Mia Krystof", "MK-4")}]");

        (await Answer.Of(client, "GET", "/rest/api/3/user/assignable/search?project=MKY")).ShouldBe(expected);
        (await Answer.Of(client, "GET", "/rest/api/3/user/assignable/search?issueKey=mky-1")).ShouldBe(expected);
        (await Answer.Of(client, "GET", "/rest/api/3/user/assignable/search")).Rule.ShouldBe("JIRA-USER-ASSIGNABLE-400, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "GET", "/rest/api/3/user/assignable/search?project=NONE")).ShouldBe(new(404, "JIRA-USER-ASSIGNABLE-404, JIRA-AUTH-BASIC", """{"errorMessages":["No project could be found with key 'NONE'."],"errors":{}}"""));
    }

    [Test]
    public async Task Who_can_be_assigned_in_a_project_that_cannot_be_browsed_is_not_told([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door);

        (await client.Get("/rest/api/3/user/assignable/search?project=MKY")).ShouldBe(new(404, "JIRA-USER-ASSIGNABLE-404, JIRA-AUTH-ANONYMOUS", """{"errorMessages":["No project could be found with key 'MKY'."],"errors":{}}"""));
    }

    private static string User(string url, string id, string email, string name, string picture)
    {
        string Avatar(int size) => $"\"{size}x{size}\":\"https://avatar-management--avatars.server-location.prod.public.atl-paas.net/initials/{picture}.png?size={size}&s={size}\"";
        return $$"""{"self":"{{url}}/rest/api/3/user?accountId={{id}}","accountId":"{{id}}","emailAddress":"{{email}}","avatarUrls":{{{Avatar(48)}},{{Avatar(24)}},{{Avatar(16)}},{{Avatar(32)}}},"displayName":"{{name}}","active":true,"timeZone":"Etc/UTC","accountType":"atlassian"}""";
    }
}
