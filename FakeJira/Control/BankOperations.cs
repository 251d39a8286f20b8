using FakeJira.IdeaBank;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using static FakeJira.Control.SingleBody;

namespace FakeJira.Control;

/// <summary>Single banks, panelists and API keys, in the shapes of the state document.</summary>
internal static class BankOperations
{
    private const string One = "/ideabank/banks/{bankId}";
    private const string OnePanelist = One + "/panelists/{panelistId}";
    private const string OneKey = "/ideabank/apiKeys/{key}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("ideabank.banks.put", "PUT", One, "Adds a bank, or puts it in the place of the one there is: {\"title\": \"Ideas\", \"accessLevel\": \"openVoting\", \"panelists\": [], \"proposals\": []}.", PutBank),
        ControlContract.OfSite("ideabank.banks.delete", "DELETE", One, "Deletes a bank with its panelists and proposals.", (request, site) => Of(request, site, (world, bank) => (world.Without(bank), ControlErrors.NoContent()))),
        ControlContract.OfSite("ideabank.panelists.put", "PUT", OnePanelist, "Adds a panelist, or replaces what is said of one and the sessions; votes stay: {\"sessions\": [{\"session\": \"ses1\"}], \"blocked\": false}.", PutPanelist),
        ControlContract.OfSite("ideabank.panelists.delete", "DELETE", OnePanelist, "Deletes a panelist with sessions and votes.", DeletePanelist),
        ControlContract.OfSite("ideabank.apiKeys.put", "PUT", OneKey, "Gives a tenant an API key: {\"tenant\": \"tenant\"}.", PutKey),
        ControlContract.OfSite("ideabank.apiKeys.delete", "DELETE", OneKey, "Takes an API key away.", DeleteKey),
    ];

    public static StubResponse Of(StubRequest request, Site site, Func<IdeaBankWorld, Bank, (IdeaBankWorld, StubResponse)> change) => site.Change(IdeaBankContract.World, world =>
        request.PathValue("bankId") is var id && world.Banks.TryGetValue(id, out var bank) ? change(world, bank) : (world, NoSuch("bank", id, site, world.Banks.Keys)));

    private static StubResponse PutBank(StubRequest request, Site site)
    {
        var id = request.PathValue("bankId");
        if (!Arrangement.IsPart(id))
        {
            return ControlErrors.Refused(400, $"'{id}' is no id of a bank; expected letters, digits, hyphens, underscores or dots.");
        }

        if (Read(request, "a bank: {\"title\", \"accessLevel\", \"panelists\", \"proposals\"}", out var problems, "id", id) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        return site.Change(IdeaBankContract.World, world =>
        {
            var rest = world.Banks.TryGetValue(id, out var before) ? world.Without(before) : world;
            var proposals = rest.BankOfProposal.ToBuilder();
            var next = IdeaBankBankDocument.ReadOne(root, rest, id, proposals);
            return Settled(world, next with { BankOfProposal = proposals.ToImmutable() }, problems);
        });
    }

    private static StubResponse PutPanelist(StubRequest request, Site site)
    {
        var id = request.PathValue("panelistId");
        if (Read(request, "a panelist: {\"sessions\", \"blocked\"}", out var problems, "id", id) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        return Of(request, site, (world, bank) =>
        {
            var (next, voter) = IdeaBankBankDocument.ReadPanelist(root, world.WithoutSessions(bank.Id, id), bank, id);
            return Settled(world, next.With(bank.With(voter! with { VotedOn = bank.Voters.GetValueOrDefault(id)?.VotedOn ?? [] })), problems);
        });
    }

    private static StubResponse DeletePanelist(StubRequest request, Site site) => Of(request, site, (world, bank) =>
        request.PathValue("panelistId") is var id && bank.Voters.TryGetValue(id, out var voter)
            ? (Removal.Panelist(world, bank, voter), ControlErrors.NoContent())
            : (world, NoSuch("panelist", id, site, bank.Voters.Keys)));

    private static StubResponse PutKey(StubRequest request, Site site)
    {
        if (Read(request, "an object: {\"tenant\": \"tenant\"}", out var problems, "key", request.PathValue("key")) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        var tenant = IdeaBankDocument.Required(root, "tenant", text => text.Length > 0, "the tenant of a bank");
        root.ReportUnknown();
        return site.Change(IdeaBankContract.World, world => Settled(world, world.WithApiKey(request.PathValue("key"), tenant ?? ""), problems));
    }

    private static StubResponse DeleteKey(StubRequest request, Site site) => site.Change(IdeaBankContract.World, world =>
        request.PathValue("key") is var key && world.ApiKeys.ContainsKey(key)
            ? (world with { ApiKeys = world.ApiKeys.Remove(key) }, ControlErrors.NoContent())
            : (world, NoSuch("API key", key, site, world.ApiKeys.Keys)));
}
