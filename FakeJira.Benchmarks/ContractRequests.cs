using System.Globalization;
using System.Text;

namespace FakeJira.Benchmarks;

/// <summary>The requests of the contracts that are compared, and the site that they need.</summary>
internal static class ContractRequests
{
    /// <summary>As many connections as there are can write at the same time, each as a voter of its own.</summary>
    public const int Connections = 8;

    /// <summary>Among as many mappings as this a request should take no more than among none.</summary>
    public const int ManyMappings = 10_000;

    private const string VotesPath = "/rest/api/3/issue/MKY-1/votes";
    private const string Polls = "/x1/bench?token=bench&type=polls&workspace=PLAT&content=PLAT-1";
    private const string Hidden = "BIG-5000";
    private const int ManyIssues = 10_000;
    private const int ManyVoters = 1_000;

    /// <summary>How many times the CPU of the usual one may be taken where nothing should make a difference.</summary>
    private const double MostOfAnother = 1.3;
    private const string Poll = """{"options":[{"id":"1","title":"one","order":0},{"id":"2","title":"two","order":1},{"id":"3","title":"three","order":2}],"description":"Scoring","title":"Stars"}""";
    private const string Idea = "/public/ideabank/proposals/p-1/vote";
    private const string For = """{"vote":1}""";
    private const string Against = """{"vote":-1}""";
    private static readonly string Basic = BasicOf("mia@example.com", "mia-token");

    /// <summary>The one that has limits.</summary>
    public static Comparison Votes { get; } = new("GET votes", "GET", VotesPath, Basic) { MostBytes = 2_048, MostCpu = 1.5 };

    /// <summary>The same of an issue whose voters are counted and not shown; where the site is large, 1,000 of them.</summary>
    public static Comparison VotesNotShown { get; } = Votes with { Name = "GET votes not shown, 10,000 issues and 1,000 voters", Path = $"/rest/api/3/issue/{Hidden}/votes" };

    /// <summary>One or more of each contract. Who votes again has voted already, so that nothing changes.</summary>
    public static IReadOnlyList<Comparison> OfContracts { get; } =
    [
        Votes,
        new("POST votes, again", "POST", VotesPath, Basic),
        CastAndWithdraw(VotesPath),
        new("GET issue", "GET", "/rest/api/3/issue/MKY-1", Basic),
        new("polls list", "GET", Polls, ""),
        new("polls create", "POST", Polls, "", Poll),
        new("idea bank vote, again", "POST", Idea, SessionOf(0), For),
        new("idea bank votes for and against in turn", "POST", Idea, SessionOf(0), For) { InTurn = connection => [new("", "POST", Idea, SessionOf(connection), For), new("", "POST", Idea, SessionOf(connection), Against)] },
    ];

    /// <summary>Those, and what another server costs beside the one of these.</summary>
    public static IReadOnlyList<Comparison> All { get; } =
    [
        .. OfContracts,
        new("GET votes, thread pool raised as in a test, beside left alone", "GET", VotesPath, Basic) { Server = "raised" },
        VotesNotShown with { Name = VotesNotShown.Name + ", beside a small site and one voter", Server = "large", MostCpu = MostOfAnother },
        Votes with { Name = "GET votes, 10,000 mappings, beside none", Server = "many", MostCpu = MostOfAnother },
    ];

    /// <summary>Every request changes what is stored: each connection casts its vote and withdraws it.</summary>
    public static Comparison CastAndWithdraw(string path) =>
        new("POST and DELETE votes in turn", "POST", path, BasicOfVoter(0)) { InTurn = connection => [new("", "POST", path, BasicOfVoter(connection)), new("", "DELETE", path, BasicOfVoter(connection))] };

    /// <summary>What these need, as the state that a reset goes back to. One of the issues is of a project in which nobody may see who votes.</summary>
    public static void Arrange(FakeJiraServer fake) => Arrange(fake, issues: 1, voters: 1);

    /// <summary>The same with many issues, and many voters of that one.</summary>
    public static void ArrangeLarge(FakeJiraServer fake) => Arrange(fake, ManyIssues, ManyVoters);

    private static void Arrange(FakeJiraServer fake, int issues, int voters)
    {
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", "mia-token");
        var emma = fake.Jira.AddUser("Emma Richards");
        fake.Jira.AddIssue("MKY-1", emma, voters: [mia]);
        fake.Polls.AddEndpoint(id: "bench", token: "bench").AddPoll("PLAT-1", title: "Stars", options: ["one", "two", "three"]);
        var bank = fake.IdeaBank.AddBank(id: "bank", tenant: "acme");
        fake.IdeaBank.AddProposal("p-1");
        var users = Enumerable.Range(0, Math.Max(Connections, voters)).Select(voter => fake.Jira.AddUser(NameOfVoter(voter), EmailOfVoter(voter), TokenOfVoter(voter))).ToList();
        for (var voter = 0; voter < Connections; voter++)
        {
            fake.IdeaBank.AddPanelist(bank, session: NameOfVoter(voter));
        }

        fake.Jira.AddProject("BIG");
        fake.Jira.Grant("BIG", "VIEW_VOTERS_AND_WATCHERS");
        fake.Jira.AddIssue(Hidden, emma, voters: users.Take(voters));
        for (var number = 1; number < issues; number++)
        {
            fake.Jira.AddIssue(string.Create(CultureInfo.InvariantCulture, $"MKY-{number + 1}"), emma);
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
