using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira;

/// <summary>What a test says of the projects of a site beyond that they are there: who leads them, what they are grouped by, who has which role.</summary>
public sealed class JiraProjects
{
    private readonly Site _site;

    internal JiraProjects(Site site) => _site = site;

    /// <summary>Says who leads a project, or with null that nobody does.</summary>
    /// <exception cref="FakeJiraException">There is no such project or user.</exception>
    public void SetLead(string projectKey, JiraUser? lead) => Change(projectKey, (world, project) =>
    {
        Mistake.If(lead is not null && !world.Users.ContainsKey(lead.AccountId), $"{lead} is not a user of this site; add it with AddUser.");
        return world.With(project with { Lead = lead?.AccountId });
    });

    /// <summary>Puts a project into a category, which is made if there is none of that name.</summary>
    /// <exception cref="FakeJiraException">There is no such project, or the name is empty.</exception>
    public void SetCategory(string projectKey, string category) => Change(projectKey, (world, project) =>
    {
        ArgumentNullException.ThrowIfNull(category);
        Mistake.If(category.Length == 0, "The name of a project category cannot be empty.");
        var known = world.Categories.Values.FirstOrDefault(each => each.Name == category) ?? new ProjectCategory(world.NextCategoryId, category, "");
        return (world with { Categories = world.Categories.SetItem(known.Id, known) }).With(project with { CategoryId = known.Id });
    });

    /// <summary>Gives users a role in a project: <c>Administrators</c>, <c>Developers</c> or <c>Users</c>. Roles give no permissions; <see cref="JiraSite.Grant"/> does.</summary>
    /// <exception cref="FakeJiraException">There is no such project, role or user.</exception>
    public void GiveRole(string projectKey, string role, params JiraUser[] users) => Change(projectKey, (world, project) =>
    {
        ArgumentNullException.ThrowIfNull(role);
        var known = ProjectRoles.Named(role) ?? throw new FakeJiraException($"There is no project role '{role}'; there are: {string.Join(", ", ProjectRoles.All.Select(each => each.Name))}.");
        var stranger = Mistake.NoNull(users).FirstOrDefault(user => !world.Users.ContainsKey(user.AccountId));
        Mistake.If(stranger is not null, $"{stranger} is not a user of this site; add it with AddUser.");
        var actors = ProjectRoles.ActorsOf(project, known).Union(users.Select(user => new Holder(HolderKind.User, user.AccountId)));
        return world.With(project with { Actors = project.Actors.SetItem(known.Id, [.. actors]) });
    });

    private void Change(string projectKey, Func<JiraWorld, Project, JiraWorld> change) => _site.Replace(JiraContract.World, world =>
        change(world, InWorld.Known(world, projectKey)));
}
