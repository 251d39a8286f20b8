namespace FakeJira.Jira.World;

/// <summary>Who holds a permission.</summary>
public enum HolderKind
{
    /// <summary>Also callers without a user.</summary>
    Anyone,

    /// <summary>Every user.</summary>
    SignedIn,

    /// <summary>The users of a group.</summary>
    Group,

    /// <summary>One user.</summary>
    User,
}

/// <summary>Who holds a permission, written <c>anyone</c>, <c>signedIn</c>, <c>group:NAME</c> or <c>user:ACCOUNTID</c>.</summary>
public readonly record struct Holder(HolderKind Kind, string Name = "")
{
    private const string GroupPrefix = "group:";
    private const string UserPrefix = "user:";
    private const long OwnSize = 64;

    /// <summary>About how many bytes it takes.</summary>
    public long Size => OwnSize + (2L * Name.Length);

    /// <summary>Whether <paramref name="user"/> is meant; null is a caller without a user.</summary>
    public bool Includes(User? user) => Kind switch
    {
        HolderKind.Anyone => true,
        HolderKind.SignedIn => user is not null,
        HolderKind.Group => user is not null && user.Groups.Contains(Name),
        HolderKind.User => user is not null && user.AccountId == Name,
    };

    /// <summary>Reads the written form; null when it is none.</summary>
    public static Holder? Parse(string text) => text switch
    {
        "anyone" => new(HolderKind.Anyone),
        "signedIn" => new(HolderKind.SignedIn),
        _ when text.StartsWith(GroupPrefix, StringComparison.Ordinal) && text.Length > GroupPrefix.Length => new(HolderKind.Group, text[GroupPrefix.Length..]),
        _ when text.StartsWith(UserPrefix, StringComparison.Ordinal) && text.Length > UserPrefix.Length => new(HolderKind.User, text[UserPrefix.Length..]),
        _ => null,
    };

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        HolderKind.Anyone => "anyone",
        HolderKind.SignedIn => "signedIn",
        HolderKind.Group => GroupPrefix + Name,
        HolderKind.User => UserPrefix + Name,
    };
}
