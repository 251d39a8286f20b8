using FakeJira.Control.Dashboard;
using FakeJira.Control.Pages;
using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>The control API, <c>/__fakejira</c>: what a test of any language can do to the server.</summary>
internal static class ControlContract
{
    private const string Root = "/__fakejira";

    public static Contract Contract { get; } = new("control", "Control",
    [
        .. SiteOperations.All,
        .. StateOperations.All,
        .. SwitchOperations.All,
        .. ExplainOperations.All,
        .. PollOperations.All,
        .. EndpointOperations.All,
        .. PollPages.All,
        .. JiraOperations.All,
        .. JiraThingOperations.All,
        .. IssuePages.All,
        .. ProposalOperations.All,
        .. BankOperations.All,
        .. ProposalThingOperations.All,
        .. ProposalPages.All,
        .. MappingOperations.All,
        .. FaultOperations.All,
        .. ClockOperations.All,
        .. RequestOperations.All,
        .. FindingOperations.All,
        .. CoverageOperations.All,
        .. RuleOperations.All,
        .. ProviderStateOperations.All,
        .. EventOperations.All,
        .. DashboardOperations.All,
        Define("ready", "GET", "/ready", "Answers when everything else does.", Ready),
        Define("list", "GET", "", "Lists what there is; a browser gets the dashboard.", request => DashboardOperations.Page(request) ?? List(request)) with { IsOpen = true },
    ])
    {
        Territory = [Root],
        Unserved = ControlErrors.NoRoute,
    };

    public static Operation Define(string name, string method, string path, string summary, Func<StubRequest, StubResponse> callback) =>
        new("control." + name, method, Root + path, summary, [], request => request.BodyTooLarge ? ControlErrors.Refused(413, "The body is too long.") : callback(request));

    /// <summary>An operation on one site; an unknown one is answered 404.</summary>
    public static Operation OfSite(string name, string method, string path, string summary, Func<StubRequest, Site, StubResponse> callback) =>
        Define(name, method, "/sites/{site}" + path, summary, request => request.Site.Sites.Find(request.PathValue("site")) is { } site
            ? callback(request, site)
            : ControlErrors.NoSite(request.PathValue("site"), request.Site.Sites));

    private static StubResponse Ready(StubRequest request) => ControlErrors.Ok(new JObject
    {
        ["status"] = "ready",
        ["contracts"] = new JArray(request.Site.Sites.Contracts.Select(contract => contract.Name)),
    });

    private static StubResponse List(StubRequest request) => ControlErrors.Ok(new JObject(Contract.Operations
        .GroupBy(operation => operation.Path)
        .Select(path => new JProperty(path.Key, new JObject(path.Select(operation => new JProperty(operation.Method, operation.Summary)))))));
}
