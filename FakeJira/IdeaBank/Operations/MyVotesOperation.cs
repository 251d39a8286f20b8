using System.Text.Json;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using static FakeJira.IdeaBank.Operations.IdeaBankRules;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.IdeaBank.Operations;

/// <summary>Every vote of the panelist.</summary>
internal static class MyVotesOperation
{
    private static readonly Rule MyVotes200 = new("IDEA-MY-VOTES-200", "Every vote of the panelist, the latest first; isMutable is false where the proposal is no longer open, or the panelist may no longer vote.", DocumentedElsewhere, $"My Votes, {Help}. The order is assumed.");

    public static Operation Operation { get; } = IdeaBankOperation.OfPanelists("ideabank.votes.mine", "GET", "/my-votes", "Every vote of the panelist, a page at a time.", "", [MyVotes200, Query400, Cursor400], Get, new() { Query = ["limit", "cursor"], NextPage = new("the votes", "cursor", "cursor") });

    /// <summary>What is said of a vote wherever it stands.</summary>
    public static void WriteVote(Utf8JsonWriter json, Vote vote, bool isMutable)
    {
        json.WriteNumber("vote", vote.Value);
        json.WriteBoolean("isMutable", isMutable);
        json.WriteNumber("tsVoted", vote.VotedAt.ToUnixTimeSeconds());
    }

    private static StubResponse Get(StubRequest request) => IdeaBankOperation.Paged(request, isMyVotes: true, Page);

    private static StubResponse Page(Admission admission, Paging paging)
    {
        var (bank, voter, may) = (admission.Bank, admission.Voter, admission.Capabilities);
        var page = RankPage.Of(voter.VotedOn, paging.After, paging.Limit);
        return IdeaBankJson.Ok([MyVotes200], json =>
        {
            json.WriteStartArray("votes");
            foreach (var place in page.Places)
            {
                var proposal = bank.ProposalOf(place);
                json.WriteStartObject();
                json.WriteString("proposalId", proposal.Id);
                WriteVote(json, proposal.Votes[voter.Id], proposal.IsOpen && may.CanVote);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            ProposalOperations.WriteCursor(json, paging, page);
        });
    }
}
