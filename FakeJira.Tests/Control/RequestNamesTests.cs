using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.Control;

/// <summary>Who asks the journal for what no request can have is told, instead of that there were none.</summary>
public sealed class RequestNamesTests
{
    private const string Close = "JIRA-VOTES-ADD-299";

    [TestCase("jira.vote.add", null, "There is no operation 'jira.vote.add'; did you mean 'jira.votes.add'?")]
    [TestCase("nothing.like.it", null, "There is no operation 'nothing.like.it'; docs/contract.md lists them.")]
    [TestCase(null, "JIRA-VOTES-AD-204", "No operation has a rule 'JIRA-VOTES-AD-204'; did you mean 'JIRA-VOTES-ADD-204'?")]
    [TestCase("JIRA.VOTES.ADD", "JIRA-VOTES-AD-204", "No operation has a rule 'JIRA-VOTES-AD-204'; did you mean 'JIRA-VOTES-ADD-204'?")]
    public async Task An_operation_or_a_rule_that_is_not_there_is_a_mistake_of_the_test(string? operation, string? rule, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked(operation: operation, rule: rule, times: 0)).Message.ShouldBe(message);
        Should.Throw<FakeJiraException>(() => fake.Requests.Matching(operation: operation, rule: rule)).Message.ShouldBe(message);
        (await Should.ThrowAsync<FakeJiraException>(() => fake.Requests.WaitForAsync(operation: operation, rule: rule, timeout: Timeout.InfiniteTimeSpan))).Message.ShouldBe(message);
    }

    [Test]
    public async Task An_operation_of_a_contract_that_is_not_served_is_one_that_is_not_there()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = ["polls"], Listens = false });

        Should.Throw<FakeJiraException>(() => fake.Requests.ShouldHaveBeenAsked(operation: "jira.votes.add", times: 0)).Message.ShouldBe("There is no operation 'jira.votes.add'; docs/contract.md lists them.");
    }

    [TestCase("MAPPING")]
    [TestCase("MINE")]
    [TestCase("jira-votes-add-204")]
    [TestCase("JIRA-RATE-BURST-429")]
    public async Task A_rule_of_a_contract_and_a_name_that_is_near_none_can_be_asked_for(string rule)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        fake.Requests.ShouldHaveBeenAsked(rule: rule, times: 0);
    }

    [Test]
    public async Task A_rule_that_a_mapping_names_can_be_asked_for_and_when_it_is_gone_as_long_as_a_request_has_it()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        Should.Throw<FakeJiraException>(() => fake.Requests.Matching(rule: Close));
        var mapping = fake.Map($$"""{ "Request": { "Path": "/x" }, "Response": { "Rule": "MINE, {{Close}}" } }""");

        fake.Requests.Matching(rule: Close).ShouldBeEmpty();
        await Answer.Of(fake.Client(Door.Handler), "GET", "/x");
        fake.Site.Site.Stubs.Remove(mapping.Id);

        fake.Requests.ShouldHaveBeenAsked(rule: Close, times: 1);
        fake.Reset();
        Should.Throw<FakeJiraException>(() => fake.Requests.Matching(rule: Close));
    }

    [Test]
    public async Task Where_a_test_has_a_callback_any_rule_can_be_asked_for()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var callback = fake.Stubs.Add("GET", "/x", _ => new FakeJira.Stubs.StubResponse { RuleHeader = Close });
        fake.Requests.ShouldHaveBeenAsked(rule: Close, times: 0);

        await Answer.Of(fake.Client(Door.Handler), "GET", "/x");

        fake.Requests.ShouldHaveBeenAsked(rule: Close, times: 1);
    }
}
