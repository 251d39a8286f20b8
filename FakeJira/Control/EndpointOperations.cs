using FakeJira.Polls;
using FakeJira.Polls.World;
using FakeJira.Stubs;
using Newtonsoft.Json.Linq;
using static FakeJira.Control.SingleBody;

namespace FakeJira.Control;

/// <summary>Single endpoints of polls with their tokens and polls, in the shapes of the state document.</summary>
internal static class EndpointOperations
{
    private const string One = "/polls/{endpointId}";
    private const string OneToken = One + "/tokens/{token}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("polls.endpoints.put", "PUT", One, "Adds an endpoint, or puts it in the place of the one there is: {\"product\": \"jira\", \"tokens\": [{\"value\": \"t\"}], \"polls\": []}.", PutEndpoint),
        ControlContract.OfSite("polls.endpoints.delete", "DELETE", One, "Deletes an endpoint with its tokens and polls.", (request, site) => Of(request, site, (world, endpoint) => (world.Without(endpoint), ControlErrors.NoContent()))),
        ControlContract.OfSite("polls.add", "POST", One, "Adds a poll: {\"workspace\": \"MKY\", \"content\": \"MKY-1\", \"poll\": {\"title\", \"options\"}}; answers its id.", AddPoll),
        ControlContract.OfSite("polls.delete", "DELETE", One + "/{pollId}", "Deletes a poll.", DeletePoll),
        ControlContract.OfSite("polls.tokens.put", "PUT", OneToken, "Lets a token in: {\"scope\": \"any\"}, or for some workspaces {\"scope\": [\"PLAT\"]}.", PutToken),
        ControlContract.OfSite("polls.tokens.delete", "DELETE", OneToken, "Revokes a token.", DeleteToken),
    ];

    private static StubResponse PutEndpoint(StubRequest request, Site site)
    {
        var id = request.PathValue("endpointId");
        if (Read(request, "an endpoint: {\"product\", \"tokens\", \"polls\"}", out var problems, "id", id) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        var endpoint = PollsDocument.ReadEndpoint(root, id);
        return problems.HasErrors || endpoint is null ? ControlErrors.Mistakes(problems) : site.Change(PollsContract.World, world => (world.With(endpoint), ControlErrors.NoContent()));
    }

    private static StubResponse AddPoll(StubRequest request, Site site)
    {
        if (Read(request, "a poll: {\"workspace\", \"content\", \"poll\"}", out var problems) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        return Of(request, site, (world, endpoint) =>
        {
            var (next, poll) = PollEntryDocument.Read(root, endpoint);
            return problems.HasErrors ? (world, ControlErrors.Mistakes(problems)) : (world.With(next), ControlErrors.Ok(new JObject { ["id"] = poll!.Id }, 201));
        });
    }

    private static StubResponse DeletePoll(StubRequest request, Site site) => Of(request, site, (world, endpoint) =>
        request.PathValue("pollId") is var id && endpoint.Find(id) is ({ } place, { } poll)
            ? (world.With(endpoint.Remove(place, poll.Id)), ControlErrors.NoContent())
            : (world, ControlErrors.Refused(404, $"The endpoint '{endpoint.EndpointId}' has no poll '{id}'.")));

    private static StubResponse PutToken(StubRequest request, Site site)
    {
        if (Read(request, "an object: {\"scope\": \"any\"}", out var problems) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        var scope = PollsDocument.ReadScope(root);
        root.ReportUnknown();
        return Of(request, site, (world, endpoint) => Settled(world, world.With(endpoint.With(new AccessToken(request.PathValue("token"), AccessToken.Scope(scope)))), problems));
    }

    private static StubResponse DeleteToken(StubRequest request, Site site) => Of(request, site, (world, endpoint) =>
        request.PathValue("token") is var token && endpoint.Tokens.ContainsKey(token)
            ? (world.With(endpoint with { Tokens = endpoint.Tokens.Remove(token) }), ControlErrors.NoContent())
            : (world, ControlErrors.Refused(404, $"The endpoint '{endpoint.EndpointId}' has no such token.")));

    private static StubResponse Of(StubRequest request, Site site, Func<PollsWorld, Installation, (PollsWorld, StubResponse)> change) => site.Change(PollsContract.World, world =>
        request.PathValue("endpointId") is var id && world.Find(id) is { } endpoint ? change(world, endpoint) : (world, NoSuch("endpoint", id, site, world.Installations.Keys)));
}
