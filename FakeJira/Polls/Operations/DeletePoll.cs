using FakeJira.Polls.World;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Polls.Operations;

/// <summary>DELETE: a poll is gone.</summary>
internal static class DeletePoll
{
    public static readonly Rule Deleted = new("POLLS-DELETE-200", "pollId names a poll of this content: it is deleted, 200 without a body.", Documented, PollsRules.Page + ": \"200 OK\". The empty body is assumed.");

    public static readonly Rule NotFound = new("POLLS-DELETE-404", "pollId names no poll of this content, or one that was deleted: 404 without a body.", Documented, PollsRules.Page + ": \"'pollId' is not found\". The empty body is assumed.");

    public static Operation Operation(IssueCheck isIssue) => new(
        "polls.delete",
        "DELETE",
        PollsRequest.Path,
        "Deletes a poll.",
        [Deleted, NotFound, .. PollsRules.Admission, PollsRules.PollIdMissing, PollsRules.IssueUnknown],
        request => Answer(request, isIssue))
    {
        Access = PollsRequest.Access,
        Known = PollsRequest.Known("pollId"),
    };

    private static StubResponse Answer(StubRequest request, IssueCheck isIssue)
    {
        var call = PollsRequest.CallOf(request);
        var deletion = request.Site.Change(PollsContract.World, world => Deletion.Run(world, call, isIssue.On(request.Site)));
        var contributing = PollsRequest.Contributing(deletion.Admission);
        return deletion.Kind switch
        {
            DeletionKind.Refused => PollsErrors.Of(deletion.Admission.Refusal!.Value, contributing),
            DeletionKind.NotFound => PollsErrors.Of(NotFound, contributing),
            DeletionKind.Deleted => new() { Rules = [Deleted, .. contributing] },
        };
    }
}
