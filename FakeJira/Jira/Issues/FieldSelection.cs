namespace FakeJira.Jira.Issues;

/// <summary>Which fields of issues are wanted.</summary>
internal sealed class FieldSelection
{
    private const string Everything = "*all";
    private const string Navigable = "*navigable";

    /// <summary>The wanted fields, in the order in which they are written.</summary>
    public required IReadOnlyList<IssueField> Fields { get; init; }

    /// <summary>All fields.</summary>
    public static FieldSelection All { get; } = new() { Fields = [.. IssueFields.All.Where(field => field.Write is not null)] };

    /// <summary>What a list says: ids, <c>*all</c>, <c>*navigable</c>, and with a minus what is not wanted. Nothing, or nothing but the last, means all the others. Unknown names mean nothing.</summary>
    public static FieldSelection Of(IReadOnlyCollection<string> names)
    {
        var wanted = names.Where(name => !name.StartsWith('-')).ToHashSet(StringComparer.Ordinal);
        var unwanted = names.Where(name => name.StartsWith('-')).Select(name => name[1..]).ToHashSet(StringComparer.Ordinal);
        var all = wanted.Count == 0 || wanted.Contains(Everything);
        return all && unwanted.Count == 0
            ? All
            : new()
            {
                Fields = [.. All.Fields.Where(field => !unwanted.Contains(field.Id) && (all || wanted.Contains(field.Id) || (field.IsNavigable && wanted.Contains(Navigable))))],
            };
    }
}
