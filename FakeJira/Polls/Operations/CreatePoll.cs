using FakeJira.Polls.Bodies;
using FakeJira.Polls.World;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Polls.Operations;

/// <summary>POST: a new poll.</summary>
internal static class CreatePoll
{
    public static readonly Rule Created = new("POLLS-CREATE-200", "The poll is stored at the end of the content's list and answered with its new id. Unknown members are kept, missing settings get their defaults; id and results in the body are ignored.", Documented, PollsRules.Page + ": \"200 OK, application/json, Body: Poll\". The new id is inferred, as the example of a body has none; defaults and what is ignored are assumed.");

    public static Operation Operation(IssueCheck isIssue) => new(
        "polls.create",
        "POST",
        PollsRequest.Path,
        "Makes a poll.",
        [Created, .. PollsRules.Admission, .. PollsRules.Body, PollsRules.IssueUnknownOnWrite, PollsRules.IssueUnknown],
        request => Answer(request, isIssue))
    {
        Access = PollsRequest.Access,
        Known = PollsRequest.Known("", PollsRequest.Poll),
    };

    private static StubResponse Answer(StubRequest request, IssueCheck isIssue)
    {
        var site = request.Site;
        var call = PollsRequest.CallOf(request);
        var body = PollBody.Parse(request.Body, request.Site.Read(PollsContract.World).Settings.Strict);
        var creation = site.Change(PollsContract.World, world => Creation.Run(world, call, body, isIssue.On(site), () => site.Random.NextGuid().ToString()));
        var contributing = PollsRequest.Contributing(creation.Admission);
        return creation.Kind switch
        {
            CreationKind.Refused => PollsErrors.Of(creation.Admission.Refusal!.Value, contributing),
            CreationKind.IssueUnknown => PollsErrors.Of(PollsRules.IssueUnknownOnWrite, contributing),
            CreationKind.BodyInvalid => PollsErrors.Of(PollsRequest.BodyRule(request), contributing),
            CreationKind.PollInvalid => PollsErrors.Of(PollsRules.PollInvalid, contributing),
            CreationKind.Full => PollsErrors.Of(PollsRules.Full, contributing),
            CreationKind.Created => PollsRequest.Json(creation.Poll!.Utf8, [Created, .. contributing]),
        };
    }
}
