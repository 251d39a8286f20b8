using FakeJira.Stubs;
using FakeJira.Stubs.Matching;

namespace FakeJira.Jira.Platform;

/// <summary>
/// Operations that the vendor has and this server has not: methods and paths, from the vendor's reference. A client that calls one of them is not
/// mistaken, so it is told by a rule of its own. The table is made when the first request finds no operation.
/// </summary>
internal static class NotSimulated
{
    /// <summary>Methods and path below <c>/rest/api/3</c> of each.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        "GET,PUT /announcementBanner", "GET,PUT /application-properties/{id}", "GET /application-properties", "GET /applicationrole", "GET /applicationrole/{key}", "GET /attachment/meta", "GET,DELETE /attachment/{id}",
        "GET /attachment/content/{id}", "GET /attachment/thumbnail/{id}", "GET /auditing/record", "GET /avatar/{type}/system", "POST /comment/list", "GET /comment/{commentId}/properties",
        "GET,POST /component", "GET,PUT,DELETE /component/{id}", "GET /configuration/timetracking/list", "GET,PUT /configuration/timetracking", "GET,PUT /configuration/timetracking/options",
        "GET /customFieldOption/{id}", "GET,POST /dashboard", "GET /dashboard/search", "GET,PUT,DELETE /dashboard/{id}", "GET /events", "POST /expression/eval", "POST /expression/analyse",
        "POST /field", "GET /field/search", "PUT,DELETE /field/{fieldId}", "GET /field/{fieldId}/context", "GET,POST /fieldconfiguration", "POST /filter", "GET /filter/favourite", "GET /filter/my", "GET /filter/search",
        "GET,PUT,DELETE /filter/{id}", "GET,POST,DELETE /group", "GET /group/bulk", "GET /group/member", "POST,DELETE /group/user", "GET /groups/picker", "GET /groupuserpicker", "GET /instance/license",
        "POST /issue/bulkfetch", "GET /issue/limit/report", "GET /issue/picker", "PUT,POST /issue/archive", "PUT /issue/unarchive", "POST /issue/{issueIdOrKey}/attachments",
        "POST /issue/{issueIdOrKey}/changelog/list", "POST /issue/{issueIdOrKey}/notify", "GET /issue/{issueIdOrKey}/properties",
        "GET,PUT,DELETE /issue/{issueIdOrKey}/properties/{propertyKey}", "GET,POST,DELETE /issue/{issueIdOrKey}/remotelink", "GET,PUT,DELETE /issue/{issueIdOrKey}/remotelink/{linkId}",
        "GET,POST,DELETE /issue/{issueIdOrKey}/worklog", "GET,PUT,DELETE /issue/{issueIdOrKey}/worklog/{id}", "POST /issueLink", "GET,DELETE /issueLink/{linkId}", "POST /issueLinkType", "GET,PUT,DELETE /issueLinkType/{issueLinkTypeId}",
        "POST /issuesecurityschemes", "GET /issuesecurityschemes/{id}", "POST /issuetype", "GET /issuetype/project", "GET,PUT,DELETE /issuetype/{id}", "GET,POST /issuetypescheme", "GET,POST /issuetypescreenscheme",
        "GET,POST /jql/autocompletedata", "GET /jql/autocompletedata/suggestions", "POST /jql/match", "POST /jql/parse", "POST /jql/pdcleaner", "POST /jql/sanitize",
        "GET,PUT,DELETE /mypreferences", "PUT,DELETE /mypreferences/locale", "GET,POST /notificationscheme", "GET /notificationscheme/{id}", "POST /permissions/project", "POST /permissionscheme",
        "GET,PUT,DELETE /permissionscheme/{schemeId}", "GET,POST /permissionscheme/{schemeId}/permission", "GET,POST /plans/plan", "POST /priority", "GET,PUT,DELETE /priority/{id}", "GET,POST /priorityscheme",
        "GET /project/recent", "GET /project/type", "PUT /project/{projectIdOrKey}", "POST /project/{projectIdOrKey}/archive", "PUT /project/{projectIdOrKey}/avatar", "POST /project/{projectIdOrKey}/delete",
        "GET /project/{projectIdOrKey}/features", "GET /project/{projectIdOrKey}/properties", "GET,PUT,DELETE /project/{projectIdOrKey}/properties/{propertyKey}", "POST /project/{projectIdOrKey}/restore",
        "GET /project/{projectIdOrKey}/roledetails", "GET /project/{projectIdOrKey}/hierarchy", "GET /project/{projectIdOrKey}/issuesecuritylevelscheme",
        "GET /project/{projectIdOrKey}/notificationscheme", "GET,PUT /project/{projectIdOrKey}/permissionscheme", "GET /project/{projectIdOrKey}/securitylevel", "POST /projectCategory", "GET,PUT,DELETE /projectCategory/{id}",
        "GET /projectvalidate/key", "GET /projectvalidate/validProjectKey", "GET /projectvalidate/validProjectName", "POST /resolution", "GET /resolution/search", "GET,PUT,DELETE /resolution/{id}", "GET,POST /role",
        "GET,POST,PUT,DELETE /role/{id}", "GET,POST /screens", "GET,POST /screenscheme", "GET /securitylevel/{id}", "PUT /settings/columns", "GET /settings/columns", "GET /status/{idOrName}", "GET,POST,PUT,DELETE /statuses",
        "GET /statuses/search", "GET /statuscategory/{idOrKey}", "GET,DELETE /task/{taskId}", "POST,DELETE /user", "GET /user/assignable/multiProjectSearch", "GET /user/bulk/migration", "GET,PUT,DELETE /user/columns", "GET /user/email", "GET /user/email/bulk",
        "GET /user/groups", "GET /user/permission/search", "GET /user/picker", "GET /user/properties", "GET /user/search/query", "GET /user/search/query/key", "GET /user/viewissue/search", "GET /users", "POST /version",
        "GET,PUT,DELETE /version/{id}", "GET,POST,DELETE /webhook", "GET /workflow/search", "POST /workflows", "POST /workflows/create", "GET,POST /workflowscheme", "GET /worklog/deleted", "GET /worklog/updated", "POST /worklog/list",
    ];

    private const string Api = "/rest/api/{version:3|2|latest}";

    /// <summary>Those of them that the path of an operation that is served would take for its own.</summary>
    public static IReadOnlyList<NotServed> TakenByOthers { get; } =
    [
        new("GET", Api + "/issue/picker"), new("PUT", Api + "/issue/archive"), new("PUT", Api + "/issue/unarchive"), new("GET", Api + "/project/recent"), new("GET", Api + "/project/type"),
    ];

    private static readonly Lazy<OperationRoutes> Routes = new(() => new OperationRoutes([new Contract("", "", [.. Paths.SelectMany(Operations)])]));

    /// <summary>Whether the vendor has it, and the methods it has at the path otherwise.</summary>
    public static (bool Exists, IReadOnlyList<string> Methods) Find(StubRequest request)
    {
        var search = Routes.Value.Find(request.RawPath, request.Method);
        return (search.Route is not null, search.Allowed ?? []);
    }

    private static IEnumerable<Operation> Operations(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return line[..space].Split(',').Select(method => new Operation("", method, Api + line[(space + 1)..], "", [], JiraErrors.NotSimulated));
    }
}
