using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>An issue and its votes.</summary>
/// <param name="Id">Its number on the site.</param>
/// <param name="Key">Project key, hyphen, number: as it is now.</param>
/// <param name="Summary">One line.</param>
/// <param name="Reporter">The account id of who reported it.</param>
public sealed record Issue(long Id, string Key, string Summary, string Reporter)
{
    /// <summary>The name of the resolution, or null while it is unresolved.</summary>
    public string? Resolution { get; init; }

    /// <summary>The level of issue security, or null.</summary>
    public string? SecurityLevel { get; init; }

    /// <summary>The account ids of those who have voted.</summary>
    public ImmutableHashSet<string> Voters { get; init; } = [];

    /// <summary>The keys it had before it was moved.</summary>
    public ImmutableArray<string> PreviousKeys { get; init; } = [];

    /// <summary>The key of its project.</summary>
    public string ProjectKey => Key[..Key.LastIndexOf('-')];

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
