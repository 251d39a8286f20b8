using FakeJira.Jira;

namespace FakeJira.Tests.Jira.Comments;

public sealed class CommentVisibilityTests
{
    private const string IssuePath = "/rest/api/2/issue/MKY-1";
    private const string Path = IssuePath + "/comment";
    private const string ForDevelopers = """{"body":"B","visibility":{"type":"role","value":"Developers"}}""";
    private const string NotDeveloper = """{"errorMessages":[],"errors":{"commentLevel":"You are currently not a member of the project role: Developers."}}""";

    [Test]
    public async Task Nobody_writes_a_comment_for_a_role_that_they_do_not_have([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        var id = fake.Jira.AddComment("MKY-1", mia, "Mine");
        fake.Jira.Projects.GiveRole("MKY", "Users", mia);
        using var client = fake.Client(door, mia);
        var refused = new Answer(400, "JIRA-COMMENTS-ROLE-400, JIRA-AUTH-BASIC", NotDeveloper);
        var before = fake.Jira.World;

        (await client.Post(Path, ForDevelopers)).ShouldBe(refused);
        (await client.Put($"{Path}/{id}", ForDevelopers)).ShouldBe(refused);

        fake.Jira.World.ShouldBeSameAs(before);
    }

    [TestCase("""{"type":"role","value":"Nobody"}""", "Role with id: Nobody does not exist.")]
    [TestCase("""{"type":"role","identifier":"Nobody","value":"Users"}""", "Role with id: Nobody does not exist.")]
    [TestCase("""{"type":"group","value":"nobody"}""", "Group: nobody does not exist.")]
    [TestCase("""{"type":"group","identifier":"mine","value":"mine"}""", "Group: mine does not exist.")]
    [TestCase("""{"type":"group","value":"theirs"}""", "You are currently not a member of the group: theirs.")]
    [TestCase("""{"type":"group","identifier":"THEIR-ID","value":"mine"}""", "You are currently not a member of the group: theirs.")]
    public async Task Nobody_writes_a_comment_for_a_group_of_others_nor_for_what_there_is_not(string visibility, string text)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", groups: "mine");
        fake.Jira.AddUser("Emma Richards", groups: "theirs");
        fake.Jira.AddIssue("MKY-1", mia);
        var id = fake.Jira.AddComment("MKY-1", mia, "Mine");
        fake.Jira.Projects.GiveRole("MKY", "Users", mia);
        using var client = fake.Client(Door.Handler, mia);
        var body = $$"""{"body":"B","visibility":{{visibility.Replace("THEIR-ID", JiraSite.GroupId("theirs"))}}}""";
        var refused = new Answer(400, "JIRA-COMMENTS-VISIBILITY-400, JIRA-AUTH-BASIC", $$$"""{"errorMessages":[],"errors":{"commentLevel":"{{{text}}}"}}""");
        var before = fake.Jira.World;

        (await client.Post(Path, body)).ShouldBe(refused);
        (await client.Put($"{Path}/{id}", body)).ShouldBe(refused);
        (await client.Put($"{Path}/7", body)).Rule.ShouldBe("JIRA-COMMENTS-COMMENT-404, JIRA-AUTH-BASIC");
        (await client.Post("/rest/api/2/issue/MKY-2/comment", body)).Rule.ShouldBe("JIRA-ISSUE-404, JIRA-AUTH-BASIC");

        fake.Jira.World.ShouldBeSameAs(before);
    }

    [Test]
    public async Task A_group_is_said_by_its_name_or_its_id_and_a_role_by_its_name_in_either_place([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", groups: "mine");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.Projects.GiveRole("MKY", "Users", mia);
        using var client = fake.Client(door, mia);
        var group = JiraSite.GroupId("mine");

        foreach (var said in new[] { "\"value\":\"mine\"", "\"value\":\"mine\",\"identifier\":null", $"\"identifier\":\"{group}\"", $"\"value\":\"old name\",\"identifier\":\"{group.ToUpperInvariant()}\"" })
        {
            (await client.Post(Path, $$$"""{"body":"B","visibility":{"type":"group",{{{said}}}}}""")).At("visibility").ShouldBe($$"""{"type":"group","value":"mine","identifier":"{{group}}"}""");
        }

        foreach (var said in new[] { "value", "identifier" })
        {
            (await client.Post(Path, $$$"""{"body":"B","visibility":{"type":"role","{{{said}}}":"Users"}}""")).At("visibility").ShouldBe("""{"type":"role","value":"Users","identifier":"Users"}""");
        }
    }

    [Test]
    public async Task Who_may_not_comment_and_whose_text_is_too_long_are_told_that_first()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(Door.Handler, mia);

        (await client.Post(Path, ForDevelopers.Replace("\"B\"", $"\"{new string('x', 32_768)}\""))).Rule.ShouldBe("JIRA-COMMENTS-BODY-400, JIRA-AUTH-BASIC");
        fake.Jira.Grant("MKY", "ADD_COMMENTS");
        (await client.Post(Path, ForDevelopers)).Rule.ShouldBe("JIRA-COMMENTS-PERMISSION-400, JIRA-AUTH-BASIC");
    }

    [TestCase("PUT", "/MKY-1", "", "JIRA-ISSUE-EDIT-400")]
    [TestCase("POST", "", """ "fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S"},""", "JIRA-ISSUE-CREATE-400")]
    [TestCase("POST", "/MKY-1/transitions", """ "transition":{"id":"31"},""", "JIRA-TRANSITIONS-TAKE-FIELDS-400")]
    public async Task A_comment_that_comes_with_a_change_of_an_issue_is_for_those_whom_its_writer_is_among(string method, string path, string change, string rule)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(Door.Handler, mia);
        var before = fake.Jira.World;
        Task<Answer> Sent(string comment) => method == "PUT" ? client.Put("/rest/api/2/issue" + path, Body(comment)) : client.Post("/rest/api/2/issue" + path, Body(comment));
        string Body(string comment) => $$$"""{{{{change}}}"update":{"comment":[{"add":{"body":"A"}},{"add":{{{comment}}}}]}}""";

        (await Sent(ForDevelopers)).ShouldBe(new(400, rule + ", JIRA-AUTH-BASIC", NotDeveloper));
        (await Sent("""{"body":"B","visibility":{"type":"group","identifier":"none"}}""")).ShouldBe(new(400, rule + ", JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"commentLevel":"Group: none does not exist."}}"""));
        fake.Jira.World.ShouldBeSameAs(before);

        fake.Jira.Projects.GiveRole("MKY", "Developers", mia);
        (await Sent(ForDevelopers)).Status.ShouldBeInRange(200, 299);
    }
}
