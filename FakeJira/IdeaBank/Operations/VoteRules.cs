using FakeJira.Stubs;
using static FakeJira.IdeaBank.Operations.IdeaBankRules;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.IdeaBank.Operations;

/// <summary>The rules of voting.</summary>
internal static class VoteRules
{
    public static readonly Rule Vote200 = new("IDEA-VOTE-200", "The first vote, a repeated or a changed one: it overwrites, and never adds.", Documented, VotePage + ".");
    public static readonly Rule Merged200 = new("IDEA-MERGED-200", "The proposal was merged: the vote is recorded on the effective open one, whose id is answered.", Documented, VotePage + "; that the answer names the effective proposal is inferred.");
    public static readonly Rule Body400 = new("IDEA-BODY-400", "Neither vote nor voteType is given; an empty body, broken JSON, not an object.", Documented, VotePage + ".");
    public static readonly Rule Value400 = new("IDEA-VALUE-400", "vote is given and neither 1 nor -1 (0, 2, \"1\", true, 1.5), even beside a valid voteType; 1.0 is 1, null is not given.", Inferred, VotePage + ".");
    public static readonly Rule VoteType400 = new("IDEA-VOTETYPE-400", "vote is not given, and voteType is not exactly for or against.", Inferred, VotePage + ".");
    public static readonly Rule CannotVote403 = new("IDEA-CANNOT-VOTE-403", "The panelist lacks canVote: a Suggestion Box, or blocked.", Documented, VotePage + "; inferred for DELETE.");
    public static readonly Rule Proposal404 = new("IDEA-PROPOSAL-404", "The proposal is unknown, another bank's, draft, accepted, rejected, implemented or closed, or its merges end at one of these or nowhere. DELETE gives it for those that panelists never saw open.", Documented, VotePage + ".");
    public static readonly Rule Delete204 = new("IDEA-DELETE-204", "The vote is removed.", Documented, VotePage + ".");
    public static readonly Rule DeleteAbsent204 = new("IDEA-DELETE-ABSENT-204", "There was no vote: it succeeds all the same.", Documented, VotePage + ".");
    public static readonly Rule DeleteMerged204 = new("IDEA-DELETE-MERGED-204", "The proposal was merged: the vote on the effective one is removed, if there was one.", Inferred, VotePage + ": it says so for POST.");
    public static readonly Rule DeleteClosed404 = new("IDEA-DELETE-CLOSED-404", "The proposal, or the one its merges end at, is no longer open: the vote stays.", Inferred, VotePage + ": voting is only permitted on open proposals.");
    public static readonly Rule DeleteClosed204 = new("IDEA-DELETE-CLOSED-204", "The same with deleteVoteOnClosed 204: the vote is removed, if there was one.", Assumed, VotePage + ": 204 is for a vote that is removed.");
}
