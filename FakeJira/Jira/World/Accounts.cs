namespace FakeJira.Jira.World;

/// <summary>Finds users and groups.</summary>
public static class Accounts
{
    /// <summary>Users by display name.</summary>
    public static IReadOnlyList<User> Users(JiraWorld world, Func<User, bool>? condition = null) =>
        [.. world.Users.Values.Where(condition ?? (_ => true)).OrderBy(user => user.DisplayName, StringComparer.Ordinal).ThenBy(user => user.AccountId, StringComparer.Ordinal)];

    /// <summary>Whether a word of the display name, or the email, begins with a text in any case, or the text is the account id.</summary>
    public static bool Fits(User user, string text) =>
        user.DisplayName.StartsWith(text, StringComparison.OrdinalIgnoreCase) || user.Email.StartsWith(text, StringComparison.OrdinalIgnoreCase) || user.AccountId == text
        || user.DisplayName.Split(' ').Any(word => word.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The names of the groups that have members.</summary>
    public static IReadOnlyList<string> Groups(JiraWorld world) => [.. world.Users.Values.SelectMany(user => user.Groups).Distinct()];

    /// <summary>Whether a user administers the site.</summary>
    public static bool IsAdmin(User? user) => user?.Groups.Contains(User.Administrators) == true;
}
