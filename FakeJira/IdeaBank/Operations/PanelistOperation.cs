using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.IdeaBank.Operations;

/// <summary>The tenant's side: a panelist's access to a bank.</summary>
internal static class PanelistOperation
{
    private const string Page = "Idea bank panelist access, " + IdeaBankRules.Help;

    private static readonly Rule Panelist200 = new("IDEA-PANELIST-200", "What the panelist may do, the token of the current session, and the URL that carries it percent-encoded.", DocumentedElsewhere, Page + ".");
    private static readonly Rule Renewed200 = new("IDEA-PANELIST-RENEWED-200", "The session had expired, or there was none: the same with the token of a new one, for the same voter.", Inferred, Page + ".");
    private static readonly Rule Added200 = new("IDEA-PANELIST-ADDED-200", "An id that was not known: the same for a new panelist.", Inferred, Page + ": the id is the tenant's own.");
    private static readonly Rule ApiKey401 = new("IDEA-API-KEY-401", "X-API-Key is missing or unknown.", Inferred, Page + ": it is required; the answer as on the proposal vote page.");
    private static readonly Rule Panelist404 = new("IDEA-PANELIST-404", "The tenant has no such idea bank, or it is not for panelists.", Inferred, "Access levels: no access link is made for an Internal bank; the answer as on the proposal vote page.");

    public static Operation Operation { get; } =
        new("ideabank.panelists.get", "GET", "/tenant/ideabanks/{ideaBankId}/panelists/{panelistId}", "What a panelist may do, and a token for them.", [Panelist200, Renewed200, Added200, ApiKey401, Panelist404, IdeaBankRules.Body413, IdeaBankRules.Full507], IdeaBankOperation.Served(Get))
        {
            Access = "`X-API-Key: vtt_…`",
            Known = new() { CredentialHeader = "X-API-Key" },
        };

    private static StubResponse Get(StubRequest request)
    {
        var site = request.Site;
        var outcome = request.Change(world => PanelistAccess.Give(world, request.Header("X-API-Key"), request.PathValue("ideaBankId"), request.PathValue("panelistId"), site.Clock.Now, site.Random.Next));
        return outcome.Kind switch
        {
            AccessKind.UnknownKey => IdeaBankErrors.Unauthorized(ApiKey401),
            AccessKind.BankUnavailable => IdeaBankErrors.NotFound(Panelist404),
            AccessKind.Full => IdeaBankErrors.Full(),
            AccessKind.SessionGiven => Given(request, outcome, Panelist200),
            AccessKind.SessionRenewed => Given(request, outcome, Renewed200),
            AccessKind.PanelistAdded => Given(request, outcome, Added200),
        };
    }

    private static StubResponse Given(StubRequest request, AccessOutcome outcome, Rule rule)
    {
        var (bank, voter) = (outcome.Bank!, outcome.Voter!);
        var may = bank.CapabilitiesOf(voter);
        return IdeaBankJson.Ok([rule], json =>
        {
            json.WriteStartObject("ideaBank");
            json.WriteString("status", "OPEN");
            json.WriteString("title", bank.Title);
            json.WriteEndObject();
            json.WriteStartObject("panelist");
            json.WriteBoolean("canVote", may.CanVote);
            json.WriteBoolean("canSubmitProposal", may.CanSubmit);
            json.WriteString("publicKey", voter.PublicKey);
            json.WriteString("hostedIdeaBankUrl", $"{request.BaseUrl}/public/ideabank/?key={Uri.EscapeDataString(voter.PublicKey ?? "")}");
            json.WriteEndObject();
        });
    }
}
