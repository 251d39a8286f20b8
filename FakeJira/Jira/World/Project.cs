using System.Buffers;
using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>A project and who may do what in it.</summary>
public sealed record Project(long Id, string Key, string Name)
{
    /// <summary>May see the project and its issues.</summary>
    public const string Browse = "BROWSE_PROJECTS";

    /// <summary>May see who has voted for an issue and who watches it.</summary>
    public const string ViewVoters = "VIEW_VOTERS_AND_WATCHERS";

    private const long OwnSize = 1024;

    private static readonly SearchValues<char> KeyLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    private static readonly ImmutableArray<Holder> EveryUser = [new(HolderKind.SignedIn)];

    /// <summary>The kinds of issues it has.</summary>
    public ImmutableArray<IssueType> IssueTypes { get; init; } = Catalogue.IssueTypes;

    /// <summary>The highest number that one of its issues has or had; the next gets one more.</summary>
    public long LastIssueNumber { get; init; }

    /// <summary>Holders by permission; what is not named here, every user may.</summary>
    public ImmutableDictionary<string, ImmutableArray<Holder>> Permissions { get; init; } = ImmutableDictionary<string, ImmutableArray<Holder>>.Empty;

    /// <summary>The levels of issue security and who sees issues on them.</summary>
    public ImmutableDictionary<string, ImmutableArray<Holder>> SecurityLevels { get; init; } = ImmutableDictionary<string, ImmutableArray<Holder>>.Empty;

    /// <summary>The account id of who leads it, or null.</summary>
    public string? Lead { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Where more is said about it, or null.</summary>
    public string? Url { get; init; }

    /// <summary>software, business or service_desk.</summary>
    public string TypeKey { get; init; } = "software";

    /// <summary>Whether its lead is assigned new issues, rather than nobody.</summary>
    public bool AssignsLead { get; init; }

    /// <summary>Who is assigned where nobody is named; null for nobody.</summary>
    public string? DefaultAssignee => AssignsLead ? Lead : null;

    /// <summary>The id of its category, or null.</summary>
    public long? CategoryId { get; init; }

    /// <summary>Users and groups by the id of the role that they have.</summary>
    public ImmutableDictionary<long, ImmutableArray<Holder>> Actors
    {
        get;
        init => (field, ActorsSize) = (value, value.Values.Sum(actors => actors.Sum(actor => actor.Size)));
    } = ImmutableDictionary<long, ImmutableArray<Holder>>.Empty;

    /// <summary>About how many bytes it takes, without its issues.</summary>
    public long Size => OwnSize + (2L * (Name.Length + Description.Length + (Url?.Length ?? 0) + TypeKey.Length)) + ActorsSize;

    private long ActorsSize { get; init; }

    /// <summary>Whether <paramref name="user"/> holds a permission; null is a caller without a user.</summary>
    public bool Allows(User? user, string permission)
    {
        foreach (var holder in HoldersOf(permission))
        {
            if (holder.Includes(user))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who holds a permission.</summary>
    public ImmutableArray<Holder> HoldersOf(string permission) => Permissions.TryGetValue(permission, out var holders) ? holders : EveryUser;

    /// <summary>Whether <paramref name="user"/> is on a level of issue security.</summary>
    public bool IsOnLevel(User? user, string level) => SecurityLevels.TryGetValue(level, out var holders) && holders.Any(holder => holder.Includes(user));

    /// <summary>Whether a text can be the key of a project.</summary>
    public static bool IsKey(string text) => text.Length is > 1 and <= 50 && char.IsAsciiLetterUpper(text[0]) && !text.AsSpan().ContainsAnyExcept(KeyLetters);
}
