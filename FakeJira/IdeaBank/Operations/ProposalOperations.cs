using System.Text.Json;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using static FakeJira.IdeaBank.Operations.IdeaBankRules;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.IdeaBank.Operations;

/// <summary>The open proposals of a bank, and new ones.</summary>
internal static class ProposalOperations
{
    private const string Path = "/proposals";
    private const string SubmitPage = "Submit Proposal, " + Help;

    private static readonly Rule List200 = new("IDEA-LIST-200", "The open proposals, the latest or those with the highest score first; myVote where the panelist has voted and may vote.", DocumentedElsewhere, $"List Proposals, {Help}. The order among equals is assumed: latest first.");
    private static readonly Rule ListHidden200 = new("IDEA-LIST-HIDDEN-200", "The panelist may not view proposals: no items.", DocumentedElsewhere, $"List Proposals, {Help}.");
    private static readonly Rule Submit200 = new("IDEA-SUBMIT-200", "An open proposal without votes.", DocumentedElsewhere, SubmitPage + ", for the body; the status is inferred (the vendor's pages name those that are not 200), that it is open at once is assumed.");
    private static readonly Rule SubmitInvalid400 = new("IDEA-SUBMIT-INVALID-400", "title or description are missing, blank or no text; an empty body, broken JSON, not an object.", Inferred, SubmitPage + ": both are required; the answer as on the proposal vote page.");
    private static readonly Rule CannotSubmit403 = new("IDEA-CANNOT-SUBMIT-403", "The panelist lacks canSubmitProposal: Closed Voting, or blocked.", Inferred, SubmitPage + ": it is required; the answer as on the proposal vote page.");

    public static IReadOnlyList<Operation> All { get; } =
    [
        IdeaBankOperation.OfPanelists("ideabank.proposals.list", "GET", Path, "The open proposals, a page at a time.", "canViewProposals", [List200, ListHidden200, Query400, Cursor400], List, new() { Query = ["sort", "limit", "cursor"], NextPage = new("the proposals", "cursor", "cursor") }),
        IdeaBankOperation.OfPanelists("ideabank.proposals.submit", "POST", Path, "Submits a proposal.", "canSubmitProposal", [Submit200, SubmitInvalid400, ContentType400, CannotSubmit403, Full507], Submit, new() { Body = new("title", "description") }),
    ];

    private static StubResponse List(StubRequest request) => IdeaBankOperation.Paged(request, isMyVotes: false, Page);

    private static StubResponse Page(Admission admission, Paging paging)
    {
        var (bank, may) = (admission.Bank, admission.Capabilities);
        var page = may.CanView ? RankPage.Of(paging.List == PagedList.Votes ? bank.ByScore : bank.Recent, paging.After, paging.Limit) : new([], HasMore: false);
        return IdeaBankJson.Ok([may.CanView ? List200 : ListHidden200], json =>
        {
            json.WriteStartArray("items");
            foreach (var place in page.Places)
            {
                Write(json, bank.ProposalOf(place), may.CanVote ? admission.Voter.Id : null);
            }

            json.WriteEndArray();
            WriteCursor(json, paging, page);
        });
    }

    /// <summary>The cursor of the next page, if there is one.</summary>
    public static void WriteCursor(Utf8JsonWriter json, Paging paging, RankPage page)
    {
        if (page.HasMore)
        {
            json.WriteString("cursor", paging.CursorAfter(page.Places[^1]));
        }
    }

    private static void Write(Utf8JsonWriter json, Proposal proposal, string? voterId)
    {
        json.WriteStartObject();
        WriteScored(json, proposal);
        json.WriteNumber("tsCreated", proposal.CreatedAt.ToUnixTimeSeconds());
        if (voterId is not null && proposal.Votes.TryGetValue(voterId, out var mine))
        {
            json.WriteStartObject("myVote");
            MyVotesOperation.WriteVote(json, mine, isMutable: true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteScored(Utf8JsonWriter json, Proposal proposal)
    {
        json.WriteString("proposalId", proposal.Id);
        json.WriteString("title", proposal.Title);
        json.WriteString("description", proposal.Description);
        json.WriteNumber("votes", proposal.Score);
        json.WriteNumber("totalVotes", proposal.TotalVotes);
    }

    private static StubResponse Submit(StubRequest request)
    {
        var isRefusedType = request.Site.Read(IdeaBankContract.World).Settings.StrictContentType && !request.IsJson();
        var idea = isRefusedType ? null : IdeaBankJson.Read(request.Body, null, IdeaOf);
        var outcome = request.Change(world => Submitting.Submit(world, request.TokenOf(), request.Site.Clock.Now, idea, request.Site.Random.Next));
        return outcome.Kind switch
        {
            SubmitKind.Refused => IdeaBankErrors.Refused(outcome.Refusal, CannotSubmit403),
            SubmitKind.Incomplete => IdeaBankErrors.Invalid(isRefusedType ? ContentType400 : SubmitInvalid400),
            SubmitKind.Full => IdeaBankErrors.Full(),
            SubmitKind.Submitted => IdeaBankJson.Ok([Submit200], json => WriteScored(json, outcome.Proposal!)),
        };
    }

    private static Idea? IdeaOf(JsonElement root) =>
        TextOf(root.Given("title"u8)) is { } title && TextOf(root.Given("description"u8)) is { } description ? new Idea(title, description) : null;

    private static string? TextOf(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
