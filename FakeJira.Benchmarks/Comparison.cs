using System.Text;

namespace FakeJira.Benchmarks;

/// <summary>A request whose cost is compared.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Authorization">The header, or empty.</param>
/// <param name="Body">What is sent; it is ASCII, or empty.</param>
internal sealed record Comparison(string Name, string Method, string Path, string Authorization, string Body = "")
{
    private const string Votes = "/rest/api/3/issue/MKY-1/votes";
    private const string Basic = "Basic bWlhQGV4YW1wbGUuY29tOm1pYS10b2tlbg==";
    private const string Polls = "/x1/bench?token=bench&type=polls&workspace=PLAT&content=PLAT-1";
    private const string Poll = """{"options":[{"id":"1","title":"one","order":0},{"id":"2","title":"two","order":1},{"id":"3","title":"three","order":2}],"description":"Scoring","title":"Stars"}""";

    /// <summary>One or two of each contract.</summary>
    public static IReadOnlyList<Comparison> OfContracts { get; } =
    [
        new("GET votes", "GET", Votes, Basic),
        new("POST votes", "POST", Votes, Basic),
        new("GET issue", "GET", "/rest/api/3/issue/MKY-1", Basic),
        new("polls list", "GET", Polls, ""),
        new("polls create", "POST", Polls, "", Poll),
        new("idea bank vote", "POST", "/public/ideabank/proposals/p-1/vote", "acme:bank:ses1", """{"vote":1}"""),
    ];

    /// <summary>What a client over a raw socket sends.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder($"{Method} {Path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nUser-Agent: load\r\n");
            text.Append(Authorization.Length > 0 ? $"Authorization: {Authorization}\r\n" : "");
            text.Append(Body.Length > 0 ? "Content-Type: application/json\r\n" : "");
            return text.Append(Method == "GET" ? "\r\n" : $"Content-Length: {Body.Length}\r\n\r\n").Append(Body).ToString();
        }
    }

    /// <summary>The answer that a server gives, to be written again by the bare one.</summary>
    public async Task<CannedAnswer> AnswerOfAsync(Uri server)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(server, Path)) { Content = Body.Length > 0 ? new StringContent(Body, Encoding.ASCII, "application/json") : null };
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        using var response = await client.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await CannedAnswer.Of(response).ConfigureAwait(false);
    }

    /// <summary>What those of the contracts need, as the state that a reset goes back to.</summary>
    public static void Arrange(FakeJiraServer fake)
    {
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", "mia-token");
        fake.Jira.AddIssue("MKY-1", voters: [mia]);
        fake.Polls.AddEndpoint(id: "bench", token: "bench").AddPoll("PLAT-1", title: "Stars", options: ["one", "two", "three"]);
        fake.IdeaBank.AddPanelist(fake.IdeaBank.AddBank(id: "bank", tenant: "acme"), session: "ses1");
        fake.IdeaBank.AddProposal("p-1");
        fake.Site.Site.KeepAsSeed();
    }
}
