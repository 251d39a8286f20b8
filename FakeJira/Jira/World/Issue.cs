using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>An issue: its fields, votes, watchers and comments.</summary>
/// <param name="Id">Its number on the site.</param>
/// <param name="Key">Project key, hyphen, number: as it is now.</param>
/// <param name="Summary">One line.</param>
/// <param name="Reporter">The account id of who reported it.</param>
public sealed record Issue(long Id, string Key, string Summary, string Reporter)
{
    /// <summary>About how many bytes the vote or the watch of one user takes, here and where the issues of that user are found.</summary>
    public const long SizeOfName = 256;

    private const long OwnSize = 1024;
    private const long SizeOfLabel = 32;

    /// <summary>When an issue was created of which nothing is said.</summary>
    public static readonly DateTimeOffset Beginning = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What kind of issue it is.</summary>
    public IssueType Type { get; init; } = Catalogue.Task;

    /// <summary>Where it stands in the workflow.</summary>
    public Status Status { get; init; } = Catalogue.ToDo;

    /// <summary>How much it matters.</summary>
    public Priority Priority { get; init; } = Catalogue.Medium;

    /// <summary>Why it is resolved, or null while it is not.</summary>
    public Resolution? Resolution { get; init; }

    /// <summary>When it was resolved, or null while it is not.</summary>
    public DateTimeOffset? ResolutionDate { get; init; }

    /// <summary>Words without spaces, in order.</summary>
    public ImmutableArray<string> Labels
    {
        get;
        init => (field, LabelsSize) = (value, value.Sum(label => SizeOfLabel + (2L * label.Length)));
    } = [];

    /// <summary>The account id of who works on it, or null.</summary>
    public string? Assignee { get; init; }

    /// <summary>The account id of who created it.</summary>
    public string Creator { get; init; } = Reporter;

    /// <summary>When it was created.</summary>
    public DateTimeOffset Created { get; init; } = Beginning;

    /// <summary>When a field or a comment of it was changed last; a vote changes neither.</summary>
    public DateTimeOffset Updated { get; init; } = Beginning;

    /// <summary>The day it is due, or null.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>What it is about, or null.</summary>
    public RichText? Description { get; init; }

    /// <summary>The id of the issue it is a part of, or null.</summary>
    public long? Parent { get; init; }

    /// <summary>What was said of it, oldest first.</summary>
    public ImmutableArray<Comment> Comments { get => Said.All; init => Said = (value, value.Sum(comment => comment.Size)); }

    /// <summary>The level of issue security, or null.</summary>
    public string? SecurityLevel { get; init; }

    /// <summary>The account ids of those who have voted.</summary>
    public ImmutableHashSet<string> Voters { get; init; } = [];

    /// <summary>What clients changed of its fields, oldest first.</summary>
    public ImmutableArray<IssueChange> Changes { get => Noted.All; init => Noted = (value, value.Sum(change => change.Size)); }

    /// <summary>The account ids of those who watch it.</summary>
    public ImmutableHashSet<string> Watchers { get; init; } = [];

    /// <summary>The keys it had before it was moved.</summary>
    public ImmutableArray<string> PreviousKeys { get; init; } = [];

    /// <summary>The key of its project.</summary>
    public string ProjectKey => Key[..Key.LastIndexOf('-')];

    /// <summary>About how many bytes it takes. What it has many of is counted when it comes and goes, so that asking costs the same however much that is.</summary>
    public long Size => OwnSize + (2L * (Summary.Length + (SecurityLevel?.Length ?? 0))) + (Description?.Size ?? 0) + LabelsSize + Said.Size + Noted.Size + (SizeOfName * (Voters.Count + Watchers.Count));

    private (ImmutableArray<Comment> All, long Size) Said { get; init; } = ([], 0);

    private (ImmutableArray<IssueChange> All, long Size) Noted { get; init; } = ([], 0);

    private long LabelsSize { get; init; }

    /// <summary>With a comment after the others.</summary>
    internal Issue With(Comment comment) => this with { Said = (Comments.Add(comment), Said.Size + comment.Size) };

    /// <summary>With comments after the others.</summary>
    internal Issue With(IReadOnlyCollection<Comment> comments) => this with { Said = (Comments.AddRange(comments), Said.Size + comments.Sum(comment => comment.Size)) };

    /// <summary>With a comment in the place of another.</summary>
    internal Issue With(Comment comment, Comment instead) => this with { Said = (Comments.Replace(instead, comment), Said.Size + comment.Size - instead.Size) };

    /// <summary>Without one of its comments.</summary>
    internal Issue Without(Comment comment) => this with { Said = (Comments.Remove(comment), Said.Size - comment.Size) };

    /// <summary>With a change after the others.</summary>
    internal Issue With(IssueChange change) => this with { Noted = (Changes.Add(change), Noted.Size + change.Size) };

    /// <summary>Without the first of its changes.</summary>
    internal Issue WithoutOldestChange() => this with { Noted = (Changes.RemoveAt(0), Noted.Size - Changes[0].Size) };

    /// <summary>Splits a key into project key and number; null when it is no key. Keys are upper case here.</summary>
    public static (string Project, long Number)? ParseKey(string key)
    {
        var hyphen = key.LastIndexOf('-');
        return hyphen > 0 && Project.IsKey(key[..hyphen]) && key.Length - hyphen is > 1 and < 17 && key[hyphen + 1] != '0'
            && long.TryParse(key.AsSpan(hyphen + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? (key[..hyphen], number)
            : null;
    }
}
