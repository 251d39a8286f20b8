using FakeJira.IdeaBank;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control.Pages;

/// <summary>The proposals of all idea banks with their scores, page by page, and who has voted on them.</summary>
internal static class ProposalPages
{
    private const string Recent = "recent";

    public static IReadOnlyList<Operation> All { get; } =
    [
        Page.Operation("ideabank.proposals.list", "/ideabank/proposals", "Proposals, highest score first: offset=, limit= (50), search= in title and id, order=recent for the latest first.", [Recent], (_, site, page) => ControlErrors.Ok(Proposals(site.Read(IdeaBankContract.World), page))),
        Page.Operation("ideabank.votes.list", "/ideabank/proposals/{proposalId}/votes", "Who has voted on a proposal, and how; and who could: offset=, limit= (50), search=.", [], Votes),
    ];

    private static JObject Proposals(IdeaBankWorld world, Page page)
    {
        var found = world.Banks.Values.SelectMany(bank => bank.Proposals.Values.Select(proposal => (Bank: bank, Proposal: proposal))).Where(each => page.Finds(each.Proposal.Title, each.Proposal.Id)).ToList();
        var ordered = page.Order == Recent ? found.OrderByDescending(each => each.Proposal.CreatedAt) : found.OrderByDescending(each => each.Proposal.Score);
        return page.Of("proposals", found.Count, ordered.ThenBy(each => each.Proposal.Id, StringComparer.Ordinal).Skip(page.Offset).Take(page.Limit), each => Show(each.Bank, each.Proposal));
    }

    private static JObject Show(Bank bank, Proposal proposal) => new()
    {
        ["id"] = proposal.Id,
        ["bank"] = bank.Title,
        ["bankId"] = bank.Id,
        ["title"] = proposal.Title,
        ["status"] = proposal.Status.ToString().ToLowerInvariant(),
        ["mergedInto"] = proposal.MergedInto,
        ["score"] = proposal.Score,
        ["votes"] = proposal.TotalVotes,
        ["createdAt"] = proposal.CreatedAt.UtcDateTime.ToString("O"),
    };

    private static StubResponse Votes(StubRequest request, Site site, Page page)
    {
        var id = request.PathValue("proposalId");
        var world = site.Read(IdeaBankContract.World);
        if (!world.BankOfProposal.TryGetValue(id, out var bankId))
        {
            return ControlErrors.Refused(404, $"There is no proposal '{id}' on the site '{site.Name}'.");
        }

        var bank = world.Banks[bankId];
        var proposal = bank.Proposals[id];
        var voters = bank.Voters.Keys.Where(voter => page.Finds(voter)).OrderBy(voter => proposal.Votes.ContainsKey(voter) ? 0 : 1).ThenBy(voter => voter, StringComparer.Ordinal);
        var shown = page.Of("panelists", [.. voters], voter => new JObject { ["id"] = voter, ["vote"] = proposal.Votes.TryGetValue(voter, out var vote) ? vote.Value : null });
        shown.AddFirst(new JProperty("proposal", Show(bank, proposal)));
        return ControlErrors.Ok(shown);
    }
}
