using System.Globalization;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Projects;

/// <summary>GET project/search: filters, order and a page.</summary>
internal static class ProjectSearch
{
    public static StubResponse Answer(JiraCall call)
    {
        if (Permission(call.Text("action") ?? "view") is not { } permission)
        {
            return JiraErrors.Collection(400, [ProjectRules.Search400, call.Who], $"'{call.Text("action")}' is no action; expected view, browse, edit or create.");
        }

        var fitting = ProjectOperations.Seen(call).Where(project => (permission == Project.Browse || project.Allows(call.User, permission)) && Fits(call, project));
        if (Ordered(call, fitting) is not { } projects)
        {
            return JiraErrors.Collection(400, [ProjectRules.Search400, call.Who], $"Projects cannot be ordered by '{call.Text("orderBy")}'.");
        }

        return JiraJson.Answer(200, (call, projects: projects.ToList()), static (json, search) =>
            Paging.Of(search.call, most: 100).Write(json, Paging.Url(search.call, "/project/search"), search.projects, (writer, project) => ProjectJson.WriteListed(writer, new(search.call, project))), ProjectRules.Search200, call.Who);
    }

    /// <summary>What the caller must be allowed for an action; null where it is none.</summary>
    private static string? Permission(string action) => action switch
    {
        "view" or "browse" => Project.Browse,
        "edit" => PermissionNames.AdministerProjects,
        "create" => "CREATE_ISSUES",
        _ => null,
    };

    private static bool Fits(JiraCall call, Project project) =>
        Among(call.List("id"), project.Id.ToString(CultureInfo.InvariantCulture)) && Among(call.List("keys"), project.Key) && Among(call.List("typeKey"), project.TypeKey) && Among(call.List("status"), "live")
        && (call.Text("query") is not { } query || project.Key.Contains(query, StringComparison.OrdinalIgnoreCase) || project.Name.Contains(query, StringComparison.OrdinalIgnoreCase))
        && (call.Text("categoryId") is null || project.CategoryId == call.Integer("categoryId"));

    private static bool Among(string[] wanted, string value) => wanted.Length == 0 || wanted.Contains(value);

    private static IEnumerable<Project>? Ordered(JiraCall call, IEnumerable<Project> projects)
    {
        var order = call.Text("orderBy") ?? "key";
        Func<Project, IComparable>? key = order.TrimStart('+', '-', ' ') switch
        {
            "key" => project => project.Key,
            "name" => project => project.Name.ToUpperInvariant(),
            "category" => project => project.CategoryId ?? 0,
            "owner" => project => project.Lead ?? "",
            "issueCount" or "lastIssueUpdatedTime" or "archivedDate" or "deletedDate" => project => project.Key,
            _ => null,
        };
        return key is null ? null : order.StartsWith('-') ? projects.OrderByDescending(key) : projects.OrderBy(key);
    }
}
