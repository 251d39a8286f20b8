using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Seeding;

/// <summary>Things of a state document that lack what names them: the fuzzer has found that a second one of them brought the request down.</summary>
public sealed class MissingMembersTests
{
    [TestCase("""{"jira": {"projects": [{}, {}]}}""", "jira.projects[#]: 'key' is missing; expected a text.")]
    [TestCase("""{"jira": {"users": [{}, {}]}}""", "jira.users[#]: 'accountId' is missing; expected a text.", "jira.users[#]: 'displayName' is missing; expected a text.")]
    [TestCase("""{"jira": {"issues": [{}, {}]}}""", "jira.issues[#]: 'key' is missing; expected a text.")]
    [TestCase("""{"polls": {"endpoints": [{}, {}]}}""", "polls.endpoints[#]: An endpoint needs an id: one path segment such as \"xs2i4ODeo611kO2x4adU6sCYcqM\".")]
    [TestCase("""{"ideaBank": {"banks": [{}, {}]}}""", "ideaBank.banks[#]: 'id' is missing; expected letters, digits, hyphens, underscores or dots.")]
    [TestCase("""{"ideaBank": {"banks": [{"id": "b", "panelists": [{}, {}]}]}}""", "ideaBank.banks[0].panelists[#]: 'id' is missing; expected an id.")]
    [TestCase("""{"ideaBank": {"banks": [{"id": "b", "proposals": [{}, {}]}]}}""", "ideaBank.banks[0].proposals[#]: 'id' is missing; expected an id such as \"p-abc123\".")]
    [TestCase("""{"mappings": {"added": [{}, {}]}}""", "mappings.added[#]: Expected a 'mapping': what a mapping file holds.")]
    [TestCase("""{"scenarios": [{}, {}]}""", "scenarios[#]: A scenario has a 'name'.")]
    [TestCase("""{"faults": [{}, {}]}""", "faults[#]: A fault needs something to do; expected one of error, status, headers, body, delay, drip, connection.")]
    public async Task What_is_missing_in_two_things_is_told_of_each(string state, params string[] ofEach)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Answer.Of(fake.Client(Door.Handler), "PUT", "/__fakejira/sites/default/state", new StringContent(state));

        answer.Status.ShouldBe(400);
        JObject.Parse(answer.Body)["errors"]!.Select(error => $"{error["path"]}: {error["message"]}")
            .ShouldBe(Enumerable.Range(0, 2).SelectMany(at => ofEach.Select(told => told.Replace("#", $"{at}", StringComparison.Ordinal))));
    }
}
