namespace FakeJira.Tests.Jira.Issues;

public sealed class TransitionTests
{
    private const string Path = "/rest/api/3/issue/MKY-1/transitions";

    [Test]
    public async Task Done_resolves_and_to_do_makes_unresolved_again([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door, mia);

        (await client.Post(Path, """{"transition":{"id":"31"},"fields":{"resolution":{"name":"duplicate"}},"update":{"comment":[{"add":{"body":{"version":1,"type":"doc","content":[]}}}]}}""")).ShouldBe(new(204, "JIRA-TRANSITIONS-TAKE-204, JIRA-AUTH-BASIC", ""));
        var done = await client.Get("/rest/api/3/issue/MKY-1?fields=status,resolution,resolutiondate,comment");
        (done.At("fields.status.name"), done.At("fields.resolution.name"), done.At("fields.comment.total")).ShouldBe(("Done", "Duplicate", "1"));
        done.At("fields.resolutiondate").ShouldNotBe("null");

        (await client.Post(Path, """{"transition":{"id":11}}""")).Status.ShouldBe(204);
        var open = await client.Get("/rest/api/3/issue/MKY-1?fields=status,resolution,resolutiondate");
        (open.At("fields.status.name"), open.At("fields.resolution"), open.At("fields.resolutiondate")).ShouldBe(("To Do", "null", "null"));

        await client.Post(Path, """{"transition":{"id":"31"}}""");
        fake.Jira.World.FindIssue("MKY-1")!.Resolution!.Name.ShouldBe("Done");
        await client.Post(Path, """{"transition":{"id":"31"},"fields":{"resolution":{"id":"10003","name":"Duplicate"}}}""");
        fake.Jira.World.FindIssue("MKY-1")!.Resolution!.Name.ShouldBe("Cannot Reproduce");
    }

    [TestCase("{}", "JIRA-TRANSITIONS-TAKE-MISSING-400", """{"errorMessages":["Missing 'transition' identifier"],"errors":{}}""")]
    [TestCase("""{"transition":{"name":"Done"}}""", "JIRA-TRANSITIONS-TAKE-MISSING-400", """{"errorMessages":["Missing 'transition' identifier"],"errors":{}}""")]
    [TestCase("""{"transition":{"id":"99"}}""", "JIRA-TRANSITIONS-TAKE-INVALID-400", """{"errorMessages":["Transition id '99' is not valid for this issue."],"errors":{}}""")]
    [TestCase("""{"transition":{"id":"21"},"fields":{"resolution":{"name":"Done"}}}""", "JIRA-TRANSITIONS-TAKE-FIELDS-400", """{"errorMessages":[],"errors":{"resolution":"Field 'resolution' cannot be set. It is not on the appropriate screen, or unknown."}}""")]
    [TestCase("""{"transition":{"id":"31"},"fields":{"resolution":{"name":"Never"}}}""", "JIRA-TRANSITIONS-TAKE-FIELDS-400", """{"errorMessages":[],"errors":{"resolution":"The resolution selected is invalid."}}""")]
    [TestCase("""{"transition":{"id":"31"},"fields":{"summary":"S"}}""", "JIRA-TRANSITIONS-TAKE-FIELDS-400", """{"errorMessages":[],"errors":{"summary":"Field 'summary' cannot be set. It is not on the appropriate screen, or unknown."}}""")]
    public async Task A_wrong_transition_changes_nothing(string body, string rule, string answer)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(Door.Handler, mia);

        (await client.Post(Path, body)).ShouldBe(new(400, rule + ", JIRA-AUTH-BASIC", answer));

        fake.Jira.World.FindIssue("MKY-1")!.Status.Name.ShouldBe("To Do");
    }

    [Test]
    public async Task Transitions_are_listed_with_the_fields_of_their_screens([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(door, mia);

        var one = await client.Get(Path + "?transitionId=31&expand=transitions.fields");

        one.ShouldBe(new(200, "JIRA-TRANSITIONS-GET-200, JIRA-AUTH-BASIC", """
            {"expand":"transitions","transitions":[{"id":"31","name":"Done","to":{"self":"https://x.test/rest/api/3/status/10001","description":"","iconUrl":"https://x.test/images/icons/statuses/generic.png","name":"Done","id":"10001","statusCategory":{"self":"https://x.test/rest/api/3/statuscategory/3","id":3,"key":"done","colorName":"green","name":"Done"}},"hasScreen":true,"isGlobal":true,"isInitial":false,"isAvailable":true,"isConditional":false,"isLooped":false,"fields":{"resolution":{"required":false,"schema":{"type":"resolution","system":"resolution"},"name":"Resolution","key":"resolution","hasDefaultValue":true,"operations":["set"],"allowedValues":[{"self":"https://x.test/rest/api/3/resolution/10000","id":"10000","description":"Work has been completed on this issue.","name":"Done"},{"self":"https://x.test/rest/api/3/resolution/10001","id":"10001","description":"This issue won't be actioned.","name":"Won't Do"},{"self":"https://x.test/rest/api/3/resolution/10002","id":"10002","description":"The problem is a duplicate of an existing issue.","name":"Duplicate"},{"self":"https://x.test/rest/api/3/resolution/10003","id":"10003","description":"All attempts at reproducing this issue failed, or not enough information was available to reproduce the issue.","name":"Cannot Reproduce"}]}}}]}
            """.Trim()));
        var all = await client.Get(Path);
        (all.At("transitions.0.id"), all.At("transitions.1.id"), all.At("transitions.2.id"), all.At("transitions.2.fields"), all.At("transitions.3")).ShouldBe(("11", "21", "31", "", ""));
        (all.At("transitions.0.name"), all.At("transitions.1.name"), all.At("transitions.2.name")).ShouldBe(("To Do", "In Progress", "Done"));
    }

    [Test]
    public async Task Who_may_not_comment_takes_no_transition_with_a_comment([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.Grant("MKY", "ADD_COMMENTS");
        using var client = fake.Client(door, mia);
        var before = fake.Jira.World;

        (await client.Post("/rest/api/2/issue/MKY-1/transitions", """{"transition":{"id":"31"},"update":{"comment":[{"add":{"body":"C"}}]}}"""))
            .ShouldBe(new(400, "JIRA-TRANSITIONS-TAKE-FIELDS-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"comment":"You do not have the permission to comment on this issue."}}"""));

        fake.Jira.World.ShouldBeSameAs(before);
    }

    [Test]
    public async Task Without_the_permission_there_are_no_transitions()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.Grant("MKY", "TRANSITION_ISSUES");
        using var client = fake.Client(Door.Handler, mia);

        (await client.Get(Path)).Body.ShouldBe("""{"expand":"transitions","transitions":[]}""");
        (await client.Post(Path, """{"transition":{"id":"31"}}""")).Rule.ShouldBe("JIRA-TRANSITIONS-TAKE-INVALID-400, JIRA-AUTH-BASIC");
    }
}
