using FakeJira.Jira;
using FakeJira.Jira.World;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Control;

/// <summary>Single things of a Jira, in the shapes of the state document.</summary>
internal static class JiraOperations
{
    private const string Voter = "/jira/issues/{issue}/votes/{accountId}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("jira.add", "POST", "/jira", "Adds users, projects and issues to those there are: {\"users\": […], \"projects\": […], \"issues\": […]}, as in the section jira of the state document.", Add),
        ControlContract.OfSite("jira.issues.delete", "DELETE", "/jira/issues/{issue}", "Deletes an issue and its subtasks.", DeleteIssue),
        ControlContract.OfSite("jira.votes.put", "PUT", Voter, "Casts the vote of a user, whatever the settings say.", (request, site) => Vote(request, site, (voters, id) => voters.Add(id))),
        ControlContract.OfSite("jira.votes.delete", "DELETE", Voter, "Takes the vote of a user away, if there is one.", (request, site) => Vote(request, site, (voters, id) => voters.Remove(id))),
        ControlContract.OfSite("jira.permissions.change", "PATCH", "/jira/projects/{project}/permissions", "Says who holds permissions: {\"VIEW_VOTERS_AND_WATCHERS\": [\"user:ACCOUNTID\", \"group:NAME\", \"signedIn\", \"anyone\"]}; those not named stay.", ChangePermissions),
    ];

    private static StubResponse Add(StubRequest request, Site site)
    {
        if (Body(request, "an object with users, projects or issues", out var problems) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        return site.Change(JiraContract.World, world =>
        {
            var next = JiraUsersDocument.Read(root, world);
            next = JiraProjectsDocument.Read(root, next);
            next = JiraIssuesDocument.Read(root, next);
            root.ReportUnknown();
            return problems.HasErrors ? (world, ControlErrors.Mistakes(problems)) : (next, ControlErrors.NoContent());
        });
    }

    private static StubResponse DeleteIssue(StubRequest request, Site site) => site.Change(JiraContract.World, world =>
        world.FindIssue(request.PathValue("issue")) is { } issue ? (IssueRemoval.Remove(world, issue), ControlErrors.NoContent()) : (world, NoIssue(request, site)));

    private static StubResponse Vote(StubRequest request, Site site, Func<System.Collections.Immutable.ImmutableHashSet<string>, string, System.Collections.Immutable.ImmutableHashSet<string>> change) =>
        site.Change(JiraContract.World, world =>
        {
            var id = request.PathValue("accountId");
            if (world.FindIssue(request.PathValue("issue")) is not { } issue)
            {
                return (world, NoIssue(request, site));
            }

            if (!world.Users.ContainsKey(id))
            {
                return (world, ControlErrors.Refused(404, $"There is no user {id} on the site '{site.Name}'" + (Suggestion.For(id, world.Users.Keys) is { } near ? $"; did you mean {near}?" : "; the account id is meant.")));
            }

            var voters = change(issue.Voters, id);
            return (ReferenceEquals(voters, issue.Voters) ? world : world.With(issue with { Voters = voters }), ControlErrors.NoContent());
        });

    private static StubResponse ChangePermissions(StubRequest request, Site site)
    {
        if (Body(request, "an object of permissions and their holders", out var problems) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        return site.Change(JiraContract.World, world =>
        {
            var key = request.PathValue("project");
            if (!world.Projects.TryGetValue(key, out var project))
            {
                return (world, ControlErrors.Refused(404, $"There is no project {key} on the site '{site.Name}'" + (Suggestion.For(key, world.Projects.Keys) is { } near ? $"; did you mean {near}?" : ".")));
            }

            var holders = JiraProjectsDocument.Permissions(root, world);
            return problems.HasErrors ? (world, ControlErrors.Mistakes(problems)) : (world.With(project with { Permissions = project.Permissions.SetItems(holders) }), ControlErrors.NoContent());
        });
    }

    private static StubResponse NoIssue(StubRequest request, Site site) => ControlErrors.Refused(404, $"There is no issue {request.PathValue("issue")} on the site '{site.Name}'.");

    private static JsonNodeAt? Body(StubRequest request, string expected, out ProblemList problems)
    {
        problems = new ProblemList();
        var root = JsonText.Parse("request body", request.BodyText, problems, repeats: false);
        return root is { IsObject: false } ? root.Expected<JsonNodeAt>(expected) : root;
    }
}
