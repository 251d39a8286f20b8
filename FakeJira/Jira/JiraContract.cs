using FakeJira.Jira.Comments;
using FakeJira.Jira.Issues;
using FakeJira.Jira.Lists;
using FakeJira.Jira.Permissions;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Projects;
using FakeJira.Jira.Search;
using FakeJira.Jira.Server;
using FakeJira.Jira.Users;
using FakeJira.Jira.Votes;
using FakeJira.Jira.Watchers;
using FakeJira.Jira.World;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Jira;

/// <summary>The first contract: Jira Cloud, issue votes and what clients need around them.</summary>
public static class JiraContract
{
    /// <summary>Where the world of a site is.</summary>
    public static readonly Slot<JiraWorld> World = new(JiraWorld.Empty) { Settle = IssueHistory.Keep };

    /// <summary>The contract.</summary>
    public static Contract Contract { get; } = new("jira", "Jira Cloud: issue votes",
    [
        .. VoteOperations.All,
        .. IssueOperations.All,
        .. TransitionOperations.All,
        .. CreateMetaOperations.All,
        .. ChangeLogOperations.All,
        .. BulkOperations.All,
        .. WatcherOperations.All,
        .. CommentOperations.All,
        .. SearchOperations.All,
        .. ServerOperations.All,
        .. PlatformOperations.All,
        .. UserOperations.All,
        .. PermissionOperations.All,
        .. ProjectOperations.All,
        .. ProjectCreation.All,
        .. RoleOperations.All,
        .. ListOperations.All,
    ])
    {
        Territory = ["/rest"],
        Unserved = Unserved,
        NotSimulated = JiraRules.NotSimulated404,
        NotSimulatedOperations = Platform.NotSimulated.Paths,
        NotServed = Platform.NotSimulated.TakenByOthers,
        UnservedRules = JiraRules.Unserved,
        Errors = JiraNamedErrors.All,
        Switches = JiraSwitches.All,
        Who = request => Credentials.NameOf(request, request.Site.Read(World)),
        Document = static () => new WorldDocument<JiraWorld>("jira", World, JiraDocument.Read, JiraDocument.Write),
        Vendor = site => site.Replace(World, JiraVendorSite.Into),
    };

    private static StubResponse Unserved(StubRequest request)
    {
        if (Pipeline.RefusedTransport(request, request.Site.Read(World).Settings) is { } refused)
        {
            return refused;
        }

        var (exists, methods) = NotSimulated.Find(request);
        return exists ? JiraErrors.NotSimulated(request)
            : request.AllowedMethods.Count + methods.Count > 0 ? JiraErrors.MethodNotAllowed(request, [.. request.AllowedMethods, .. methods])
            : JiraErrors.NoEndpoint(request);
    }
}
