using FakeJira.Polls.Bodies;
using FakeJira.Polls.World;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Polls.Operations;

/// <summary>PUT: another poll in the place of one that is there.</summary>
internal static class UpdatePoll
{
    public static readonly Rule Updated = new("POLLS-UPDATE-200", "pollId names a poll of this content: the body replaces all of it but its id (the query's), its place in the list and its results.", Documented, PollsRules.Page + ": \"200 OK, application/json, Body: Poll\". That it is replaced as a whole is inferred from the body, which is a whole Poll; what becomes of results is assumed.");

    public static readonly Rule NotFound = new("POLLS-UPDATE-UNKNOWN-404", "pollId names no poll of this content, with the switch pollUpdateUnknown 404: 404 without a body.", Inferred, PollsRules.Page + " lists 404 for GET and DELETE, and none for PUT.");

    public static readonly Rule Refused = new("POLLS-UPDATE-UNKNOWN-400", "pollId names no poll of this content, with the switch pollUpdateUnknown 400: 400 without a body.", Inferred, PollsRules.Page + " lists 200, 400 and 403 for PUT.");

    public static readonly Rule Upserted = new("POLLS-UPSERT-200", "pollId names no poll of this content, with the switch pollUpdateUnknown 200: the poll is made, with the id of the query.", Inferred, PollsRules.Page + " lists 200, 400 and 403 for PUT.");

    public static Operation Operation(IssueCheck isIssue) => new(
        "polls.update",
        "PUT",
        PollsRequest.Path,
        "Replaces a poll.",
        [Updated, NotFound, Refused, Upserted, .. PollsRules.Admission, PollsRules.PollIdMissing, .. PollsRules.Body, PollsRules.IssueUnknownOnWrite, PollsRules.IssueUnknown],
        request => Answer(request, isIssue))
    {
        Access = PollsRequest.Access,
        Known = PollsRequest.Known("pollId", PollsRequest.Poll),
    };

    private static StubResponse Answer(StubRequest request, IssueCheck isIssue)
    {
        var call = PollsRequest.CallOf(request);
        var body = PollBody.Parse(request.Body, request.Site.Read(PollsContract.World).Settings.Strict);
        var updating = request.Site.Change(PollsContract.World, world => Updating.Run(world, call, body, isIssue.On(request.Site)));
        var contributing = PollsRequest.Contributing(updating.Admission);
        return updating.Kind switch
        {
            UpdatingKind.Refused => PollsErrors.Of(updating.Admission.Refusal!.Value, contributing),
            UpdatingKind.PollNotFound => PollsErrors.Of(NotFound, contributing),
            UpdatingKind.PollIdRefused => PollsErrors.Of(Refused, contributing),
            UpdatingKind.IssueUnknown => PollsErrors.Of(PollsRules.IssueUnknownOnWrite, contributing),
            UpdatingKind.BodyInvalid => PollsErrors.Of(PollsRequest.BodyRule(request), contributing),
            UpdatingKind.PollInvalid => PollsErrors.Of(PollsRules.PollInvalid, contributing),
            UpdatingKind.Full => PollsErrors.Of(PollsRules.Full, contributing),
            UpdatingKind.Updated => PollsRequest.Json(updating.Poll!.Utf8, [Updated, .. contributing]),
            UpdatingKind.Created => PollsRequest.Json(updating.Poll!.Utf8, [Upserted, .. contributing]),
        };
    }
}
