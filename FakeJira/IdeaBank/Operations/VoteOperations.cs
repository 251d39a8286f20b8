using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using static FakeJira.IdeaBank.Operations.IdeaBankRules;

namespace FakeJira.IdeaBank.Operations;

/// <summary>POST and DELETE of a panelist's vote on a proposal.</summary>
internal static class VoteOperations
{
    private const string Path = "/proposals/{proposalId}/vote";

    public static IReadOnlyList<Operation> All { get; } =
    [
        IdeaBankOperation.OfPanelists("ideabank.vote.cast", "POST", Path, "Casts or changes the panelist's vote on a proposal.", "canVote", [VoteRules.Vote200, VoteRules.Merged200, VoteRules.Body400, VoteRules.Value400, VoteRules.VoteType400, ContentType400, VoteRules.CannotVote403, VoteRules.Proposal404, Busy429, Full507], Cast, new() { Body = new("vote", "voteType") }),
        IdeaBankOperation.OfPanelists("ideabank.vote.remove", "DELETE", Path, "Removes the panelist's vote from a proposal.", "canVote", [VoteRules.Delete204, VoteRules.DeleteAbsent204, VoteRules.DeleteMerged204, VoteRules.DeleteClosed404, VoteRules.DeleteClosed204, VoteRules.CannotVote403, VoteRules.Proposal404, Busy429], Remove),
    ];

    private static StubResponse Cast(StubRequest request)
    {
        var body = VoteBody.Of(request, request.Site.Read(IdeaBankContract.World).Settings.StrictContentType);
        var outcome = request.Change(world => Voting.Cast(world, request.TokenOf(), request.Site.Clock.Now, request.PathValue("proposalId"), body.Value));
        return outcome.Kind switch
        {
            CastKind.Refused => IdeaBankErrors.Refused(outcome.Refusal, VoteRules.CannotVote403),
            CastKind.NoVote => IdeaBankErrors.Invalid(body.Problem),
            CastKind.ProposalUnavailable => IdeaBankErrors.NotFound(VoteRules.Proposal404),
            CastKind.Full => IdeaBankErrors.Full(),
            CastKind.Recorded => Recorded(VoteRules.Vote200, outcome.ProposalId, body),
            CastKind.RecordedWhereMerged => Recorded(VoteRules.Merged200, outcome.ProposalId, body),
        };
    }

    private static StubResponse Remove(StubRequest request)
    {
        var outcome = request.Change(world => Voting.Withdraw(world, request.TokenOf(), request.Site.Clock.Now, request.PathValue("proposalId")));
        return outcome.Kind switch
        {
            WithdrawKind.Refused => IdeaBankErrors.Refused(outcome.Refusal, VoteRules.CannotVote403),
            WithdrawKind.ProposalUnavailable => IdeaBankErrors.NotFound(VoteRules.Proposal404),
            WithdrawKind.NoLongerOpen => IdeaBankErrors.NotFound(VoteRules.DeleteClosed404),
            WithdrawKind.RemovedThoughClosed => NoContent(VoteRules.DeleteClosed204),
            WithdrawKind.Removed => NoContent(VoteRules.Delete204),
            WithdrawKind.NeverVoted => NoContent(VoteRules.DeleteAbsent204),
            WithdrawKind.RemovedWhereMerged => NoContent(VoteRules.DeleteMerged204),
        };
    }

    private static StubResponse Recorded(Rule rule, string proposalId, VoteBody body) => IdeaBankJson.Ok([rule], json =>
    {
        json.WriteString("proposalId", proposalId);
        json.WriteNumber("vote", body.Value ?? 0);
    });

    private static StubResponse NoContent(Rule rule) => new() { Status = 204, Rules = [rule] };
}
