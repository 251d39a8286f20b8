using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

/// <summary>What must hold in every world: whatever is kept to be found quickly agrees with what it was made from.</summary>
internal static class WorldCheck
{
    public static void Agrees(IdeaBankWorld world)
    {
        foreach (var bank in world.Banks.Values)
        {
            var proposals = bank.Numbered.Select(id => bank.Proposals[id]).ToList();
            var again = (bank with { Voters = bank.Voters.Clear() }).Filled(bank.Voters.Values, proposals);
            proposals.Select(proposal => proposal.Number).ShouldBe(Enumerable.Range(1, bank.Proposals.Count).Select(number => (long)number));
            proposals.Select(proposal => proposal.VoteSum).ShouldBe(proposals.Select(proposal => proposal.Votes.Values.Sum(vote => (long)vote.Value)));
            proposals.ShouldAllBe(proposal => (proposal.Status == ProposalStatus.Merged) == (proposal.MergedInto != null));
            bank.Recent.ShouldBe(again.Recent);
            bank.ByScore.ShouldBe(again.ByScore);
            bank.Size.ShouldBe(again.Size);
            foreach (var voter in bank.Voters.Values)
            {
                voter.VotedOn.ShouldBe(again.Voters[voter.Id].VotedOn, voter.Id);
            }
        }

        foreach (var owned in world.Sessions.Values.GroupBy(session => (session.BankId, session.PanelistId)).Take(20))
        {
            var rest = world.WithoutSessions(owned.Key.BankId, owned.Key.PanelistId);
            rest.Sessions.Count.ShouldBe(world.Sessions.Count - owned.Count());
            owned.ShouldAllBe(session => !rest.Sessions.ContainsKey(session.Token));
        }

        world.Size.ShouldBe(world.Banks.Values.Sum(bank => bank.Size) + (world.Sessions.Count * Session.Size));
    }
}
