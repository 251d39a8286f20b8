using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>An account.</summary>
public sealed record User(string AccountId, string DisplayName, string Email)
{
    /// <summary>The group of those who administer the site.</summary>
    public const string Administrators = "site-admins";

    /// <summary>About how many bytes one takes, with a token.</summary>
    public const long Size = 1024;

    /// <summary>An IANA time zone.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Whether the account is in use.</summary>
    public bool Active { get; init; } = true;

    /// <summary>atlassian, app or customer.</summary>
    public string AccountType { get; init; } = "atlassian";

    /// <summary>The names of the groups it is in.</summary>
    public ImmutableHashSet<string> Groups { get; init; } = [];

    /// <summary>The account id, percent-encoded.</summary>
    public string EscapedId { get; } = Uri.EscapeDataString(AccountId);

    /// <summary>The first letters of the first and the last name.</summary>
    public string Initials { get; } = InitialsOf(DisplayName);

    /// <summary>0 to 6: which background the picture with the initials has.</summary>
    public int AvatarNumber { get; } = AccountId.Sum(letter => letter) % 7;

    private static string InitialsOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length switch
        {
            0 => "U",
            1 => First(words[0]),
            _ => First(words[0]) + First(words[^1]),
        };
    }

    /// <summary>The first character, whole: an emoji is two of a string.</summary>
    private static string First(string word) => word.EnumerateRunes().First().ToString().ToUpperInvariant();
}

/// <summary>What somebody signs in with.</summary>
/// <param name="Value">The secret itself.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="IsOAuth">An OAuth access token (Bearer) instead of an API token (Basic, with the email).</param>
/// <param name="Scopes">What it may do; null for everything its user may. An API token that has them is for the gateway alone.</param>
public sealed record Token(string Value, string AccountId, bool IsOAuth, ImmutableHashSet<string>? Scopes = null);
