using FakeJira.IdeaBank.World;
using FakeJira.Jira;
using FakeJira.Jira.Platform;
using FakeJira.Polls;
using FakeJira.Polls.World;

namespace FakeJira.Tests;

/// <summary>What a state document would not take, a test cannot arrange either; and a null is named.</summary>
public sealed class ArrangedMistakeTests
{
    private const string BaseVotes = "A base score is from -1000000000 to 1000000000, and the votes cast for it from 0; not ";

    private static readonly DateTimeOffset Early = new(1899, 12, 31, 23, 59, 59, TimeSpan.Zero);

    private static readonly (string Said, Action<FakeJiraServer> Call)[] Mistakes =
    [
        ("The display name of a user cannot be empty; leave it out to have one made.", fake => fake.Jira.AddUser("")),
        ("The account id of a user cannot be empty; leave it out to have one made.", fake => fake.Jira.AddUser(accountId: "")),
        ("An API token cannot be empty; leave it out to have one made.", fake => fake.Jira.AddUser(apiToken: "")),
        ("The name of a project category cannot be empty.", fake => fake.Jira.Projects.SetCategory("MKY", "")),
        ("The switch searchIndexDelay takes a whole number from 0, not '-5'.", fake => fake.Jira.Settings = fake.Jira.Settings with { SearchIndexDelay = -5 }),
        ("The switch jiraMegabytes takes a whole number from 0, not '-1'.", fake => fake.Jira.Settings = fake.Jira.Settings with { Megabytes = -1 }),
        ("There is no anonymous vote 9; there are: Always, IfVisible.", fake => fake.Jira.Settings = fake.Jira.Settings with { AnonymousVote = (FakeJira.Jira.World.AnonymousVote)9 }),
        ("There is no kind of Bearer token 9; there are: Oauth, Refused.", fake => fake.Jira.Settings = fake.Jira.Settings with { BearerOnSite = (FakeJira.Jira.World.BearerOnSite)9 }),
        ("There is no reason 99; there are: " + string.Join(", ", Enum.GetNames<RateLimitReason>()) + ".", fake => fake.Jira.RefuseFor((RateLimitReason)99, TimeSpan.Zero)),
        ("The clock goes from 1900 to 9000.", fake => fake.Jira.RefuseFor(Enum.GetValues<RateLimitReason>()[0], TimeSpan.MaxValue)),
        ("MKY-1 is on the security level 'Top', which the project OTHER has not; add it with AddSecurityLevel first.", fake => fake.Jira.MoveIssue("MKY-1", "OTHER-1")),
        ("A poll needs a workspace that is not blank: a project key or a space id.", fake => fake.Polls.Endpoint("jira").AddPoll(workspace: "")),
        ("A poll needs a workspace that is not blank: a project key or a space id.", fake => fake.Polls.Endpoint("jira").AddPoll(" -1")),
        ("A poll of a Confluence endpoint needs a container that is not empty; leave it out for macro-1.", fake => fake.Polls.Endpoint("confluence").AddPoll("1", container: "")),
        ("The switch pollsMegabytes takes a whole number from 0, not '-1'.", fake => fake.Polls.Settings = fake.Polls.Settings with { Megabytes = -1 }),
        ("There is no way to update an unknown poll 9; there are: NotFound, BadRequest, Created.", fake => fake.Polls.Settings = fake.Polls.Settings with { UpdateUnknown = (UnknownPoll)9 }),
        (BaseVotes + "1000000001 and 0.", fake => fake.IdeaBank.AddProposal(baseVotes: 1_000_000_001)),
        (BaseVotes + "-9223372036854775808 and 0.", fake => fake.IdeaBank.AddProposal(baseVotes: long.MinValue)),
        (BaseVotes + "0 and -1.", fake => fake.IdeaBank.AddProposal(baseTotalVotes: -1)),
        (BaseVotes + "0 and 1000000001.", fake => fake.IdeaBank.AddProposal(baseTotalVotes: 1_000_000_001)),
        ("The base votes of p-many and p-more are more than 1000000000 together; give them fewer.", fake => fake.IdeaBank.Merge("p-many", "p-more")),
        ("The switch ideaBankMegabytes takes a whole number from 0, not '-1'.", fake => fake.IdeaBank.Settings = fake.IdeaBank.Settings with { Megabytes = -1 }),
        ("There is no way to withdraw a vote 9; there are: Stays, IsRemoved.", fake => fake.IdeaBank.Settings = fake.IdeaBank.Settings with { DeleteVoteOnClosed = (ClosedVote)9 }),
        ("The clock goes from 1900 to 9000.", fake => fake.Clock.Set(Early)),
        ("The clock goes from 1900 to 9000.", fake => fake.Clock.Freeze(DateTimeOffset.MaxValue)),
        ("The clock goes from 1900 to 9000.", fake => fake.Clock.Advance(TimeSpan.MaxValue)),
        ("The clock goes from 1900 to 9000.", fake => fake.Clock.Advance(TimeSpan.MinValue)),
    ];

    private static readonly (string Name, Action<FakeJiraServer> Call)[] Nulls =
    [
        ("groups", fake => fake.Jira.AddUser(groups: null!)),
        ("groups", fake => fake.Jira.AddUser(groups: [null!])),
        ("user", fake => fake.Jira.AddAccessToken(null!)),
        ("scopes", fake => fake.Jira.AddAccessToken(fake.Jira.User("mia"), [null!])),
        ("scopes", fake => fake.Jira.AddScopedToken(fake.Jira.User("mia"), null!)),
        ("key", fake => fake.Jira.AddProject(null!)),
        ("projectKey", fake => fake.Jira.Grant(null!, "BROWSE_PROJECTS")),
        ("permission", fake => fake.Jira.Grant("MKY", null!)),
        ("users", fake => fake.Jira.Grant("MKY", "BROWSE_PROJECTS", [null!])),
        ("level", fake => fake.Jira.AddSecurityLevel("MKY", null!)),
        ("key", fake => fake.Jira.AddIssue(null!)),
        ("voters", fake => fake.Jira.AddIssue("MKY-2", voters: [null!])),
        ("labels", fake => fake.Jira.AddIssue("MKY-2", labels: [null!])),
        ("key", fake => fake.Jira.DeleteIssue(null!)),
        ("key", fake => fake.Jira.DeleteProject(null!)),
        ("user", fake => fake.Jira.DeleteUser(null!)),
        ("newKey", fake => fake.Jira.MoveIssue("MKY-1", null!)),
        ("status", fake => fake.Jira.Transition("MKY-1", null!)),
        ("watchers", fake => fake.Jira.Watch("MKY-1", [null!])),
        ("voters", fake => fake.Jira.Vote("MKY-1", null!)),
        ("author", fake => fake.Jira.AddComment("MKY-1", null!, "text")),
        ("text", fake => fake.Jira.AddComment("MKY-1", fake.Jira.User("mia"), null!)),
        ("key", fake => fake.Jira.VotersOf(null!)),
        ("emailOrAccountId", fake => fake.Jira.User(null!)),
        ("name", _ => JiraSite.GroupId(null!)),
        ("value", fake => fake.Jira.Settings = null!),
        ("projectKey", fake => fake.Jira.Projects.SetLead(null!, null)),
        ("category", fake => fake.Jira.Projects.SetCategory("MKY", null!)),
        ("role", fake => fake.Jira.Projects.GiveRole("MKY", null!)),
        ("users", fake => fake.Jira.Projects.GiveRole("MKY", "Users", [null!])),
        ("workspaces", fake => fake.Polls.AddEndpoint(workspaces: [null!])),
        ("id", fake => fake.Polls.Endpoint(null!)),
        ("id", fake => fake.Polls.DeleteEndpoint(null!)),
        ("value", fake => fake.Polls.Settings = null!),
        ("description", fake => Poll(fake).AddPoll(description: null!)),
        ("options", fake => Poll(fake).AddPoll(options: [null!])),
        ("settings.EndDate", fake => Poll(fake).AddPoll(settings: new() { EndDate = null! })),
        ("settings.ResultsVisibility", fake => Poll(fake).AddPoll(settings: new() { ResultsVisibility = null! })),
        ("content", fake => Poll(fake).PollsOf(null!)),
        ("content", fake => Poll(fake).Query(null!)),
        ("votes", fake => Poll(fake).SetResults("poll", 1, null!)),
        ("pollId", fake => Poll(fake).SetResults(null!, 1)),
        ("pollId", fake => Poll(fake).DeletePoll(null!)),
        ("workspaces", fake => Poll(fake).AddToken(null, null!)),
        ("description", fake => fake.IdeaBank.AddBank(description: null!)),
        ("tenant", fake => fake.IdeaBank.AddBank(tenant: null!)),
        ("value", fake => fake.IdeaBank.Settings = null!),
        ("panelist", fake => fake.IdeaBank.Expire(null!)),
        ("panelist", fake => fake.IdeaBank.AddVote(null!, "p-many")),
        ("proposalId", fake => fake.IdeaBank.AddVote(fake.IdeaBank.Panelist("ann"), null!)),
        ("proposalId", fake => fake.IdeaBank.SetStatus(null!, ProposalStatus.Open)),
        ("sourceId", fake => fake.IdeaBank.Merge(null!, "p-many")),
        ("targetId", fake => fake.IdeaBank.Merge("p-many", null!)),
        ("proposalId", fake => fake.IdeaBank.ScoreOf(null!)),
        ("id", fake => fake.IdeaBank.Panelist(null!)),
    ];

    [Test]
    public async Task What_no_state_document_takes_is_refused_and_nothing_changes()
    {
        await using var fake = await ArrangedAsync();
        var before = await StateOf(fake);

        List<string> wrong = [];
        foreach (var (message, call) in Mistakes)
        {
            var said = Thrown(() => call(fake));
            if (said is not FakeJiraException || said.Message != message || await StateOf(fake) != before)
            {
                wrong.Add($"{message} {said}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Test]
    public async Task What_cannot_be_null_is_named_and_nothing_changes()
    {
        await using var fake = await ArrangedAsync();
        var before = await StateOf(fake);

        List<string> wrong = [];
        foreach (var (each, i) in Nulls.Select((each, i) => (each, i)))
        {
            var said = Thrown(() => each.Call(fake));
            if (said is not ArgumentNullException { ParamName: var named } || named != each.Name || await StateOf(fake) != before)
            {
                wrong.Add($"{i}, {each.Name}: {said}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Test]
    public async Task Who_looks_for_a_bank_or_deletes_one_makes_none()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        Should.Throw<FakeJiraException>(() => fake.IdeaBank.Panelist("ann")).Message.ShouldBe("There is no bank on this site; add one with AddBank.");
        Should.Throw<FakeJiraException>(() => fake.IdeaBank.DeleteBank()).Message.ShouldBe("There is no bank on this site; add one with AddBank.");
        fake.IdeaBank.World.Banks.ShouldBeEmpty();
    }

    private static Exception? Thrown(Action call)
    {
        try
        {
            call();
            return null;
        }
        catch (Exception exception) when (exception is FakeJiraException or ArgumentException or NullReferenceException or InvalidOperationException or OverflowException)
        {
            return exception;
        }
    }

    private static PollEndpoint Poll(FakeJiraServer fake) => fake.Polls.Endpoint("jira");

    private static async Task<FakeJiraServer> ArrangedAsync()
    {
        var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddUser(accountId: "mia");
        fake.Jira.AddProject("MKY");
        fake.Jira.AddProject("OTHER");
        fake.Jira.AddSecurityLevel("MKY", "Top");
        fake.Jira.AddIssue("MKY-1", securityLevel: "Top");
        fake.Polls.AddEndpoint(id: "jira").AddPoll(id: "poll");
        fake.Polls.AddEndpoint(PollProduct.Confluence, "confluence");
        fake.IdeaBank.AddPanelist(id: "ann");
        fake.IdeaBank.AddProposal("p-many", baseVotes: 600_000_000, baseTotalVotes: 600_000_000);
        fake.IdeaBank.AddProposal("p-more", baseVotes: 600_000_000, baseTotalVotes: 600_000_000);
        return fake;
    }

    private static async Task<string> StateOf(FakeJiraServer fake) => (await Answer.Of(fake.Client(Door.Handler), "GET", "__fakejira/sites/default/state")).Body;
}
