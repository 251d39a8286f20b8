using FakeJira.Polls.Operations;
using FakeJira.Polls.World;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Polls;

/// <summary>The second contract: the REST API of Team Voice, polls of Jira issues and Confluence pages.</summary>
internal static class PollsContract
{
    /// <summary>Where the world of a site is.</summary>
    public static readonly Slot<PollsWorld> World = new(PollsWorld.Empty);

    /// <summary>The contract.</summary>
    /// <param name="isIssue">Whether a site has, in the project with the first key, an issue with the second: for the switch pollsCheckIssues.</param>
    public static Contract Of(Func<Site, string, string, bool> isIssue)
    {
        var check = new IssueCheck(isIssue);
        return new("polls", "Team Voice: polls", [ListPolls.Operation(check), CreatePoll.Operation(check), UpdatePoll.Operation(check), DeletePoll.Operation(check)])
        {
            Territory = ["/x1"],
            Unserved = Unserved,
            UnservedRules = [PollsRules.EndpointUnknown, PollsRules.MethodUnknown],
            Errors = PollsNamedErrors.All,
            Switches = PollsSwitches.All,
            Who = Caller,
            Document = static () => new WorldDocument<PollsWorld>("polls", World, PollsDocument.Read, PollsDocument.Write),
            Vendor = site => site.Replace(World, PollsVendorSite.Into),
        };
    }

    private static string Caller(StubRequest request) => request.QueryValue("token") is not { } token ? "no token"
        : request.Site.Read(World).Find(EndpointOf(request))?.Tokens.ContainsKey(token) == true ? "a token of the endpoint"
        : "unknown token";

    private static string EndpointOf(StubRequest request) => request.RawPath.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var raw, ..] ? Uri.UnescapeDataString(raw) : "";

    private static StubResponse Unserved(StubRequest request) =>
        request.Site.Read(World).Find(EndpointOf(request)) is null
            ? PollsErrors.Of(PollsRules.EndpointUnknown, [])
            : PollsErrors.MethodUnknown(request.AllowedMethods);
}
