using FakeJira.Stubs;
using static FakeJira.IdeaBank.Operations.IdeaBankRules;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.IdeaBank.Operations;

/// <summary>GET of an idea bank.</summary>
internal static class BankOperation
{
    private static readonly Rule Get200 = new("IDEA-GET-200", "The bank's title and what the panelist may do; description and proposalCount only when the panelist may view proposals.", DocumentedElsewhere, $"Get Idea Bank, {Help}. That proposalCount counts open proposals is assumed.");

    public static Operation Operation { get; } = IdeaBankOperation.OfPanelists("ideabank.get", "GET", "", "The idea bank and what the panelist may do in it.", "", [Get200], Get);

    private static StubResponse Get(StubRequest request)
    {
        var admission = request.Admit();
        if (admission.Refusal is { } refusal)
        {
            return IdeaBankErrors.Refused(refusal);
        }

        var (bank, may) = (admission.Bank, admission.Capabilities);
        return IdeaBankJson.Ok([Get200], json =>
        {
            json.WriteString("title", bank.Title);
            if (may.CanView)
            {
                json.WriteString("description", bank.Description);
            }

            json.WriteBoolean("canViewProposals", may.CanView);
            json.WriteBoolean("canVote", may.CanVote);
            json.WriteBoolean("canSubmitProposal", may.CanSubmit);
            json.WriteBoolean("canComment", may.CanComment);
            if (may.CanView)
            {
                json.WriteNumber("proposalCount", bank.Recent.Count);
            }
        });
    }
}
