namespace FakeJira.Jira.World;

/// <summary>Whom a comment is for.</summary>
/// <param name="Kind">group or role.</param>
/// <param name="Name">The name of the group or role.</param>
public sealed record CommentVisibility(string Kind, string Name);

/// <summary>What somebody says of an issue.</summary>
/// <param name="Id">Its number on the site.</param>
/// <param name="Author">The account id of who wrote it.</param>
/// <param name="Body">What it says.</param>
/// <param name="Created">When it was written.</param>
public sealed record Comment(long Id, string Author, RichText Body, DateTimeOffset Created)
{
    private const long OwnSize = 256;

    /// <summary>The account id of who changed it last.</summary>
    public string UpdateAuthor { get; init; } = Author;

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset Updated { get; init; } = Created;

    /// <summary>Whom it is for; null for everybody who sees the issue.</summary>
    public CommentVisibility? Visibility { get; init; }

    /// <summary>About how many bytes it takes.</summary>
    public long Size => OwnSize + Body.Size + (2L * (Visibility?.Name.Length ?? 0));
}
