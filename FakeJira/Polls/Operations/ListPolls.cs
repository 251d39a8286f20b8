using System.Buffers;
using FakeJira.Polls.Bodies;
using FakeJira.Polls.World;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Polls.Operations;

/// <summary>GET: the polls of a content, or one of them.</summary>
internal static class ListPolls
{
    public static readonly Rule Listed = new("POLLS-LIST-200", "The polls of the content in the order they were made; an empty list when there is none.", Documented, PollsRules.Page + ": \"200 OK, application/json, Body: Poll[]\". The order is inferred.");

    public static readonly Rule Found = new("POLLS-GET-200", "pollId names a poll of this content: a list of that one, or with the switch pollGetById 'object' the poll itself.", Inferred, PollsRules.Page + " lists 404 for a pollId that is not found, so one that is found must be answered; the body stays the Poll[] of 200.");

    public static readonly Rule NotFound = new("POLLS-GET-404", "pollId names no poll of this content: 404 without a body.", Documented, PollsRules.Page + ": \"If 'pollId' is defined, but poll with this ID is not found\". The empty body is assumed.");

    public static readonly Rule Expanded = new("POLLS-EXPAND-200", "expand=results: each poll has results {participants, votes, average, options: [{id, votes, percentage}]}.", DocumentedElsewhere, "A newer version of the vendor's REST API page has expand=results; the shape is assumed. Rounding follows the app's own charts: one decimal, half away from zero.");

    public static Operation Operation(IssueCheck isIssue) => new(
        "polls.list",
        "GET",
        PollsRequest.Path,
        "The polls of an issue or a page.",
        [Listed, Expanded, Found, NotFound, .. PollsRules.Admission, PollsRules.IssueUnknown],
        request => Answer(request, isIssue))
    {
        Access = PollsRequest.Access,
        Known = PollsRequest.Known("pollId expand"),
    };

    private static StubResponse Answer(StubRequest request, IssueCheck isIssue)
    {
        var world = request.Site.Read(PollsContract.World);
        var listing = Listing.Of(world, PollsRequest.CallOf(request), isIssue.On(request.Site));
        var contributing = PollsRequest.Contributing(listing.Admission);
        var withResults = PollsRequest.WantsResults(request);
        Rule[] all = withResults ? [Expanded, .. contributing] : contributing;
        return listing.Kind switch
        {
            ListingKind.Refused => PollsErrors.Of(listing.Admission.Refusal!.Value, contributing),
            ListingKind.NotFound => PollsErrors.Of(NotFound, contributing),
            ListingKind.Listed => PollsRequest.Json(Body(listing.Polls, true, withResults), [Listed, .. all]),
            ListingKind.Found => PollsRequest.Json(Body(listing.Polls, !world.Settings.GetByIdAsObject, withResults), [Found, .. all]),
        };
    }

    private static ReadOnlyMemory<byte> Body(IReadOnlyList<Poll> polls, bool asList, bool withResults)
    {
        if (!asList && !withResults)
        {
            return polls[0].Utf8;
        }

        var output = new ArrayBufferWriter<byte>(2 + polls.Sum(poll => poll.Utf8.Length + (withResults ? 512 : 1)));
        if (asList)
        {
            output.Write("["u8);
        }

        for (var i = 0; i < polls.Count; i++)
        {
            output.Write(i == 0 ? ""u8 : ","u8);
            if (withResults)
            {
                ResultsJson.WriteExpanded(output, polls[i]);
            }
            else
            {
                output.Write(polls[i].Utf8.Span);
            }
        }

        if (asList)
        {
            output.Write("]"u8);
        }

        return output.WrittenMemory;
    }
}
