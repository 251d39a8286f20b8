namespace FakeJira.Tests.Jira.Issues;

public sealed class CreateMetaTests
{
    private const string Path = "/rest/api/3/issue/createmeta";

    [Test]
    public async Task What_can_be_said_of_a_new_issue_can_be_asked_in_three_ways([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        fake.Jira.AddProject("MKY");
        fake.Jira.AddProject("PLAT");
        using var client = fake.Client(door, fake.Jira.AddUser());

        var all = await client.Get(Path + "?projectKeys=MKY&issuetypeNames=Bug&expand=projects.issuetypes.fields");
        var types = await client.Get(Path + "/MKY/issuetypes?startAt=4");
        var fields = await client.Get(Path + "/10000/issuetypes/10004?maxResults=1");

        all.Rule.ShouldBe("JIRA-CREATEMETA-200, JIRA-AUTH-BASIC");
        (all.At("projects.0.key"), all.At("projects.1"), all.At("projects.0.issuetypes.0.name"), all.At("projects.0.issuetypes.1"), all.At("projects.0.issuetypes.0.fields.summary.required")).ShouldBe(("MKY", "", "Bug", "", "true"));
        types.ShouldBe(new(200, "JIRA-CREATEMETA-TYPES-200, JIRA-AUTH-BASIC", """
            {"startAt":4,"maxResults":50,"total":5,"issueTypes":[{"self":"https://x.test/rest/api/3/issuetype/10004","id":"10004","description":"A problem or error.","iconUrl":"https://x.test/rest/api/2/universal_avatar/view/type/issuetype/avatar/10303?size=medium","name":"Bug","subtask":false,"avatarId":10303,"hierarchyLevel":0}]}
            """.Trim()));
        fields.ShouldBe(new(200, "JIRA-CREATEMETA-FIELDS-200, JIRA-AUTH-BASIC", """
            {"startAt":0,"maxResults":1,"total":11,"fields":[{"required":true,"schema":{"type":"string","system":"summary"},"name":"Summary","key":"summary","fieldId":"summary","hasDefaultValue":false,"operations":["set"]}]}
            """.Trim()));
    }

    [TestCase("/NO/issuetypes", 404, "JIRA-CREATEMETA-PROJECT-404", "No project could be found with key 'NO'.")]
    [TestCase("/NO/issuetypes?maxResults=201", 404, "JIRA-CREATEMETA-PROJECT-404", "No project could be found with key 'NO'.")]
    [TestCase("/10001/issuetypes/10002", 404, "JIRA-CREATEMETA-PROJECT-404", "No project could be found with id '10001'.")]
    [TestCase("/MKY/issuetypes/1", 404, "JIRA-CREATEMETA-TYPE-404", "No issue type could be found with id '1'.")]
    [TestCase("/MKY/issuetypes?maxResults=201", 400, "JIRA-CREATEMETA-LIMIT-400", "Parameter 'maxResults' must not exceed the limit '200'")]
    [TestCase("/MKY/issuetypes/10002?maxResults=201", 400, "JIRA-CREATEMETA-LIMIT-400", "Parameter 'maxResults' must not exceed the limit '200'")]
    public async Task What_is_not_there_cannot_be_asked_about(string path, int status, string rule, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Get(Path + path)).ShouldBe(new(status, rule + ", JIRA-AUTH-BASIC", $$$"""{"errorMessages":["{{{message}}}"],"errors":{}}"""));
        (await client.Get(Path + "/MKY/issuetypes?maxResults=200")).Rule.ShouldBe("JIRA-CREATEMETA-TYPES-200, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task A_project_in_which_the_caller_creates_nothing_is_not_there([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        fake.Jira.Grant("MKY", "CREATE_ISSUES");
        using var client = fake.Client(door, fake.Jira.AddUser());

        (await client.Get(Path)).ShouldBe(new(200, "JIRA-CREATEMETA-200, JIRA-AUTH-BASIC", """{"expand":"projects","projects":[]}"""));
        foreach (var path in new[] { "/MKY/issuetypes", "/MKY/issuetypes/10002" })
        {
            (await client.Get(Path + path)).ShouldBe(new(404, "JIRA-CREATEMETA-PROJECT-404, JIRA-AUTH-BASIC", """{"errorMessages":["No project could be found with key 'MKY'."],"errors":{}}"""));
        }
    }

    [TestCase("/MKY/issuetypes?maxResults=x", "maxResults", "x")]
    [TestCase("/MKY/issuetypes?startAt=1.5&maxResults=1", "startAt", "1.5")]
    public async Task What_is_no_whole_number_is_refused(string path, string name, string value)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Get(Path + path)).ShouldBe(new(400, "JIRA-QUERY-INTEGER-400, JIRA-AUTH-BASIC", $$"""{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert '{{name}}' with value: '{{value}}'","instance":"/rest/api/3/issue/createmeta/MKY/issuetypes"}"""));
    }

    [Test]
    public async Task A_caller_without_a_user_can_create_nothing()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY", anonymousBrowse: true);
        using var client = fake.Client(Door.Handler);

        (await client.Get(Path)).ShouldBe(new(200, "JIRA-CREATEMETA-200, JIRA-AUTH-ANONYMOUS", """{"expand":"projects","projects":[]}"""));
    }
}
