using FakeJira.Jira;
using FakeJira.Jira.World;
using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control.Pages;

/// <summary>Issues, their voters and the users of a Jira, page by page: what a page costs does not grow with the number of issues, unless something is searched for.</summary>
internal static class IssuePages
{
    private const string ByVotes = "votes";

    public static IReadOnlyList<Operation> All { get; } =
    [
        Page.Operation("jira.issues.list", "/jira/issues", "Issues with their votes, by project and number: offset=, limit= (50), search= in key and summary, order=votes for those with most votes first.", [ByVotes], (_, site, page) => ControlErrors.Ok(Issues(site.Read(JiraContract.World), page))),
        Page.Operation("jira.voters.list", "/jira/issues/{issue}/voters", "Who has voted for an issue, by name: offset=, limit= (50), search=.", [], Voters),
        Page.Operation("jira.users.list", "/jira/users", "Users by name: offset=, limit= (50), search= in name, email and account id.", [], (_, site, page) => ControlErrors.Ok(Users(site.Read(JiraContract.World), page))),
    ];

    private static JObject Issues(JiraWorld world, Page page)
    {
        if (page is { Search: null, Order: null })
        {
            return page.Of("issues", world.Issues.Count, InOrder(world, page.Offset).Take(page.Limit), issue => Show(issue, world));
        }

        var found = page.Search is null ? [.. world.Issues.Values] : world.Issues.Values.Where(issue => page.Finds(issue.Key, issue.Summary)).ToList();
        var ordered = page.Order == ByVotes
            ? found.OrderByDescending(issue => issue.Voters.Count).ThenBy(issue => issue.Id)
            : found.OrderBy(issue => issue.ProjectKey, StringComparer.Ordinal).ThenBy(issue => issue.Id);
        return page.Of("issues", found.Count, ordered.Skip(page.Offset).Take(page.Limit), issue => Show(issue, world));
    }

    /// <summary>From an offset on: projects before it are passed over whole, and the place in a project is found by seeking.</summary>
    private static IEnumerable<Issue> InOrder(JiraWorld world, int offset)
    {
        foreach (var key in world.Projects.Keys.Order(StringComparer.Ordinal))
        {
            var ids = world.Index.OfProject(key);
            for (var i = offset; i < ids.Count; i++)
            {
                yield return world.Issues[ids[i]];
            }

            offset = Math.Max(0, offset - ids.Count);
        }
    }

    private static JObject Show(Issue issue, JiraWorld world) => new()
    {
        ["id"] = issue.Id,
        ["key"] = issue.Key,
        ["summary"] = issue.Summary,
        ["type"] = issue.Type.Name,
        ["status"] = issue.Status.Name,
        ["resolution"] = issue.Resolution?.Name,
        ["reporter"] = world.Users.GetValueOrDefault(issue.Reporter)?.DisplayName ?? issue.Reporter,
        ["votes"] = issue.Voters.Count,
        ["watchers"] = issue.Watchers.Count,
        ["comments"] = issue.Comments.Length,
    };

    private static StubResponse Voters(StubRequest request, Site site, Page page)
    {
        var world = site.Read(JiraContract.World);
        if (world.FindIssue(request.PathValue("issue")) is not { } issue)
        {
            return ControlErrors.Refused(404, $"There is no issue {request.PathValue("issue")} on the site '{site.Name}'.");
        }

        var voters = world.VotersOf(issue).Where(user => page.Finds(user.DisplayName, user.Email, user.AccountId)).ToList();
        var shown = page.Of("voters", voters, Show);
        shown.AddFirst(new JProperty("issue", Show(issue, world)));
        return ControlErrors.Ok(shown);
    }

    private static JObject Users(JiraWorld world, Page page)
    {
        var found = world.Users.Values.Where(user => page.Finds(user.DisplayName, user.Email, user.AccountId)).ToList();
        return page.Of("users", found.Count, found.OrderBy(user => user.DisplayName, StringComparer.Ordinal).ThenBy(user => user.AccountId, StringComparer.Ordinal).Skip(page.Offset).Take(page.Limit), Show);
    }

    private static JObject Show(User user) => new() { ["accountId"] = user.AccountId, ["displayName"] = user.DisplayName, ["email"] = user.Email, ["active"] = user.Active };
}
