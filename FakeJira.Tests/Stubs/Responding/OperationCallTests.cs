using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using FakeJira.Tests.Jira;

namespace FakeJira.Tests.Stubs.Responding;

/// <summary>Response.Callback: an operation answers, and a mapping may say part of the answer.</summary>
public class OperationCallTests
{
    private const string Votes = "/rest/api/3/issue/MKY-1/votes";

    [Test]
    public async Task A_mapping_can_lose_the_answer_of_a_write_that_happens()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        fake.Map("""{"Request": {"Path": "/rest/api/3/issue/MKY-1/votes"}, "Response": {"Callback": "jira.votes.add", "StatusCode": 502, "BodyAsJson": {"lost": true}, "Headers": {"Content-Type": "application/json"}}}""");

        (await Answer.Of(fake.CreateClient(mia), "POST", Votes)).ShouldBe(new Answer(502, "MAPPING, JIRA-AUTH-BASIC", """{"lost":true}"""));
        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
    }

    [Test]
    public async Task A_template_can_make_links_and_use_the_values_of_the_operations_path()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://jira.example.com/" });
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        fake.Map("""{"Request": {"Operation": "jira.votes.get"}, "Response": {"Callback": "jira.votes.get", "UseTransformer": true, "Body": "{{request.BaseUrl}} {{request.PathValues.version}} {{request.pathvalues.issueIdOrKey}} {{request.PathValues.other}}"}}""");

        (await Answer.Of(fake.CreateClient(mia), "GET", "/rest//api/latest/issue/mky%2D1/votes/")).ShouldBe(new Answer(200, "MAPPING, JIRA-AUTH-BASIC", "https://jira.example.com latest mky-1 "));
    }

    [Test]
    public async Task What_is_said_beside_it_holds_only_where_the_operation_succeeds()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        fake.Map("""{"Request": {"Path": "/rest/api/3/issue/MKY-1/votes"}, "Response": {"Callback": "jira.votes.add", "StatusCode": 200, "Body": "replaced", "Delay": 60000, "Fault": {"Type": "EMPTY_RESPONSE"}}}""");

        var answer = await Answer.Of(fake.CreateClient(), "POST", Votes);
        answer.Status.ShouldBe(401);
        answer.Rule.ShouldStartWith("JIRA-VOTES-");
    }

    [Test]
    public async Task A_delay_alone_leaves_the_answer_and_its_rules_as_they_are()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        fake.Map("""{"Request": {"Path": "/rest/api/3/issue/MKY-1/votes"}, "Response": {"Callback": "jira.votes.add", "Delay": 1}}""");
        fake.Map("""{"Request": {"Path": "/before"}, "Response": {"Callback": "jira.votes.delete", "CallbackData": {"issueIdOrKey": "MKY-1"}, "Delay": 1, "DelayBefore": true}}""");

        (await Answer.Of(fake.CreateClient(mia), "POST", Votes)).ShouldBe(new Answer(204, "JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(fake.CreateClient(mia), "GET", "/before")).ShouldBe(new Answer(204, "JIRA-VOTES-DELETE-204, JIRA-AUTH-BASIC", ""));
        fake.Jira.VotersOf("MKY-1").ShouldBeEmpty();
    }

    [Test]
    public async Task One_path_can_mean_now_this_and_now_that([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1", voters: [mia]);
        fake.Jira.AddIssue("MKY-2");
        foreach (var (wish, callback, data) in new[]
        {
            ("one", "jira.votes.get", """{"issueIdOrKey": "MKY-1"}"""), ("two", "jira.votes.get", """{"issueIdOrKey": "MKY-2"}"""),
            ("old", "jira.votes.get", """{"issueIdOrKey": "MKY-2", "version": "2"}"""), ("issue", "jira.issues.get", """{"issueIdOrKey": "MKY-2"}"""),
        })
        {
            fake.Map($$$"""{"Request": {"Path": "/it", "Headers": [{"Name": "Wish", "Matchers": [{"Name": "ExactMatcher", "Pattern": "{{{wish}}}"}]}]}, "Response": {"Callback": "{{{callback}}}", "CallbackData": {{{data}}}}}""");
        }

        using var client = fake.Client(door, mia);
        async Task<string> Self(string wish) => (await Answer.Of(client, "GET", "/it", null, ("Wish", wish))).At("self");

        (await Self("one"), await Self("two"), await Self("old"), await Self("issue")).ShouldBe(
            ("https://x.test/rest/api/3/issue/MKY-1/votes", "https://x.test/rest/api/3/issue/MKY-2/votes", "https://x.test/rest/api/2/issue/MKY-2/votes", "https://x.test/rest/api/3/issue/10002"));
    }

    [Test]
    public async Task A_mapping_that_names_the_deciding_rule_keeps_it_and_so_does_a_built_in_one()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        fake.Map("""{"Request": {"Path": "/named"}, "Response": {"Callback": "jira.votes.add", "CallbackData": {"issueIdOrKey": "MKY-1"}, "StatusCode": 200, "Body": "a", "Rule": "JIRA-VOTES-ADD-204"}}""");
        fake.Map("""{"Request": {"Path": "/builtin"}, "Response": {"Callback": "jira.votes.add", "CallbackData": {"issueIdOrKey": "MKY-1"}, "StatusCode": 200, "Body": "b"}}""", priority: 900);
        fake.Map("""{"Request": {"Path": "/other"}, "Response": {"Callback": "jira.votes.add", "CallbackData": {"issueIdOrKey": "MKY-1"}, "StatusCode": 200, "Body": "c", "Rule": "MINE"}}""");

        (await Answer.Of(fake.CreateClient(mia), "GET", "/named")).ShouldBe(new Answer(200, "JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC", "a"));
        (await Answer.Of(fake.CreateClient(mia), "GET", "/builtin")).ShouldBe(new Answer(200, "JIRA-VOTES-ADD-AGAIN-204, JIRA-AUTH-BASIC", "b"));
        (await Answer.Of(fake.CreateClient(mia), "GET", "/other")).ShouldBe(new Answer(200, "MINE, JIRA-AUTH-BASIC", "c"));
    }

    [Test]
    public async Task Path_values_that_nobody_says_are_a_500_that_names_them()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/nowhere*"}, "Response": {"Callback": "jira.votes.add"}}""");

        var answer = await Answer.Of(fake.CreateClient(), "POST", "/nowhere");
        answer.Status.ShouldBe(500);
        answer.Body.ShouldContain("needs issueIdOrKey, which this path does not have; say it in CallbackData of the mapping.");
    }

    [TestCase("""{"Callback": "jira.votes.ad"}""", "There is no operation 'jira.votes.ad'; did you mean 'jira.votes.add'? [Response.Callback]")]
    [TestCase("""{"Callback": "jira.votes.add"}""", "'jira.votes.add' needs issueIdOrKey, which the requests of this mapping do not have; say it in CallbackData. [Response.Callback]")]
    [TestCase("""{"Callback": "jira.votes.add", "CallbackData": {"issue": "MKY-1", "issueIdOrKey": "x"}}""", "'jira.votes.add' has no path value 'issue'; it has")]
    public async Task A_mistake_in_the_call_is_named(string response, string expected)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var problems = new ProblemList();
        var operations = fake.Universe.Contracts.SelectMany(contract => contract.Operations).ToDictionary(operation => operation.Name, StringComparer.OrdinalIgnoreCase);

        MappingFile.Read("a.json", $$"""{"Request": {"Path": "/x"}, "Response": {{response}} }""", new MappingContext(operations, null, 0, () => 0, false), problems);

        problems.All.ShouldHaveSingleItem().ToString().ShouldContain(expected);
    }
}
