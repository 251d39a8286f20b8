using FakeJira.Jira;
using FakeJira.Jira.World;
using FakeJira.Stubs;
using static FakeJira.Control.SingleBody;

namespace FakeJira.Control;

/// <summary>Single users and projects of a Jira, in the shapes of the state document.</summary>
internal static class JiraThingOperations
{
    private const string OneUser = "/jira/users/{accountId}";
    private const string OneProject = "/jira/projects/{project}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("jira.users.put", "PUT", OneUser, "Adds a user, or puts it in the place of the one there is with its tokens: {\"displayName\": \"Mia\", \"email\": \"mia@example.com\", \"apiToken\": \"mia-token\"}.", PutUser),
        ControlContract.OfSite("jira.users.delete", "DELETE", OneUser, "Deletes a user with tokens, votes and permissions; not one who wrote an issue or a comment (409).", DeleteUser),
        ControlContract.OfSite("jira.projects.put", "PUT", OneProject, "Adds a project, or changes all of one; its issues stay: {\"name\": \"Monkeys\", \"anonymousBrowse\": true}.", PutProject),
        ControlContract.OfSite("jira.projects.delete", "DELETE", OneProject, "Deletes a project and its issues.", DeleteProject),
    ];

    private static StubResponse PutUser(StubRequest request, Site site)
    {
        var id = request.PathValue("accountId");
        if (Read(request, "a user: {\"displayName\", \"email\", \"apiToken\"}", out var problems, "accountId", id) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        return site.Change(JiraContract.World, world =>
        {
            bool IsFree(string email) => world.Users.Values.All(user => user.AccountId == id || !InWorld.Same(user.Email, email));
            return Settled(world, JiraUsersDocument.ReadOne(root, UserRemoval.WithoutTokens(world, id), id, IsFree), problems);
        });
    }

    private static StubResponse DeleteUser(StubRequest request, Site site) => site.Change(JiraContract.World, world =>
    {
        var id = request.PathValue("accountId");
        if (!world.Users.TryGetValue(id, out var user))
        {
            return (world, NoSuch("user", id, site, world.Users.Keys));
        }

        var (next, wroteIn) = UserRemoval.Remove(world, user);
        return (next, wroteIn is null ? ControlErrors.NoContent() : ControlErrors.Refused(409, $"{id} wrote {wroteIn}, or something in it; delete that issue first, or put the user with \"active\": false."));
    });

    private static StubResponse PutProject(StubRequest request, Site site)
    {
        var key = request.PathValue("project");
        if (!Project.IsKey(key))
        {
            return ControlErrors.Refused(400, $"'{key}' is no project key; expected one such as MKY.");
        }

        if (Read(request, "a project: {\"name\", \"permissions\"}", out var problems, "key", key) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        return site.Change(JiraContract.World, world =>
        {
            var next = JiraProjectsDocument.ReadOne(root, world, key);
            var project = next.Projects[key];
            var lost = world.Index.OfProject(key).Select(id => world.Issues[id]).FirstOrDefault(issue => issue.SecurityLevel is { } level && !project.SecurityLevels.ContainsKey(level));
            if (lost is not null)
            {
                root.PlaceOf("securityLevels").Error($"{lost.Key} is on the security level '{lost.SecurityLevel}', which the project would not have any more.");
            }

            if (world.Projects.Values.Any(other => other.Key != key && other.Id == project.Id))
            {
                root.PlaceOf("id").Error($"The id {project.Id} is that of another project.");
            }

            return Settled(world, next, problems);
        });
    }

    private static StubResponse DeleteProject(StubRequest request, Site site) => site.Change(JiraContract.World, world =>
        request.PathValue("project") is var key && world.Projects.TryGetValue(key, out var project)
            ? (ProjectRemoval.Remove(world, project), ControlErrors.NoContent())
            : (world, NoSuch("project", key, site, world.Projects.Keys)));
}
