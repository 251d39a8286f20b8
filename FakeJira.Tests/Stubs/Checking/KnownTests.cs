using System.Text;
using System.Text.RegularExpressions;
using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs.Checking;

/// <summary>What operations say they take of a request is what they read.</summary>
public sealed partial class KnownTests
{
    private static IEnumerable<Operation> Operations => Catalog.Contracts.SelectMany(contract => contract.Operations);

    [Test]
    public void Every_operation_says_what_it_takes() => Operations.Where(operation => operation.Known is null).ShouldBeEmpty();

    [Test]
    public void Nothing_is_said_twice() =>
        Operations.Where(operation => operation.Known!.AllParameters.Distinct().Count() != operation.Known!.AllParameters.Count() || operation.Known.AccountIds.Except(operation.Known.Query).Any()).ShouldBeEmpty();

    [Test]
    public async Task An_operation_cannot_read_a_parameter_that_it_does_not_know()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var operation = new Operation("jira.test", "GET", "/", "", [], _ => new()) { Known = new() { Query = ["known"] } };
        var request = new StubRequest { Method = "GET", RawPath = "/", RawQuery = "known=1&other=2", Site = fake.Site.Site, Route = new Route(operation, [], []) };

        request.QueryValue("known").ShouldBe("1");
        Should.Throw<KeyNotFoundException>(() => request.QueryValue("other")).Message.ShouldBe("jira.test reads the query parameter 'other', which is not in its Known.");
    }

    [Test]
    public async Task No_operation_reads_a_parameter_that_it_does_not_know()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", Listens = false, Set = new Dictionary<string, string> { ["legacySearch"] = "true" } });
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://localhost/") };
        List<string> broken = [];
        foreach (var operation in Operations.OrderBy(operation => operation.Method == "DELETE"))
        {
            foreach (var query in (string[])["other=1", string.Join('&', operation.Known!.Query.Select(Asked)), "other=1&" + string.Join('&', operation.Known!.Query.Where(name => name is "token" or "type" or "workspace" or "content").Select(Asked))])
            {
                (string, string)[] headers = [("Authorization", operation.Name.StartsWith("jira.", StringComparison.Ordinal) ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("admin@example.com:admin-token")) : "abc123:xyz789:ses456")];
                var answer = await Answer.Of(client, operation.Method, $"{PathOf(operation)}?{query}", operation.Known.Body is null ? null : new StringContent("{}", Encoding.UTF8, "application/json"), headers);
                if (answer.Status >= 500)
                {
                    broken.Add(answer.Body);
                }
            }
        }

        broken.ShouldBeEmpty();
    }

    [Test]
    public void No_operation_looks_at_the_query_behind_its_back()
    {
        var wrong = from room in (string[])["FakeJira/Jira", "FakeJira/Polls", "FakeJira/IdeaBank"]
                    from file in RepositoryFiles.Sources(room)
                    where !file.EndsWith("/JiraCall.cs", StringComparison.Ordinal) && WholeQuery().IsMatch(RepositoryFiles.Read(file))
                    select file;

        wrong.ShouldBeEmpty();
    }

    [TestCase("jira", "FakeJira/Jira")]
    [TestCase("polls", "FakeJira/Polls/Operations")]
    [TestCase("ideabank", "FakeJira/IdeaBank/Operations")]
    public void No_member_of_a_body_is_read_that_nobody_knows(string contract, string room)
    {
        var known = Catalog.Contracts.Single(each => each.Name == contract).Operations.Select(operation => operation.Known!.Body).OfType<BodyShape>().SelectMany(NamesOf).ToHashSet(StringComparer.Ordinal);

        // Atlassian documents are the values of members, state documents are the control API's.
        var read = from file in RepositoryFiles.Sources(room)
                   where !file.Contains("/Texts/", StringComparison.Ordinal) && !file.EndsWith("Document.cs", StringComparison.Ordinal)
                   from match in MemberRead().Matches(RepositoryFiles.Read(file))
                   select match.Groups[1].Value;

        read.Where(name => !known.Contains(name)).Distinct().ShouldBeEmpty();
    }

    private static IEnumerable<string> NamesOf(BodyShape shape) => [.. shape.Names, .. shape.Inside.Values.SelectMany(NamesOf)];

    private static string Asked(string name) => name switch
    {
        "token" => "token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337",
        "type" => "type=polls",
        "workspace" => "workspace=PLAT",
        "content" => "content=PLAT-254604",
        "expand" => "expand=results",
        "jql" => "jql=votes>0",
        "issueKey" or "issueId" => name + "=MKY-1",
        "projectKey" or "project" => name + "=MKY",
        "permissions" => "permissions=BROWSE_PROJECTS",
        "action" => "action=view",
        "orderBy" or "cursor" or "nextPageToken" or "query" or "property" => name + "=",
        "sort" => "sort=votes",
        "returnIssue" => "returnIssue=true",
        _ => name + "=1",
    };

    private static string PathOf(Operation operation) => PathValue().Replace(operation.Path, match => match.Groups[1].Value switch
    {
        "version" => "3",
        "session" => "1",
        "issueIdOrKey" => "MKY-1",
        "projectIdOrKey" => "MKY",
        "endpointId" => "xs2i4ODeo611kO2x4adU6sCYcqM",
        "proposalId" => "p-abc123",
        "*rest" => "",
        _ => "1",
    });

    [GeneratedRegex(@"equest\.Query\b")]
    private static partial Regex WholeQuery();

    [GeneratedRegex("""(?:TryGetProperty|Given|TextOf|[mM]embers\.(?:Text|Texts|Integer|Integers)|Items|Ids|Texts|Members)\((?:(?!request)\w+, )?"(\w+)"(?:u8)?[,)]""")]
    private static partial Regex MemberRead();

    [GeneratedRegex(@"\{(\*?\w+)(?::[^}]*)?\}")]
    private static partial Regex PathValue();
}
