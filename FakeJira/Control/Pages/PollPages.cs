using FakeJira.Polls;
using FakeJira.Polls.World;
using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control.Pages;

/// <summary>The polls of all endpoints with what was voted, page by page.</summary>
internal static class PollPages
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        Page.Operation("polls.list", "/polls", "Polls and their results, by endpoint and in the order they were made: offset=, limit= (50), search= in title, id and place.", [], (_, site, page) => ControlErrors.Ok(Polls(site.Read(PollsContract.World), page))),
    ];

    private static JObject Polls(PollsWorld world, Page page)
    {
        var found = world.Installations.Values.SelectMany(installation => installation.Polls.Select(each => (Installation: installation, each.Place, each.Poll)))
            .Where(each => page.Search is null || page.Finds(each.Poll.Title, each.Poll.Id, each.Place.ToString(), each.Installation.EndpointId)).ToList();
        return page.Of("polls", found, each => Show(each.Installation, each.Place, each.Poll));
    }

    private static JObject Show(Installation installation, PollPlace place, Poll poll)
    {
        var total = poll.Results.Total(poll.Options);
        return new JObject
        {
            ["endpoint"] = installation.EndpointId,
            ["product"] = installation.Product == PollProduct.Jira ? "jira" : "confluence",
            ["place"] = place.ToString(),
            ["id"] = poll.Id,
            ["title"] = poll.Title,
            ["participants"] = poll.Results.Participants,
            ["votes"] = total,
            ["average"] = poll.Results.Average(poll.Options),
            ["options"] = new JArray(poll.Options.Select(option => new JObject
            {
                ["id"] = option.Id,
                ["title"] = option.Title,
                ["votes"] = poll.Results.VotesOf(option),
                ["percentage"] = poll.Results.Percentage(option, total),
            })),
        };
    }
}
