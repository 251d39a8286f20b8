using System.Globalization;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search;

/// <summary>What users, groups and projects are called. A query can have thousands of names: all that there are are looked at once, and only when one is asked for.</summary>
internal sealed class SearchNames(JiraWorld world)
{
    private ILookup<string, string>? _users;
    private ILookup<string, string>? _members;
    private Dictionary<string, Project>? _projects;

    /// <summary>The account ids of those with an email or a display name, in any case.</summary>
    public IEnumerable<string> Users(string name) =>
        (_users ??= world.Users.Values.SelectMany(user => new[] { user.Email, user.DisplayName }, (user, called) => (called, user.AccountId)).ToLookup(pair => pair.called, pair => pair.AccountId, StringComparer.OrdinalIgnoreCase))[name];

    /// <summary>The account ids of those in a group.</summary>
    public IEnumerable<string> Members(string group) =>
        (_members ??= world.Users.Values.SelectMany(user => user.Groups, (user, name) => (name, user.AccountId)).ToLookup(pair => pair.name, pair => pair.AccountId, StringComparer.Ordinal))[group];

    /// <summary>The project with a name, in any case, or an id; of several the first.</summary>
    public Project? Project(string nameOrId) => (_projects ??= ProjectsByName()).GetValueOrDefault(nameOrId);

    private Dictionary<string, Project> ProjectsByName()
    {
        Dictionary<string, Project> projects = new(StringComparer.OrdinalIgnoreCase);
        foreach (var project in world.Projects.Values)
        {
            projects.TryAdd(project.Name, project);
            projects.TryAdd(project.Id.ToString(CultureInfo.InvariantCulture), project);
        }

        return projects;
    }
}
