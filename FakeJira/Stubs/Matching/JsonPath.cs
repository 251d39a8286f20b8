using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>JSONPath as Newtonsoft.Json has it, kept to what takes a time that is bearable for any body.</summary>
internal static partial class JsonPath
{
    public const int LengthLimit = 1000;

    /// <summary>What <see cref="IsBounded"/> asks for.</summary>
    public static readonly string Bounded = $"a JSONPath of at most {LengthLimit} characters with at most {DescentLimit} '..', and neither '..' nor '$' in a filter";

    /// <summary>Each of them multiplies the work by the depth of the body.</summary>
    private const int DescentLimit = 2;

    /// <summary>What is wrong with a path, or null.</summary>
    public static string? WrongWith(string path)
    {
        if (!IsBounded(path))
        {
            return $"Expected {Bounded}.";
        }

        try
        {
            using var found = Select(new JObject(), path, Within(ServerLimits.Defaults.RegexTime)).GetEnumerator();
            _ = found.MoveNext();
            return null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or InvalidCastException)
        {
            return $"'{path}' is no JSONPath: {exception.Message}{(path.Contains('"', StringComparison.Ordinal) ? " Texts in filters stand in single quotes." : "")}";
        }
    }

    public static bool IsBounded(string path)
    {
        var filter = path.IndexOf("[?", StringComparison.Ordinal);
        if (path.Length > LengthLimit)
        {
            return false;
        }

        var inFilters = filter < 0 ? "" : WithoutLiterals(path[(filter + 2)..]);
        return path.AsSpan().Count("..") <= DescentLimit
            && !inFilters.Contains("..", StringComparison.Ordinal) && !inFilters.Contains('$', StringComparison.Ordinal);
    }

    /// <summary>What looks like a path in a text or a regular expression is none. Where there is a comma it is not clear which quote begins and which one ends, so nothing is left out.</summary>
    private static string WithoutLiterals(string filters) => filters.Contains(',', StringComparison.Ordinal) ? filters : Literal().Replace(filters, "''");

    /// <summary>A text or regular expression of a filter, where it cannot be part of a name.</summary>
    [GeneratedRegex(@"(?<=[\[(=<>&|]\s*)'(?:[^'\\]|\\.)*'|(?<==~\s*)/(?:[^/\\]|\\.)*/", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Literal();

    /// <summary>How long each look of a regular expression of a path may take.</summary>
    public static JsonSelectSettings Within(TimeSpan regexTime) => new() { RegexMatchTimeout = regexTime };

    /// <summary>What the path finds, one after the other.</summary>
    /// <param name="token">Where.</param>
    /// <param name="path">The path.</param>
    /// <param name="settings">Made once, <see cref="Within"/> a time.</param>
    /// <exception cref="JsonException">It is no JSONPath.</exception>
    public static IEnumerable<JToken> Select(JToken token, string path, JsonSelectSettings settings)
    {
        try
        {
            return token.SelectTokens(path, settings);
        }
        catch (Exception exception) when (exception is IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The library looks behind the end of a filter that is not closed for the character to complain about.
            throw new JsonException(exception is IndexOutOfRangeException ? "A filter is not closed." : exception.Message, exception);
        }
    }
}
