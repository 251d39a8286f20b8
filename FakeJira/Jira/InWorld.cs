using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FakeJira.Jira.World;

namespace FakeJira.Jira;

/// <summary>Finds what a test names; what is not there is the test's mistake.</summary>
internal static class InWorld
{
    public static JiraUser Handle(JiraWorld world, User user) =>
        new(user.AccountId, user.DisplayName, user.Email, world.Tokens.Values.FirstOrDefault(token => token.AccountId == user.AccountId && token is { IsOAuth: false, Scopes: null })?.Value ?? "");

    public static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    public static Project NewProject(JiraWorld world, string key, string? name, bool anonymousBrowse) => new(world.NextProjectId, key, name ?? key)
    {
        Permissions = anonymousBrowse ? ImmutableDictionary<string, ImmutableArray<Holder>>.Empty.Add(Project.Browse, [new(HolderKind.Anyone)]) : ImmutableDictionary<string, ImmutableArray<Holder>>.Empty,
    };

    public static string FirstUser(JiraWorld world) => world.Users.Keys.Order(StringComparer.Ordinal).First();

    public static ImmutableArray<Holder> Holders(JiraWorld world, IEnumerable<JiraUser> users, [CallerArgumentExpression(nameof(users))] string? argument = null) =>
        [.. AccountIds(world, users, argument).Select(id => new Holder(HolderKind.User, id))];

    /// <summary>The account ids of users of the site. The last parameter of this and the next three is what the caller calls it, for what is null.</summary>
    public static IEnumerable<string> AccountIds(JiraWorld world, IEnumerable<JiraUser> users, [CallerArgumentExpression(nameof(users))] string? argument = null) =>
        Mistake.NoNull(users, argument).Select(user => Known(world, user).AccountId);

    public static User Known(JiraWorld world, JiraUser user, [CallerArgumentExpression(nameof(user))] string? argument = null)
    {
        ArgumentNullException.ThrowIfNull(user, argument);
        return world.Users.GetValueOrDefault(user.AccountId) ?? throw new FakeJiraException($"{user} is not a user of this site: was it added to another server or before a reset? Add it with AddUser.");
    }

    public static Project Known(JiraWorld world, string projectKey, [CallerArgumentExpression(nameof(projectKey))] string? argument = null)
    {
        ArgumentNullException.ThrowIfNull(projectKey, argument);
        return world.Projects.GetValueOrDefault(projectKey) ?? throw new FakeJiraException($"There is no project {projectKey} on this site; add it with AddProject, or add an issue of it.");
    }

    public static Issue KnownIssue(JiraWorld world, string key, [CallerArgumentExpression(nameof(key))] string? argument = null)
    {
        ArgumentNullException.ThrowIfNull(key, argument);
        return world.FindIssue(key) ?? throw new FakeJiraException($"There is no issue {key} on this site; add it with AddIssue.");
    }
}
