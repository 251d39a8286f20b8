using System.Text.Json;
using FakeJira.IdeaBank;
using FakeJira.IdeaBank.World;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.IdeaBank;

/// <summary>Random histories of panelists and researchers against a model on paper: a status, a target of the merge and a row of votes for each proposal.</summary>
public sealed class ModelTests
{
    private const int Panelists = 3;
    private const int Proposals = 5;

    private enum Kind
    {
        Vote,
        Withdraw,
        Merge,
        SetStatus,
        Block,
    }

    private static Gen<Step> Steps =>
        from kind in Gen.Frequency((6, Gen.Constant(Kind.Vote)), (3, Gen.Constant(Kind.Withdraw)), (2, Gen.Constant(Kind.Merge)), (2, Gen.Constant(Kind.SetStatus)), (1, Gen.Constant(Kind.Block)))
        from panelist in Gen.Choose(0, Panelists - 1)
        from proposal in Gen.Choose(0, Proposals - 1)
        from other in Gen.Choose(0, Proposals - 1)
        from value in Gen.Elements(1, -1)
        from status in Gen.Frequency((3, Gen.Constant(ProposalStatus.Open)), (2, Gen.Elements(ProposalStatus.Draft, ProposalStatus.Accepted, ProposalStatus.Rejected, ProposalStatus.Implemented, ProposalStatus.Closed)))
        select new Step(kind, panelist, proposal, other, value, status);

    [Test]
    public void Answers_scores_and_lists_agree_with_the_model() =>
        Prop.ForAll(Steps.ListOf().ToArbitrary(), steps => Run([.. steps]).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    private static async Task<bool> Run(Step[] steps)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var panelists = Enumerable.Range(0, Panelists).Select(_ => fake.IdeaBank.AddPanelist()).ToArray();
        var clients = panelists.Select(panelist => new HttpClient(fake.CreateHandler(panelist)) { BaseAddress = new("http://localhost") }).ToArray();
        foreach (var number in Enumerable.Range(0, Proposals))
        {
            fake.IdeaBank.AddProposal($"p-{number}", title: "", description: "");
        }

        var model = new PaperBank(Panelists, Proposals);
        foreach (var step in steps)
        {
            fake.Clock.Advance(TimeSpan.FromSeconds(1));
            var before = fake.IdeaBank.World;
            var (expected, isRefused) = model.Take(step);
            (await Take(fake, panelists, clients, step)).ShouldBe(expected, step.ToString());
            (isRefused ? fake.IdeaBank.World : before).ShouldBeSameAs(before);
            WorldCheck.Agrees(fake.IdeaBank.World);
            await Compare(fake, clients, model);
        }

        return true;
    }

    private static async Task<string> Take(FakeJiraServer fake, Panelist[] panelists, HttpClient[] clients, Step step)
    {
        switch (step.Kind)
        {
            case Kind.Vote:
                return (await clients[step.Panelist].VoteAsync($"p-{step.Proposal}", $$"""{"vote":{{step.Value}}}""")).Rule;
            case Kind.Withdraw:
                return (await clients[step.Panelist].WithdrawAsync($"p-{step.Proposal}")).Rule;
            case Kind.Merge:
                try
                {
                    fake.IdeaBank.Merge($"p-{step.Proposal}", $"p-{step.Other}");
                    return "";
                }
                catch (FakeJiraException)
                {
                    return "circle";
                }

            case Kind.SetStatus:
                fake.IdeaBank.SetStatus($"p-{step.Proposal}", step.Status);
                return "";
            default:
                fake.IdeaBank.Block(panelists[step.Panelist], step.Value == 1);
                return "";
        }
    }

    private static async Task Compare(FakeJiraServer fake, HttpClient[] clients, PaperBank model)
    {
        for (var proposal = 0; proposal < Proposals; proposal++)
        {
            (fake.IdeaBank.ScoreOf($"p-{proposal}"), fake.IdeaBank.TotalVotesOn($"p-{proposal}")).ShouldBe((model.VotesOn(proposal).Sum(), model.VotesOn(proposal).Count()));
        }

        var items = await Items(clients[0], "/public/ideabank/proposals?sort=votes", "items");
        items.ShouldBe(model.ByScore.Select(proposal => ($"p-{proposal}", model.VotesOn(proposal).Sum())));
        for (var panelist = 0; panelist < Panelists; panelist++)
        {
            (await Items(clients[panelist], "/public/ideabank/my-votes", "votes")).ShouldBe(model.VotesOf(panelist).Select(vote => ($"p-{vote.Proposal}", vote.Value)), ignoreOrder: true);
        }
    }

    private static async Task<(string Id, int Value)[]> Items(HttpClient client, string path, string list)
    {
        using var document = JsonDocument.Parse((await client.ReadAsync(path)).Body);
        return [.. document.RootElement.GetProperty(list).EnumerateArray().Select(item => (item.GetProperty("proposalId").GetString()!, item.GetProperty(list == "items" ? "votes" : "vote").GetInt32()))];
    }

    private sealed record Step(Kind Kind, int Panelist, int Proposal, int Other, int Value, ProposalStatus Status);

    /// <summary>The bank on paper.</summary>
    private sealed class PaperBank(int panelists, int proposals)
    {
        private readonly int[,] _votes = new int[panelists, proposals];
        private readonly int?[] _mergedInto = new int?[proposals];
        private readonly ProposalStatus[] _status = [.. Enumerable.Repeat(ProposalStatus.Open, proposals)];
        private readonly bool[] _blocked = new bool[panelists];

        public IEnumerable<int> ByScore => Enumerable.Range(0, proposals).Where(IsOpen).OrderByDescending(proposal => VotesOn(proposal).Sum()).ThenByDescending(proposal => proposal);

        public IEnumerable<int> VotesOn(int proposal) => Enumerable.Range(0, panelists).Select(panelist => _votes[panelist, proposal]).Where(vote => vote != 0);

        public IEnumerable<(int Proposal, int Value)> VotesOf(int panelist) => Enumerable.Range(0, proposals).Select(proposal => (proposal, _votes[panelist, proposal])).Where(vote => vote.Item2 != 0);

        /// <summary>The rule of the answer, or of a merge whether it is refused; and whether nothing may have changed.</summary>
        public (string Answer, bool IsRefused) Take(Step step)
        {
            var end = End(step.Proposal);
            switch (step.Kind)
            {
                case Kind.Vote or Kind.Withdraw when _blocked[step.Panelist]:
                    return ("IDEA-CANNOT-VOTE-403", true);
                case Kind.Vote when !IsOpen(end):
                    return ("IDEA-PROPOSAL-404", true);
                case Kind.Withdraw when !IsOpen(end):
                    return (_status[end] == ProposalStatus.Draft ? "IDEA-PROPOSAL-404" : "IDEA-DELETE-CLOSED-404", true);
                case Kind.Vote:
                    _votes[step.Panelist, end] = step.Value;
                    return (end == step.Proposal ? "IDEA-VOTE-200" : "IDEA-MERGED-200", false);
                case Kind.Withdraw:
                    var hadVote = _votes[step.Panelist, end] != 0;
                    _votes[step.Panelist, end] = 0;
                    return (end != step.Proposal ? "IDEA-DELETE-MERGED-204" : hadVote ? "IDEA-DELETE-204" : "IDEA-DELETE-ABSENT-204", !hadVote);
                case Kind.Merge:
                    return Merge(step.Proposal, step.Other);
                case Kind.SetStatus:
                    (_status[step.Proposal], _mergedInto[step.Proposal]) = (step.Status, null);
                    return ("", false);
                default:
                    _blocked[step.Panelist] = step.Value == 1;
                    return ("", false);
            }
        }

        private (string Answer, bool IsRefused) Merge(int source, int target)
        {
            for (int? at = target; at is { } here; at = _mergedInto[here])
            {
                if (here == source)
                {
                    return ("circle", true);
                }
            }

            var end = End(target);
            for (var panelist = 0; panelist < panelists; panelist++)
            {
                if (_votes[panelist, end] == 0)
                {
                    (_votes[panelist, end], _votes[panelist, source]) = (_votes[panelist, source], 0);
                }
            }

            (_status[source], _mergedInto[source]) = (ProposalStatus.Merged, target);
            return ("", false);
        }

        private int End(int proposal) => _mergedInto[proposal] is { } next ? End(next) : proposal;

        private bool IsOpen(int proposal) => _status[proposal] == ProposalStatus.Open;
    }
}
