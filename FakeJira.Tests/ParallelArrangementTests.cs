namespace FakeJira.Tests;

/// <summary>What several threads arrange at once on a site that has nothing yet.</summary>
public sealed class ParallelArrangementTests
{
    private const int Threads = 4;

    [Test]
    public async Task The_first_proposals_and_panelists_share_one_bank()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        var sites = Arranged(fake, (site, thread) =>
        {
            if (thread % 2 == 0)
            {
                site.IdeaBank.AddPanelist(id: $"panelist-{thread}");
            }
            else
            {
                site.IdeaBank.AddProposal($"p-{thread}");
            }
        });

        sites.Select(site => site.IdeaBank.World.Banks.Count).Distinct().ShouldBe([1]);
        sites.Select(site => site.IdeaBank.World.Banks.Values.Single()).ShouldAllBe(bank => bank.Voters.Count == Threads / 2 && bank.Proposals.Count == Threads / 2);
    }

    [Test]
    public async Task The_first_issues_share_one_reporter()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        var sites = Arranged(fake, (site, thread) => site.Jira.AddIssue($"MKY-{thread + 1}"));

        sites.Select(site => (site.Jira.World.Users.Count, site.Jira.World.Issues.Count)).Distinct().ShouldBe([(1, Threads)]);
    }

    [Test]
    public async Task Voting_is_switched_without_losing_another_setting()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var jira = fake.Jira;

        var (isOver, switched) = (false, 0L);
        var switching = Task.Factory.StartNew(
            () =>
            {
                while (!Volatile.Read(ref isOver))
                {
                    jira.VotingEnabled = !jira.VotingEnabled;
                    Interlocked.Increment(ref switched);
                }
            },
            TaskCreationOptions.LongRunning);
        var lost = 0;
        for (var time = 0; time < 2_000; time++)
        {
            var legacy = time % 2 == 0;
            fake.Site.Settings["legacySearch"] = legacy ? "true" : "false";
            var before = Interlocked.Read(ref switched);
            SpinWait.SpinUntil(() => switching.IsCompleted || Interlocked.Read(ref switched) > before);
            lost += jira.Settings.LegacySearch == legacy ? 0 : 1;
        }

        Volatile.Write(ref isOver, true);
        await switching;

        lost.ShouldBe(0);
    }

    /// <summary>Many sites, each arranged by all threads at the same moment.</summary>
    private static IReadOnlyList<FakeSite> Arranged(FakeJiraServer fake, Action<FakeSite, int> arrange)
    {
        IReadOnlyList<FakeSite> sites = [.. Enumerable.Range(0, 100).Select(number => fake.Sites.Create($"site-{number}"))];
        using var together = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(
            () =>
            {
                try
                {
                    foreach (var site in sites)
                    {
                        together.SignalAndWait();
                        arrange(site, thread);
                    }
                }
                finally
                {
                    together.RemoveParticipant();
                }
            },
            TaskCreationOptions.LongRunning)).ToArray();
        Task.WaitAll(threads);
        return sites;
    }
}
