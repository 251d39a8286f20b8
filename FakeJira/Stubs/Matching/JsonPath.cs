using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>JSONPath as Newtonsoft.Json has it, kept to what takes a time that is bearable for any body.</summary>
internal static class JsonPath
{
    private const int LengthLimit = 1000;

    /// <summary>Each of them multiplies the work by the depth of the body.</summary>
    private const int DescentLimit = 2;

    private static readonly JsonSelectSettings Settings = new() { RegexMatchTimeout = BoundedRegex.Timeout };

    /// <summary>What is wrong with a path, or null.</summary>
    public static string? WrongWith(string path)
    {
        if (!IsBounded(path))
        {
            return $"Expected a JSONPath of at most {LengthLimit} characters with at most {DescentLimit} '..', and filters that look at nothing but '@' and what is directly below it.";
        }

        try
        {
            using var found = Select(new JObject(), path).GetEnumerator();
            _ = found.MoveNext();
            return null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or FormatException or OverflowException or InvalidOperationException or InvalidCastException)
        {
            return $"'{path}' is no JSONPath: {exception.Message}{(path.Contains('"', StringComparison.Ordinal) ? " Texts in filters stand in single quotes." : "")}";
        }
    }

    public static bool IsBounded(string path)
    {
        var filter = path.IndexOf("[?", StringComparison.Ordinal);
        var inFilters = filter < 0 ? "" : path[(filter + 2)..];
        return path.Length <= LengthLimit && path.AsSpan().Count("..") <= DescentLimit
            && !inFilters.Contains("..", StringComparison.Ordinal) && !inFilters.Contains('$', StringComparison.Ordinal);
    }

    /// <summary>What the path finds, one after the other.</summary>
    /// <exception cref="JsonException">It is no JSONPath.</exception>
    public static IEnumerable<JToken> Select(JToken token, string path) => token.SelectTokens(path, Settings);
}
