namespace FakeJira.Stubs.Responding;

/// <summary>The values that the path template of an operation has.</summary>
internal static class OperationPath
{
    /// <summary>The names of its values, in order.</summary>
    public static string[] Names(Operation operation) => [.. Values(operation).Select(value => value.Name)];

    /// <summary>What a value is when nobody says it: the first of a choice, such as a version; nothing for the rest of a path.</summary>
    public static IEnumerable<(string Name, string Value)> Defaults(Operation operation) =>
        Values(operation).Where(value => value.Default is not null).Select(value => (value.Name, value.Default!));

    /// <summary>Whether a literal path leads to the operation.</summary>
    public static bool Leads(Operation operation, string path, StringComparison comparison = StringComparison.Ordinal)
    {
        var (template, segments) = (Segments(operation.Path), Segments(path));
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i].StartsWith("{*", StringComparison.Ordinal))
            {
                return true;
            }

            if (i >= segments.Length || !Takes(template[i], segments[i], comparison))
            {
                return false;
            }
        }

        return template.Length == segments.Length;
    }

    private static bool Takes(string template, string segment, StringComparison comparison) =>
        template[0] != '{' ? template.Equals(segment, comparison) : !template.Contains(':', StringComparison.Ordinal) || template[1..^1].Split(':', '|').Skip(1).Any(each => each.Equals(segment, comparison));

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<(string Name, string? Default)> Values(Operation operation)
    {
        foreach (var segment in Segments(operation.Path).Where(segment => segment[0] == '{'))
        {
            var parts = segment[1..^1].TrimStart('*').Split(':', '|');
            yield return (parts[0], segment[1] == '*' ? "" : parts.ElementAtOrDefault(1));
        }
    }
}
