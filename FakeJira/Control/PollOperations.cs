using FakeJira.Polls;
using FakeJira.Polls.World;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Control;

/// <summary>What no client can do to a poll, because the vendor's API has no way to vote.</summary>
internal static class PollOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("polls.results", "PUT", "/polls/{endpointId}/{pollId}/results", "Says what was voted on a poll: {\"participants\": 56, \"votes\": {\"1\": 8, \"2\": 12}}, votes by option id.", PutResults),
    ];

    private static StubResponse PutResults(StubRequest request, Site site)
    {
        var (endpointId, pollId) = (request.PathValue("endpointId"), request.PathValue("pollId"));
        var problems = new ProblemList();
        var root = JsonText.Parse("request body", request.BodyText, problems);
        var results = root is null ? PollResults.None : PollResultsDocument.Read(root);
        if (problems.HasErrors)
        {
            return ControlErrors.Mistakes(problems);
        }

        return site.Change(PollsContract.World, world =>
        {
            if (world.Find(endpointId) is not { } installation)
            {
                return (world, ControlErrors.Refused(404, $"There is no endpoint '{endpointId}' on the site '{site.Name}'."));
            }

            if (installation.Find(pollId) is not ({ }, { } poll))
            {
                return (world, ControlErrors.Refused(404, $"The endpoint '{endpointId}' has no poll '{pollId}'."));
            }

            var known = poll.Options.Select(option => option.Id).ToHashSet(StringComparer.Ordinal);
            var strange = results.Votes.Keys.Order(StringComparer.Ordinal).FirstOrDefault(id => !known.Contains(id));
            return strange is null
                ? (world.With(installation.WithResults(pollId, results)!), ControlErrors.NoContent())
                : (world, ControlErrors.Refused(400, $"The poll '{pollId}' has no option '{strange}'; it has: {string.Join(", ", poll.Options.Select(option => option.Id))}."));
        });
    }
}
