using System.Collections.Immutable;
using System.Globalization;

namespace FakeJira.Jira.World;

/// <summary>What one field was and what it became: ids, and the words for people. Null where there was nothing.</summary>
public sealed record FieldChange(string Field, string? From, string? FromText, string? To, string? ToText)
{
    private const long OwnSize = 128;

    /// <summary>About how many bytes it takes.</summary>
    public long Size => OwnSize + (2L * ((From?.Length ?? 0) + (FromText?.Length ?? 0) + (To?.Length ?? 0) + (ToText?.Length ?? 0)));
}

/// <summary>What a user changed of an issue at one moment.</summary>
/// <param name="Id">Its number on the site.</param>
/// <param name="Author">The account id of who did it.</param>
/// <param name="At">When.</param>
/// <param name="Fields">The fields.</param>
public sealed record IssueChange(long Id, string Author, DateTimeOffset At, ImmutableArray<FieldChange> Fields)
{
    private const long OwnSize = 128;

    /// <summary>About how many bytes it takes.</summary>
    public long Size => OwnSize + Fields.Sum(changed => changed.Size);
}

/// <summary>Keeps the change log of issues. Votes, watchers and comments are not in it; what a test arranges is not either.</summary>
internal static class IssueChanges
{
    /// <summary>How many changes of an issue are kept; the oldest make room.</summary>
    public const int Most = 1000;

    /// <summary>The issue with what has changed of it noted.</summary>
    public static Issue Noted(JiraWorld world, Issue before, Issue after, User user, DateTimeOffset now)
    {
        var fields = Between(world, before, after);
        if (fields.IsEmpty)
        {
            return after;
        }

        return (after.Changes.Length < Most ? after : after.WithoutOldestChange()).With(new IssueChange(world.NextChangeId, user.AccountId, now, fields));
    }

    private static ImmutableArray<FieldChange> Between(JiraWorld world, Issue before, Issue after) =>
    [
        .. Change("issuetype", before.Type, after.Type, type => type.Id, type => type.Name),
        .. Change("summary", before.Summary, after.Summary, _ => null, text => text),
        .. Change("description", before.Description, after.Description, _ => null, text => text.Text),
        .. Change("priority", before.Priority, after.Priority, priority => priority.Id, priority => priority.Name),
        .. Change("labels", string.Join(' ', before.Labels), string.Join(' ', after.Labels), _ => "", text => text),
        .. Change("assignee", before.Assignee, after.Assignee, id => id, id => world.Users.GetValueOrDefault(id)?.DisplayName),
        .. Change("reporter", before.Reporter, after.Reporter, id => id, id => world.Users.GetValueOrDefault(id)?.DisplayName),
        .. Change("duedate", before.DueDate?.ToString("O", CultureInfo.InvariantCulture), after.DueDate?.ToString("O", CultureInfo.InvariantCulture), day => day, day => day + " 00:00:00.0"),
        .. Change("security", before.SecurityLevel, after.SecurityLevel, level => level, level => level),
        .. Change("parent", KeyOf(world, before.Parent), KeyOf(world, after.Parent), key => world.FindIssue(key)?.Id.ToString(CultureInfo.InvariantCulture), key => key),
        .. Change("resolution", before.Resolution, after.Resolution, resolution => resolution.Id, resolution => resolution.Name),
        .. Change("status", before.Status, after.Status, status => status.Id, status => status.Name),
    ];

    private static string? KeyOf(JiraWorld world, long? id) => id is { } number ? world.Issues.GetValueOrDefault(number)?.Key : null;

    private static IEnumerable<FieldChange> Change<T>(string field, T? before, T? after, Func<T, string?> id, Func<T, string?> text)
        where T : class => Equals(before, after) ? [] : [new(field, before is null ? null : id(before), before is null ? null : text(before), after is null ? null : id(after), after is null ? null : text(after))];
}
