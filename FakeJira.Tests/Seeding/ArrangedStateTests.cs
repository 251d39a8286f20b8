using System.Text;
using FakeJira.IdeaBank.World;
using FakeJira.Polls.World;

namespace FakeJira.Tests.Seeding;

/// <summary>Whatever a test may arrange, the state that comes of it can be put on another server, and is the same there.</summary>
public sealed class ArrangedStateTests
{
    private const string State = "__fakejira/sites/default/state";
    private static readonly string Long = new('x', 40_000);

    private static readonly Action<FakeJiraServer>[] Arranging =
    [
        fake => fake.Jira.AddUser(" ", email: "", apiToken: " ", accountId: " ", isAdmin: true, groups: ["", " ", Long]),
        fake => fake.Jira.AddUser("user:x", email: "user:x", apiToken: "a:b", accountId: "group:x"),
        fake => fake.Jira.AddUser(Long, Long, Long, Long),
        fake => fake.Jira.AddAccessToken(fake.Jira.AddUser(), ["", Long]),
        fake => fake.Jira.AddScopedToken(fake.Jira.AddUser()),
        fake => fake.Jira.AddProject("EMPTY", "", anonymousBrowse: true),
        fake => fake.Jira.AddProject("LONG", Long),
        fake => fake.Jira.Grant("MKY", "BROWSE_PROJECTS"),
        fake => fake.Jira.AddSecurityLevel("MKY", "", fake.Jira.AddUser(accountId: "group:x")),
        fake => fake.Jira.AddSecurityLevel("MKY", Long),
        fake =>
        {
            fake.Jira.AddSecurityLevel("MKY", "");
            fake.Jira.AddSecurityLevel("LATER", "");
        },
        fake =>
        {
            fake.Jira.AddSecurityLevel("MKY", "");
            fake.Jira.AddIssue("MKY-2", securityLevel: "");
            fake.Jira.AddProject("OTHER");
            fake.Jira.AddSecurityLevel("OTHER", "");
            fake.Jira.MoveIssue("MKY-2", "OTHER-2");
            fake.Jira.MoveIssue("OTHER-2", "MKY-2");
        },
        fake => fake.Jira.AddIssue("MKY-999999999999999", summary: "", labels: ["", "", " ", Long], description: ""),
        fake => fake.Jira.AddIssue("MKY-3", summary: Long + "\n", description: Long, type: "Sub-task"),
        fake => fake.Jira.AddIssue("MKY-4", type: "Epic", parent: "MKY-1"),
        fake => fake.Jira.AddIssue("MKY-5", resolution: "Done", status: "To Do"),
        fake => fake.Jira.AddIssue("MKY-6", type: "Wish"),
        fake => fake.Jira.AddComment("MKY-1", fake.Jira.AddUser(), ""),
        fake => fake.Jira.AddComment("MKY-1", fake.Jira.AddUser(), Long),
        fake => fake.Jira.Resolve("MKY-1", null),
        fake => fake.Jira.Resolve("MKY-1", ""),
        fake => fake.Jira.Transition("MKY-1", "Done"),
        fake => fake.Jira.MoveIssue("MKY-1", "NEW-1"),
        fake => fake.Jira.DeleteIssue("MKY-1"),
        fake => fake.Jira.DeleteProject("MKY"),
        fake =>
        {
            var user = fake.Jira.AddUser();
            fake.Jira.Projects.SetLead("MKY", user);
            fake.Jira.Projects.GiveRole("MKY", "Users", user);
            fake.Jira.Grant("MKY", "BROWSE_PROJECTS", user);
            fake.Jira.DeleteUser(user);
        },
        fake => fake.Jira.Projects.SetCategory("MKY", " "),
        fake => fake.Jira.Projects.SetCategory("MKY", Long),
        fake => fake.Jira.Settings = fake.Jira.Settings with { SearchIndexDelay = int.MaxValue, MostIssues = 0, MostProjects = 0, Megabytes = 0 },
        fake => fake.Polls.Settings = fake.Polls.Settings with { Megabytes = 0, UpdateUnknown = UnknownPoll.Created },
        fake => fake.IdeaBank.Settings = fake.IdeaBank.Settings with { Megabytes = 0, DeleteVoteOnClosed = ClosedVote.IsRemoved },
        fake => fake.Polls.AddEndpoint(id: " ", token: Long, workspaces: ["", Long]),
        fake => fake.Polls.AddEndpoint(id: Long, workspaces: []),
        fake => fake.Polls.Endpoint("jira").AddToken(null, ""),
        fake => fake.Polls.Endpoint("jira").RevokeToken(),
        fake => fake.Polls.Endpoint("jira").AddPoll(Long, Long, id: Long, title: "", description: "", options: []),
        fake => fake.Polls.Endpoint("jira").AddPoll("-1", title: Long, description: Long, options: ["", "", Long], settings: new PollSettings { EndDate = "", ResultsVisibility = "" }),
        fake => fake.Polls.AddEndpoint(PollProduct.Confluence).AddPoll("1", " 1", " "),
        fake => fake.Polls.Endpoint("jira").SetResults("poll", int.MaxValue, int.MaxValue, 0),
        fake => fake.IdeaBank.AddBank("", id: ".", tenant: "-"),
        fake => fake.IdeaBank.AddBank(Long, id: "long", description: Long, isOpen: false),
        fake => fake.IdeaBank.AddPanelist(id: " ", expiresAt: DateTimeOffset.MinValue, isBlocked: true),
        fake => fake.IdeaBank.AddPanelist(id: Long, expiresAt: DateTimeOffset.MaxValue),
        fake => fake.IdeaBank.AddPanelist(id: ""),
        fake => fake.IdeaBank.AddProposal("", title: "t"),
        fake => fake.IdeaBank.AddProposal(" ", title: "", description: "", createdAt: DateTimeOffset.MinValue, baseVotes: -1_000_000_000, baseTotalVotes: 1_000_000_000),
        fake => fake.IdeaBank.AddProposal(Long, title: Long, description: Long, createdAt: DateTimeOffset.MaxValue.ToOffset(TimeSpan.FromHours(-14)), baseVotes: 1_000_000_000),
        fake =>
        {
            var ann = fake.IdeaBank.AddPanelist(id: "ann");
            fake.IdeaBank.AddProposal("p-1", baseVotes: 1_000_000_000);
            fake.IdeaBank.AddProposal("p-2", baseVotes: -1_000_000_000);
            fake.IdeaBank.AddVote(ann, "p-1");
            fake.IdeaBank.Merge("p-1", "p-2");
            fake.IdeaBank.NewSession(ann);
            fake.IdeaBank.Expire(ann);
            fake.IdeaBank.SetStatus("p-1", ProposalStatus.Draft);
            fake.IdeaBank.DeletePanelist(ann);
            fake.IdeaBank.DeleteProposal("p-1");
        },
        fake => fake.IdeaBank.DeleteBank(),
        fake => fake.Clock.Freeze(new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        fake => fake.Clock.Freeze(new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        fake => fake.Clock.Freeze(DateTimeOffset.MinValue),
        fake => fake.Clock.Advance(TimeSpan.FromDays(-365)),
    ];

    [Test]
    public async Task What_a_test_arranges_can_be_saved_and_put_back()
    {
        List<string> wrong = [];
        for (var i = 0; i < Arranging.Length; i++)
        {
            await using var fake = await FakeJiraServer.StartAsync();
            fake.Jira.AddIssue("MKY-1");
            fake.Polls.AddEndpoint(id: "jira").AddPoll(id: "poll", options: ["yes", "no"]);
            fake.IdeaBank.AddBank(id: "ideas");
            try
            {
                Arranging[i](fake);
            }
            catch (FakeJiraException)
            {
                // Refused: then the state is the one before, which can be put back, too.
            }

            var saved = (await Answer.Of(fake.Client(Door.Handler), "GET", State)).Body;
            await using var other = await FakeJiraServer.StartAsync();
            using var content = new StringContent(saved, Encoding.UTF8, "application/json");
            var put = await Answer.Of(other.Client(Door.Handler), "PUT", State, content);

            if (put.Status != 204 || (await Answer.Of(other.Client(Door.Handler), "GET", State)).Body != saved)
            {
                wrong.Add($"{i}: {put.Body}");
            }
        }

        wrong.ShouldBeEmpty();
    }
}
