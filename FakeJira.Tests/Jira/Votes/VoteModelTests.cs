using FakeJira.Jira;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Jira.Votes;

/// <summary>Random votes of many users, compared with a set of pairs; and the same at once from many threads.</summary>
public sealed class VoteModelTests
{
    private const int Users = 4;
    private const int Issues = 3;

    [Test]
    public void Votes_agree_with_a_set_of_user_and_issue() => Prop.ForAll(Steps(), steps =>
    {
        using var site = new Voters(steps.Length);
        HashSet<(int User, int Issue)> model = [];
        foreach (var step in steps)
        {
            var (status, known) = step.Casts
                ? (204, model.Add((step.User, step.Issue)))
                : model.Remove((step.User, step.Issue)) ? (204, true) : (404, false);
            site.Send(step).ShouldBe(status, $"{step} {known}");
            site.Shown(step.Issue).ShouldBe(model.Where(vote => vote.Issue == step.Issue).Select(vote => vote.User).Order());
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Test]
    public async Task Votes_of_many_at_once_are_neither_lost_nor_doubled()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var users = Enumerable.Range(0, 32).Select(_ => fake.Jira.AddUser()).ToList();
        fake.Jira.AddIssue("MKY-1");

        await Parallel.ForEachAsync(users.Concat(users), async (user, cancellation) =>
        {
            using var client = fake.CreateClient(user);
            (await client.PostAsync(new Uri("/rest/api/3/issue/MKY-1/votes", UriKind.Relative), null, cancellation)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        });

        fake.Jira.VotersOf("MKY-1").ShouldBe(users, ignoreOrder: true);
        fake.Requests.Entries.Count(entry => entry.Response.RuleHeader.StartsWith("JIRA-VOTES-ADD-204", StringComparison.Ordinal)).ShouldBe(32);
        fake.Requests.Entries.Count(entry => entry.Response.RuleHeader.StartsWith("JIRA-VOTES-ADD-AGAIN-204", StringComparison.Ordinal)).ShouldBe(32);
    }

    private static Arbitrary<Step[]> Steps() => (
        from user in Gen.Choose(0, Users - 1)
        from issue in Gen.Choose(0, Issues - 1)
        from casts in ArbMap.Default.GeneratorFor<bool>()
        select new Step(user, issue, casts)).ArrayOf().ToArbitrary();

    private sealed record Step(int User, int Issue, bool Casts);

    private sealed class Voters : IDisposable
    {
        private readonly FakeJiraServer _fake;
        private readonly List<JiraUser> _users;
        private readonly HttpClient[] _clients;

        public Voters(int seed)
        {
            _fake = FakeJiraServer.StartAsync(new() { Listens = false, RandomSeed = seed }).GetAwaiter().GetResult();
            _users = [.. Enumerable.Range(0, Users).Select(_ => _fake.Jira.AddUser())];
            for (var issue = 0; issue < Issues; issue++)
            {
                _fake.Jira.AddIssue(Key(issue));
            }

            _clients = [.. _users.Select(user => new HttpClient(_fake.CreateHandler(user)) { BaseAddress = new Uri("http://jira.test") })];
        }

        public int Send(Step step)
        {
            using var request = new HttpRequestMessage(step.Casts ? HttpMethod.Post : HttpMethod.Delete, $"/rest/api/3/issue/{Key(step.Issue)}/votes");
            using var response = _clients[step.User].Send(request);
            return (int)response.StatusCode;
        }

        public IEnumerable<int> Shown(int issue) => _fake.Jira.VotersOf(Key(issue)).Select(user => _users.IndexOf(user)).Order();

        public void Dispose() => Array.ForEach(_clients, client => client.Dispose());

        private static string Key(int issue) => $"MKY-{issue + 1}";
    }
}
