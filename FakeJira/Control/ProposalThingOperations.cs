using FakeJira.IdeaBank;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using static FakeJira.Control.SingleBody;

namespace FakeJira.Control;

/// <summary>Single proposals, in the shapes of the state document.</summary>
internal static class ProposalThingOperations
{
    private const string One = "/ideabank/proposals/{proposalId}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("ideabank.proposals.add", "POST", "/ideabank/banks/{bankId}/proposals", "Adds a proposal: {\"id\": \"p-1\", \"title\": \"Dark mode\", \"votes\": []}.", Add),
        ControlContract.OfSite("ideabank.proposals.delete", "DELETE", One, "Deletes a proposal and its votes; not one that another is a part of (409).", Delete),
    ];

    private static StubResponse Add(StubRequest request, Site site)
    {
        if (Read(request, "a proposal: {\"id\", \"title\"}", out var problems) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        return BankOperations.Of(request, site, (world, bank) =>
        {
            var id = IdeaBankDocument.Required(root, "id", text => text.Length > 0, "an id such as \"p-abc123\"");
            if (id is not null && world.BankOfProposal.ContainsKey(id))
            {
                root.PlaceOf("id").Error($"The proposal {id} is there already.");
            }

            var proposal = IdeaBankProposalsDocument.ReadOne(root, id ?? "", (int)bank.NextNumber, bank.Voters);
            if (proposal.MergedInto is { } into)
            {
                root.PlaceOf("mergedInto").Error($"Add the proposal alone, and merge it into {into} with PUT …/merge.");
            }

            root.ReportUnknown();
            return problems.HasErrors ? (world, ControlErrors.Mistakes(problems)) : (world.WithAdded(proposal, bank), ControlErrors.NoContent());
        });
    }

    private static StubResponse Delete(StubRequest request, Site site) => Of(request, site, (world, bank, proposal) =>
        Removal.Proposal(world, bank, proposal) is { } next
            ? (next, ControlErrors.NoContent())
            : (world, ControlErrors.Refused(409, $"Another proposal is a part of {proposal.Id}; separate it with PUT …/status first.")));

    private static StubResponse Of(StubRequest request, Site site, Func<IdeaBankWorld, Bank, Proposal, (IdeaBankWorld, StubResponse)> change) => site.Change(IdeaBankContract.World, world =>
        request.PathValue("proposalId") is var id && world.BankOfProposal.TryGetValue(id, out var bankId) && world.Banks[bankId] is var bank
            ? change(world, bank, bank.Proposals[id])
            : (world, NoSuch("proposal", id, site, world.BankOfProposal.Keys)));
}
