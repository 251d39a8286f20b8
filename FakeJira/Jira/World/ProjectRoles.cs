using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>A role that users and groups can have in a project.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">For example Administrators.</param>
/// <param name="Description">What it is for.</param>
public sealed record ProjectRole(long Id, string Name, string Description);

/// <summary>What became of a change to who has a role.</summary>
public enum ActorsOutcome
{
    /// <summary>They have it now, or no longer.</summary>
    Done,

    /// <summary>There is no such project, or the caller may not see it.</summary>
    ProjectUnseen,

    /// <summary>The caller may not administer the project.</summary>
    Forbidden,

    /// <summary>There is no such role.</summary>
    RoleUnknown,

    /// <summary>One of the users or groups is unknown, or there is none.</summary>
    ActorUnknown,

    /// <summary>One of them has the role already.</summary>
    AlreadyThere,

    /// <summary>One of them has not the role.</summary>
    NotThere,

    /// <summary>The site has no room for more of them.</summary>
    NoRoom,
}

/// <summary>Who has which role in a project. Roles are the same on every site; they give no permissions.</summary>
public static class ProjectRoles
{
    private const long Administrators = 10002;

    /// <summary>The roles.</summary>
    public static ImmutableArray<ProjectRole> All { get; } =
    [
        new(Administrators, "Administrators", "A project role that represents administrators in a project"),
        new(10000, "Developers", "A project role that represents developers in a project"),
        new(10001, "Users", "A project role that represents users in a project"),
    ];

    /// <summary>Who has which role in a project that a client makes: those who administer the site administer it.</summary>
    public static ImmutableDictionary<long, ImmutableArray<Holder>> OfNewProject { get; } = ImmutableDictionary<long, ImmutableArray<Holder>>.Empty.Add(Administrators, [new(HolderKind.Group, User.Administrators)]);

    /// <summary>The role of an id in its written form, or null.</summary>
    public static ProjectRole? Find(string id) => long.TryParse(id, out var number) ? All.FirstOrDefault(role => role.Id == number) : null;

    /// <summary>The role of a name, or null.</summary>
    public static ProjectRole? Named(string name) => All.FirstOrDefault(role => role.Name == name);

    /// <summary>Whether a user has a role in a project.</summary>
    public static bool Has(Project project, ProjectRole role, User user) => ActorsOf(project, role).Any(actor => actor.Includes(user));

    /// <summary>Who has a role in a project, in the order in which they got it.</summary>
    public static ImmutableArray<Holder> ActorsOf(Project project, ProjectRole role) => project.Actors.TryGetValue(role.Id, out var actors) ? actors : [];

    /// <summary>Gives a role to users and groups.</summary>
    public static (JiraWorld World, ActorsOutcome Outcome) Add(JiraWorld world, User? user, string projectIdOrKey, string roleId, IReadOnlyList<Holder> actors) =>
        Change(world, user, projectIdOrKey, roleId, actors, (present, changed) => present.Any(changed.ToHashSet().Contains) ? (null, ActorsOutcome.AlreadyThere) : (present.AddRange(changed), ActorsOutcome.Done));

    /// <summary>Takes a role from users and groups.</summary>
    public static (JiraWorld World, ActorsOutcome Outcome) Remove(JiraWorld world, User? user, string projectIdOrKey, string roleId, IReadOnlyList<Holder> actors) =>
        Change(world, user, projectIdOrKey, roleId, actors, (present, changed) => !present.ToHashSet().IsSupersetOf(changed) ? (null, ActorsOutcome.NotThere) : (present.RemoveAll(changed.ToHashSet().Contains), ActorsOutcome.Done));

    /// <summary>Gives a role to these users and groups, and takes it from all others.</summary>
    public static (JiraWorld World, ActorsOutcome Outcome) Set(JiraWorld world, User? user, string projectIdOrKey, string roleId, IReadOnlyList<Holder> actors) =>
        Change(world, user, projectIdOrKey, roleId, actors, (_, changed) => ([.. changed], ActorsOutcome.Done), mayBeNobody: true);

    private static (JiraWorld World, ActorsOutcome Outcome) Change(JiraWorld world, User? user, string projectIdOrKey, string roleId, IReadOnlyList<Holder> actors, Func<ImmutableArray<Holder>, IReadOnlyList<Holder>, (ImmutableArray<Holder>? Actors, ActorsOutcome Outcome)> change, bool mayBeNobody = false)
    {
        if (world.SeeProject(user, projectIdOrKey) is not { } project)
        {
            return (world, ActorsOutcome.ProjectUnseen);
        }

        if (user is null || (!project.Allows(user, PermissionNames.AdministerProjects) && !Accounts.IsAdmin(user)))
        {
            return (world, ActorsOutcome.Forbidden);
        }

        if (Find(roleId) is not { } role)
        {
            return (world, ActorsOutcome.RoleUnknown);
        }

        if ((actors.Count == 0 && !mayBeNobody) || !AllExist(world, actors))
        {
            return (world, ActorsOutcome.ActorUnknown);
        }

        var (next, outcome) = change(ActorsOf(project, role), actors);
        if (next is not { } after)
        {
            return (world, outcome);
        }

        var changed = project with { Actors = project.Actors.SetItem(role.Id, after) };
        return world.HasRoomFor(changed) ? (world.With(changed), outcome) : (world, ActorsOutcome.NoRoom);
    }

    private static bool AllExist(JiraWorld world, IReadOnlyList<Holder> actors)
    {
        var groups = new Lazy<HashSet<string>>(() => [.. Accounts.Groups(world)]);
        return actors.All(actor => actor.Kind switch
        {
            HolderKind.User => world.Users.ContainsKey(actor.Name),
            HolderKind.Group => groups.Value.Contains(actor.Name),
            HolderKind.Anyone or HolderKind.SignedIn => false,
        });
    }
}
