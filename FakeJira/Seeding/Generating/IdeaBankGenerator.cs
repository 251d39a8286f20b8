using System.Collections.Immutable;
using FakeJira.IdeaBank.World;
using FakeJira.Jira.World;

namespace FakeJira.Seeding.Generating;

/// <summary>Panelists, proposals and votes in the first bank, which is made where there is none.</summary>
internal static class IdeaBankGenerator
{
    private const string Tenant = "tenant";
    private static readonly ProposalStatus[] Statuses = [.. Enumerable.Repeat(ProposalStatus.Open, 6), ProposalStatus.Accepted, ProposalStatus.Rejected, ProposalStatus.Implemented, ProposalStatus.Closed];

    /// <summary>How many panelists could vote without new ones.</summary>
    public static int PanelistsOf(IdeaBankWorld world) => First(world)?.Voters.Count ?? 0;

    public static IdeaBankWorld Fill(IdeaBankWorld world, Generation wanted, Chance chance)
    {
        var bank = First(world);
        if (bank is null)
        {
            bank = new Bank($"bank{chance.Next():x16}", Tenant, "Product Ideas", AccessLevel.OpenVoting) { Description = "" };
            world = world.ApiKeys.ContainsValue(Tenant) ? world : world.WithApiKey($"vtt_{chance.Next():x16}", Tenant);
        }

        (world, var voters) = AddPanelists(world, bank, wanted.Panelists, chance);
        var words = new Words(chance);
        var taken = world.BankOfProposal.ToBuilder();
        var proposals = bank.Numbered.Select(id => bank.Proposals[id]).ToList();
        var ids = voters.Keys.Order(StringComparer.Ordinal).ToArray();
        var votes = wanted.Proposals == 0 ? [] : chance.Shares(wanted.ProposalVotes, wanted.Proposals, ids.Length);
        for (var number = 0; number < wanted.Proposals; number++)
        {
            var id = $"p-{chance.Next():x16}";
            while (taken.ContainsKey(id))
            {
                id = $"p-{chance.Next():x16}";
            }

            taken[id] = bank.Id;
            proposals.Add(MadeUp(id, proposals.Count + 1, chance.Different(ids, votes[number]), words, chance));
        }

        return world.With(bank.Filled(voters.Values, proposals)) with { BankOfProposal = taken.ToImmutable() };
    }

    private static (IdeaBankWorld World, Dictionary<string, Voter> Voters) AddPanelists(IdeaBankWorld world, Bank bank, int count, Chance chance)
    {
        var voters = bank.Voters.ToDictionary(StringComparer.Ordinal);
        for (var (number, made) = (1, 0); made < count; number++)
        {
            var id = $"panelist-{number}";
            if (voters.ContainsKey(id))
            {
                continue;
            }

            var session = new Session(Session.TokenOf(bank.Tenant, bank.Id, $"ses{chance.Next():x16}"), bank.Id, id);
            world = world.With(session);
            voters[id] = new Voter(id) { PublicKey = session.Token };
            made++;
        }

        return (world, voters);
    }

    private static Proposal MadeUp(string id, long number, IEnumerable<string> voters, Words words, Chance chance)
    {
        var created = Issue.Beginning + TimeSpan.FromMinutes(chance.Below(365 * 24 * 60));
        var votes = voters.ToImmutableDictionary(voter => voter, _ => new Vote(chance.Below(5) == 0 ? -1 : 1, created + TimeSpan.FromMinutes(1 + chance.Below(60 * 24 * 30))));
        return new Proposal(id, number, words.Title(), words.Sentence(), created)
        {
            Status = chance.Of(Statuses),
            Votes = votes,
            VoteSum = votes.Values.Sum(vote => vote.Value),
        };
    }

    private static Bank? First(IdeaBankWorld world) => world.Banks.Values.MinBy(bank => bank.Id, StringComparer.Ordinal);
}
