using System.Globalization;

namespace FakeJira.Jira.World;

/// <summary>What a project is to be made of.</summary>
public sealed record ProjectDraft
{
    /// <summary>Upper-case letters, digits and underscores.</summary>
    public string? Key { get; init; }

    /// <summary>For people.</summary>
    public string? Name { get; init; }

    /// <summary>The account id of who leads it.</summary>
    public string? Lead { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where more is said about it.</summary>
    public string? Url { get; init; }

    /// <summary>software, business or service_desk.</summary>
    public string TypeKey { get; init; } = "software";

    /// <summary>Whether its lead is assigned new issues.</summary>
    public bool AssignsLead { get; init; }

    /// <summary>The id of its category.</summary>
    public long? CategoryId { get; init; }
}

/// <summary>What is wrong with a draft.</summary>
public enum ProjectMistake
{
    /// <summary>There is no key, or it is none.</summary>
    KeyInvalid,

    /// <summary>Another project has the key.</summary>
    KeyTaken,

    /// <summary>There is no name.</summary>
    NameMissing,

    /// <summary>Another project has the name.</summary>
    NameTaken,

    /// <summary>There is no lead, or no such user.</summary>
    LeadInvalid,

    /// <summary>There is no such category.</summary>
    CategoryUnknown,

    /// <summary>One of its texts is longer than 32,767 characters.</summary>
    TextTooLong,
}

/// <summary>What became of a wish to make or remove a project.</summary>
public enum ProjectOutcome
{
    /// <summary>It is so now.</summary>
    Done,

    /// <summary>The caller does not administer the site.</summary>
    Forbidden,

    /// <summary>There is no such project, or the caller may not see it.</summary>
    Unseen,

    /// <summary>The draft has mistakes.</summary>
    Invalid,

    /// <summary>The site has no room for another one.</summary>
    Full,

    /// <summary>The site has no room for what it would be.</summary>
    NoRoom,
}

/// <summary>Finds, makes and removes projects.</summary>
public static class Projects
{
    private const int LongestText = 32767;

    /// <summary>The project of an id or of a key in its own spelling, if <paramref name="user"/> may browse it.</summary>
    public static Project? SeeProject(this JiraWorld world, User? user, string idOrKey) => FindProject(world, idOrKey) is { } project && project.Allows(user, Project.Browse) ? project : null;

    /// <summary>The project of an id or of a key in its own spelling.</summary>
    public static Project? FindProject(this JiraWorld world, string idOrKey) =>
        long.TryParse(idOrKey, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? world.Projects.Values.FirstOrDefault(project => project.Id == id) : world.Projects.GetValueOrDefault(idOrKey);

    /// <summary>Makes a project.</summary>
    public static (JiraWorld World, (ProjectOutcome Kind, Project? Project, IReadOnlyList<ProjectMistake> Mistakes) Outcome) Create(JiraWorld world, User? user, ProjectDraft draft)
    {
        if (!Accounts.IsAdmin(user))
        {
            return (world, (ProjectOutcome.Forbidden, null, []));
        }

        List<ProjectMistake> mistakes =
        [
            .. If(draft.Key is null || !Project.IsKey(draft.Key), ProjectMistake.KeyInvalid),
            .. If(draft.Key is not null && world.Projects.ContainsKey(draft.Key), ProjectMistake.KeyTaken),
            .. If(string.IsNullOrWhiteSpace(draft.Name), ProjectMistake.NameMissing),
            .. If(world.Projects.Values.Any(project => string.Equals(project.Name, draft.Name, StringComparison.OrdinalIgnoreCase)), ProjectMistake.NameTaken),
            .. If(draft.Lead is null || !world.Users.ContainsKey(draft.Lead), ProjectMistake.LeadInvalid),
            .. If(Math.Max(draft.Name?.Length ?? 0, Math.Max(draft.Description.Length, draft.Url?.Length ?? 0)) > LongestText, ProjectMistake.TextTooLong),
            .. If(draft.CategoryId is { } category && !world.Categories.ContainsKey(category), ProjectMistake.CategoryUnknown),
        ];
        if (mistakes.Count > 0)
        {
            return (world, (ProjectOutcome.Invalid, null, mistakes));
        }

        if (world.Projects.Count >= world.Settings.MostProjects)
        {
            return (world, (ProjectOutcome.Full, null, []));
        }

        var project = new Project(world.NextProjectId, draft.Key!, draft.Name!)
        {
            Lead = draft.Lead,
            Description = draft.Description,
            Url = draft.Url,
            TypeKey = draft.TypeKey,
            AssignsLead = draft.AssignsLead,
            CategoryId = draft.CategoryId,
            Actors = ProjectRoles.OfNewProject,
        };
        return world.HasRoomFor(project) ? (world.With(project), (ProjectOutcome.Done, project, [])) : (world, (ProjectOutcome.NoRoom, null, []));
    }

    /// <summary>Removes a project and its issues.</summary>
    public static (JiraWorld World, ProjectOutcome Outcome) Delete(JiraWorld world, User? user, string idOrKey)
    {
        if (world.SeeProject(user, idOrKey) is not { } project)
        {
            return (world, ProjectOutcome.Unseen);
        }

        if (!Accounts.IsAdmin(user))
        {
            return (world, ProjectOutcome.Forbidden);
        }

        return (ProjectRemoval.Remove(world, project), ProjectOutcome.Done);
    }

    private static ReadOnlySpan<ProjectMistake> If(bool condition, ProjectMistake mistake) => condition ? new ProjectMistake[] { mistake } : [];
}
