using System.Text;
using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control;

/// <summary>A fault whose aim is a slip would meet every request, or none: it is refused, by C# and over HTTP.</summary>
public sealed class FaultAimTests
{
    private const string Faults = "__fakejira/sites/default/faults";

    [TestCase("""{"Pth": "/x"}""", "request.Pth", "Unknown member 'Pth'; did you mean 'Path'?")]
    [TestCase("""{"Path": {"Matchers": [{"Name": "WildcardMatcher", "Pattern": "/x"}], "MatchOperatr": "And"} }""", "request.Path.MatchOperatr", "Unknown member 'MatchOperatr'; did you mean 'MatchOperator'?")]
    [TestCase("""{"Body": {"Matchr": {} } }""", "request.Body.Matchr", "Unknown member 'Matchr'; did you mean 'Matcher'?")]
    [TestCase("""{"Headers": [{"Name": "A", "Matchrs": []}]}""", "request.Headers[0].Matchrs", "Unknown member 'Matchrs'; did you mean 'Matchers'?")]
    [TestCase("""{"Path": {"Matchers": [{"Name": "WildcardMatcher", "Pattern": "/x", "IgnorCase": true}]} }""", "request.Path.Matchers[0].IgnorCase", "Unknown member 'IgnorCase'; did you mean 'IgnoreCase'?")]
    [TestCase("""{"Request": {"Path": "/only-here"} }""", "request.Request", "Unknown member 'Request'; known here: ")]
    public async Task An_unknown_member_of_its_request_is_a_mistake(string request, string place, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var told = Should.Throw<FakeJiraException>(() => fake.Faults.Add(new Fault { Request = request, Status = 500 })).Message;
        var mistakes = await MistakesOf(fake, $$"""{"request": {{request}}, "status": 500}""");

        told.ShouldStartWith($"{place}: {message}");
        mistakes.Count.ShouldBe(1);
        told.ShouldBe(mistakes[0]);
        fake.Faults.All.ShouldBeEmpty();
    }

    [TestCase("""{"request": {"Path": "/only-here"}, "path": "/rest/*"}""", "path: The request says Path already; say it in one place.")]
    [TestCase("""{"request": {"url": "http://*/only-here"}, "path": "/rest/*"}""", "path: The request says Url already; say it in one place.")]
    [TestCase("""{"request": {"methods": ["GET"]}, "method": "POST"}""", "method: The request says Methods already; say it in one place.")]
    [TestCase("""{"request": {"Operation": "jira.votes.get"}, "operation": "jira.votes.add"}""", "operation: The request says Operation already; say it in one place.")]
    [TestCase("""{"operation": "jira.votes.add", "method": "GET"}""", "method: This meets nothing: jira.votes.add is asked with POST, not GET.")]
    [TestCase("""{"operation": "jira.votes.get", "path": "/rest/api/3/issue/MKY-1"}""", "path: This meets nothing: jira.votes.get is at PATH, where '/rest/api/3/issue/MKY-1' does not lead.")]
    [TestCase("""{"operation": "jira.votes.get", "path": 1}""", "path: Expected a text, found 1.")]
    public async Task What_contradicts_itself_is_a_mistake(string fault, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var path = Catalog.Contracts.SelectMany(contract => contract.Operations).Single(operation => operation.Name == "jira.votes.get").Path;

        (await MistakesOf(fake, fault.Insert(1, "\"status\": 500, "))).ShouldBe([message.Replace("PATH", path, StringComparison.Ordinal)]);
        fake.Faults.All.ShouldBeEmpty();
    }

    [TestCase("GET", null)]
    [TestCase("head", null)]
    [TestCase(null, "/rest/*")]
    [TestCase(null, "/REST/api/3/issue/MKY-1/votes/")]
    [TestCase("GET", "/rest/api/3/issue/MKY-?/votes")]
    public async Task What_can_meet_its_operation_is_none(string? method, string? path)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        fake.Faults.Add(new Fault { Operation = "jira.votes.get", Method = method, Path = path, Request = """{"Headers": []}""", Status = 500 });

        fake.Faults.All.Count.ShouldBe(1);
    }

    private static async Task<List<string>> MistakesOf(FakeJiraServer fake, string fault)
    {
        using var content = new StringContent(fault, Encoding.UTF8, "application/json");
        var answer = await Answer.Of(fake.Client(Door.Handler), "POST", Faults, content);
        answer.Status.ShouldBe(400);
        return [.. JObject.Parse(answer.Body)["errors"]!.Select(error => $"{error["path"]}: {error["message"]}")];
    }
}
