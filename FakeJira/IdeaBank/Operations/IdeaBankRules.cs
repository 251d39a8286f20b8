using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.IdeaBank.Operations;

/// <summary>The rules that many operations share.</summary>
internal static class IdeaBankRules
{
    public const string VotePage = "Proposal vote page";
    public const string Help = "the vendor's developer help";

    public static readonly Rule Token401 = new("IDEA-TOKEN-401", "Authorization is missing, not three parts or unknown; with Bearer in front, or still percent-encoded.", Documented, VotePage + "; body inferred.");
    public static readonly Rule Expired403 = new("IDEA-EXPIRED-403", "The token has expired, by the site's clock.", Documented, VotePage + "; body inferred.");
    public static readonly Rule Bank404 = new("IDEA-BANK-404", "The idea bank is Internal or not open to panelists.", Documented, VotePage + " for the code; body inferred.");
    public static readonly Rule Busy429 = new("IDEA-BUSY-429", "The server is busy; nothing is recorded. Only by fault or mapping. No Retry-After of its own.", Documented, VotePage + " for the code; body inferred; that there is no Retry-After is assumed.");
    public static readonly Rule ContentType400 = new("IDEA-CONTENT-TYPE-400", "POST without application/json, with strictContentType.", Assumed, VotePage + " requires the header; what is answered without it is assumed.");
    public static readonly Rule Query400 = new("IDEA-QUERY-400", "sort is neither recent nor votes, or limit no whole number from 1. A limit above 100 counts as 100.", Assumed, "The vendor's help names the parameters; neither their limits nor the default of 20.");
    public static readonly Rule Cursor400 = new("IDEA-CURSOR-400", "The cursor cannot be read, or belongs to another list.", Assumed, "The vendor's help calls cursors encrypted.");

    public static readonly Rule Body413 = new("IDEA-BODY-413", "A body longer than this server takes.", Assumed, "The vendor's limit is unknown; the shape is that of its errors.");
    public static readonly Rule Full507 = new("IDEA-FULL-507", "The site has no room for another proposal, vote, panelist or session (switch ideaBankMegabytes); nothing is stored. What a test or a seed arranges always has room.", Assumed, "A limit of this server, so that no client can fill its memory; with a status that the vendor is not known to use.");
    public static readonly Rule Cors204 = new("IDEA-CORS-204", "OPTIONS with Origin and Access-Control-Request-Method. CORS headers stand on every answer to a request with Origin, errors too, and expose X-FakeJira-Rule and X-FakeJira-Stub.", Inferred, VotePage + ": its JavaScript example is a browser's. That it holds for unknown paths is assumed.");
    public static readonly Rule Method405 = new("IDEA-METHOD-405", "A known path, another method: Allow lists the methods.", Assumed, "Nothing is known.");
    public static readonly Rule NoEndpoint404 = new("IDEA-NO-ENDPOINT-404", "An unknown path under /public/ideabank or /tenant/ideabanks.", Assumed, "Nothing is known.");

    /// <summary>What the contract says outside of its operations.</summary>
    public static Rule[] Unserved { get; } = [Cors204, Method405, NoEndpoint404];

    /// <summary>What every operation of panelists can say before it is asked.</summary>
    public static Rule[] OfPanelists { get; } = [Token401, Expired403, Bank404, Body413];
}
