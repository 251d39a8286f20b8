using System.Globalization;
using System.Text;

namespace FakeJira.Benchmarks;

/// <summary>The requests of the contracts that are compared, and the site that they need.</summary>
internal static class ContractRequests
{
    /// <summary>As many connections as there are can write at the same time, each as a voter of its own.</summary>
    public const int Connections = 8;

    private const string Votes = "/rest/api/3/issue/MKY-1/votes";
    private const string Polls = "/x1/bench?token=bench&type=polls&workspace=PLAT&content=PLAT-1";
    private const int ManyIssues = 10_000;
    private const int ManyVoters = 1_000;
    private const string Poll = """{"options":[{"id":"1","title":"one","order":0},{"id":"2","title":"two","order":1},{"id":"3","title":"three","order":2}],"description":"Scoring","title":"Stars"}""";
    private const string Idea = "/public/ideabank/proposals/p-1/vote";
    private const string For = """{"vote":1}""";
    private const string Against = """{"vote":-1}""";
    private static readonly string Basic = BasicOf("mia@example.com", "mia-token");

    /// <summary>One or more of each contract. Who votes again has voted already, so that nothing changes.</summary>
    public static IReadOnlyList<Comparison> OfContracts { get; } =
    [
        new("GET votes", "GET", Votes, Basic) { MostBytes = 2_048 },
        new("POST votes, again", "POST", Votes, Basic),
        CastAndWithdraw(Votes),
        new("GET issue", "GET", "/rest/api/3/issue/MKY-1", Basic),
        new("polls list", "GET", Polls, ""),
        new("polls create", "POST", Polls, "", Poll),
        new("idea bank vote, again", "POST", Idea, SessionOf(0), For),
        new("idea bank votes for and against in turn", "POST", Idea, SessionOf(0), For) { InTurn = connection => [new("", "POST", Idea, SessionOf(connection), For), new("", "POST", Idea, SessionOf(connection), Against)] },
    ];

    /// <summary>Those, and what they cost on other servers.</summary>
    public static IReadOnlyList<Comparison> All { get; } =
    [
        .. OfContracts,
        new("GET votes, thread pool raised as in a test", "GET", Votes, Basic) { Server = "raised" },
        new("GET votes of an issue among 10,000, of 1,000 voters who are not shown", "GET", "/rest/api/3/issue/BIG-5000/votes", Basic) { Server = "large" },
    ];

    /// <summary>Every request changes what is stored: each connection casts its vote and withdraws it.</summary>
    public static Comparison CastAndWithdraw(string path) =>
        new("POST and DELETE votes in turn", "POST", path, BasicOfVoter(0)) { InTurn = connection => [new("", "POST", path, BasicOfVoter(connection)), new("", "DELETE", path, BasicOfVoter(connection))] };

    /// <summary>What those of the contracts need, as the state that a reset goes back to.</summary>
    public static void Arrange(FakeJiraServer fake)
    {
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", "mia-token");
        fake.Jira.AddIssue("MKY-1", reporter: fake.Jira.AddUser("Emma Richards"), voters: [mia]);
        fake.Polls.AddEndpoint(id: "bench", token: "bench").AddPoll("PLAT-1", title: "Stars", options: ["one", "two", "three"]);
        var bank = fake.IdeaBank.AddBank(id: "bank", tenant: "acme");
        fake.IdeaBank.AddProposal("p-1");
        for (var voter = 0; voter < Connections; voter++)
        {
            fake.Jira.AddUser(NameOfVoter(voter), EmailOfVoter(voter), TokenOfVoter(voter));
            fake.IdeaBank.AddPanelist(bank, session: NameOfVoter(voter));
        }

        fake.Site.Site.KeepAsSeed();
    }

    /// <summary>Beside these a project of many issues, one of them with many voters, whom nobody may see.</summary>
    public static void ArrangeLarge(FakeJiraServer fake)
    {
        Arrange(fake);
        fake.Jira.AddProject("BIG");
        fake.Jira.Grant("BIG", "VIEW_VOTERS_AND_WATCHERS");
        var reporter = fake.Jira.AddUser("Rob Reader");
        var voters = Enumerable.Range(Connections, ManyVoters).Select(voter => fake.Jira.AddUser(NameOfVoter(voter), EmailOfVoter(voter), TokenOfVoter(voter))).ToList();
        for (var number = 1; number <= ManyIssues; number++)
        {
            fake.Jira.AddIssue(string.Create(CultureInfo.InvariantCulture, $"BIG-{number}"), reporter, voters: number == ManyIssues / 2 ? voters : null);
        }

        fake.Site.Site.KeepAsSeed();
    }

    public static string NameOfVoter(int number) => string.Create(CultureInfo.InvariantCulture, $"voter{number}");

    public static string EmailOfVoter(int number) => $"{NameOfVoter(number)}@example.com";

    public static string TokenOfVoter(int number) => $"{NameOfVoter(number)}-token";

    /// <summary>How a user signs in.</summary>
    public static string BasicOf(string email, string token) => "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{email}:{token}"));

    private static string BasicOfVoter(int number) => BasicOf(EmailOfVoter(number), TokenOfVoter(number));

    private static string SessionOf(int number) => $"acme:bank:{NameOfVoter(number)}";
}
