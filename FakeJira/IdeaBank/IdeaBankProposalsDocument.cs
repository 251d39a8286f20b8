using System.Collections.Immutable;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.IdeaBank;

/// <summary>The proposals of a bank and their votes in a state document, in the order of their numbers.</summary>
internal static class IdeaBankProposalsDocument
{
    public static IReadOnlyList<Proposal> Read(JsonNodeAt bankNode, Bank bank, Dictionary<string, Voter> voters, IDictionary<string, string> taken)
    {
        var nodes = new Dictionary<string, JsonNodeAt>(StringComparer.Ordinal);
        var proposals = new List<Proposal>();
        foreach (var node in bankNode.Items("proposals"))
        {
            if (IdeaBankDocument.Required(node, "id", text => text.Length > 0, "an id such as \"p-abc123\"") is not { } id)
            {
                continue;
            }

            if (!taken.TryAdd(id, bank.Id))
            {
                node.PlaceOf("id").Error($"The proposal {id} is there twice.");
                continue;
            }

            nodes[id] = node;
            proposals.Add(ReadOne(node, id, proposals.Count + 1, voters));
            node.ReportUnknown();
        }

        CheckMerges(proposals.ToDictionary(proposal => proposal.Id), nodes);
        return proposals;
    }

    public static JArray Write(Bank bank) => [.. bank.Numbered.Select(id => bank.Proposals[id]).Select(proposal => new JObject
    {
        ["id"] = proposal.Id,
        ["title"] = proposal.Title,
        ["description"] = proposal.Description,
        ["status"] = IdeaBankBankDocument.NameOf(proposal.Status),
        ["mergedInto"] = proposal.MergedInto,
        ["createdAt"] = proposal.CreatedAt.ToString("O"),
        ["baseVotes"] = proposal.BaseVotes,
        ["baseTotalVotes"] = proposal.BaseTotalVotes,
        ["votes"] = new JArray(proposal.Votes.OrderBy(vote => vote.Key, StringComparer.Ordinal).Select(vote => new JObject
        {
            ["panelist"] = vote.Key,
            ["vote"] = vote.Value.Value,
            ["votedAt"] = vote.Value.VotedAt.ToString("O"),
        })),
    })];

    /// <summary>The proposal of a node; a mistake is noted at its place.</summary>
    internal static Proposal ReadOne(JsonNodeAt node, string id, int number, IReadOnlyDictionary<string, Voter> voters)
    {
        var mergedInto = node.Text("mergedInto");
        var votes = ReadVotes(node, voters);
        var proposal = new Proposal(id, number, node.Text("title") ?? $"Title of {id}", node.Text("description") ?? "", node.Moment("createdAt") ?? IdeaBankVendorSite.CreatedAt)
        {
            Status = IdeaBankBankDocument.OneOf(node, "status", mergedInto is null ? ProposalStatus.Open : ProposalStatus.Merged),
            MergedInto = mergedInto,
            BaseVotes = node.Integer("baseVotes", -Proposal.MostBaseVotes, Proposal.MostBaseVotes) ?? 0,
            BaseTotalVotes = node.Integer("baseTotalVotes", 0, Proposal.MostBaseVotes) ?? 0,
            Votes = votes,
            VoteSum = votes.Values.Sum(vote => vote.Value),
        };
        if (proposal.Status == ProposalStatus.Merged != mergedInto is not null)
        {
            node.PlaceOf("status").Error("The status is merged exactly where mergedInto names a proposal.");
        }

        return proposal;
    }

    private static ImmutableDictionary<string, Vote> ReadVotes(JsonNodeAt proposal, IReadOnlyDictionary<string, Voter> voters)
    {
        var votes = ImmutableDictionary.CreateBuilder<string, Vote>();
        foreach (var node in proposal.Items("votes"))
        {
            var panelist = IdeaBankDocument.Required(node, "panelist", text => text.Length > 0, "the id of a panelist");
            var value = node.Integer("vote", -1, 1);
            if (value is null or 0)
            {
                node.PlaceOf("vote").Error("Expected a 'vote' of 1 or -1.");
            }

            if (panelist is not null && !voters.ContainsKey(panelist))
            {
                node.PlaceOf("panelist").Error(() => $"There is no panelist {panelist} in this bank" + (Suggestion.For(panelist, voters.Keys) is { } near ? $"; did you mean {near}?" : "."));
            }
            else if (panelist is not null && !votes.TryAdd(panelist, new Vote((int)(value ?? 1), node.Moment("votedAt") ?? IdeaBankVendorSite.VotedAt)))
            {
                node.PlaceOf("panelist").Error($"{panelist} has two votes on the same proposal.");
            }

            node.ReportUnknown();
        }

        return votes.ToImmutable();
    }

    private static void CheckMerges(Dictionary<string, Proposal> proposals, Dictionary<string, JsonNodeAt> nodes)
    {
        var ends = new HashSet<string>(StringComparer.Ordinal);
        foreach (var proposal in proposals.Values)
        {
            var way = new HashSet<string>(StringComparer.Ordinal);
            for (var at = proposal; at?.MergedInto is { } next && !ends.Contains(at.Id); at = proposals.GetValueOrDefault(next))
            {
                if (!way.Add(at.Id))
                {
                    nodes[at.Id].PlaceOf("mergedInto").Error($"The merges of {at.Id} go round in a circle; one of them must end at a proposal that is not merged.");
                    break;
                }

                if (!proposals.ContainsKey(next))
                {
                    nodes[at.Id].PlaceOf("mergedInto").Error($"There is no proposal {next} in this bank.");
                }
            }

            // Each proposal is looked at once: whatever leads to one that was is known.
            ends.UnionWith(way);
        }
    }
}
