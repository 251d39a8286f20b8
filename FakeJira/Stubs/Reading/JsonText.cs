using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Reading;

/// <summary>A JSON text of the user (comments and trailing commas allowed) whose every token knows its line and column.</summary>
public sealed class JsonText
{
    /// <summary>Deeper nesting than this is refused.</summary>
    public const int DepthLimit = 128;

    private readonly string[] _lines;

    private JsonText(string file, string text) => (File, _lines) = (file, text.Split('\n'));

    /// <summary>What the text is called in problems.</summary>
    public string File { get; }

    /// <summary>Parses the text; null when it is no JSON, which then is an error in <paramref name="problems"/>.</summary>
    /// <param name="file">What the text is called in problems.</param>
    /// <param name="text">The text.</param>
    /// <param name="problems">Told what is wrong.</param>
    /// <param name="repeats">Whether a name may stand twice in an object, the last one counting, as in WireMock.Net's files; else that is a mistake.</param>
    public static JsonNodeAt? Parse(string file, string text, ProblemList problems, bool repeats = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(problems);
        var source = new JsonText(file, text.TrimStart('\uFEFF'));
        using var reader = new BoundedJsonReader(text.TrimStart('\uFEFF'));
        try
        {
            var settings = new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load, CommentHandling = CommentHandling.Ignore, DuplicatePropertyNameHandling = repeats ? DuplicatePropertyNameHandling.Replace : DuplicatePropertyNameHandling.Error };
            while (reader.Read() && reader.TokenType == JsonToken.Comment)
            {
            }

            if (reader.TokenType == JsonToken.None)
            {
                problems.Add(new(Severity.Error, file, 1, 1, "", "The text is empty; expected a JSON document."));
                return null;
            }

            var root = JToken.ReadFrom(reader, settings);
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                {
                    problems.Add(new(Severity.Error, file, reader.LineNumber, reader.LinePosition, "", "There is more after the end of the document; remove it."));
                    return null;
                }
            }

            return new JsonNodeAt(root, source, problems);
        }
        catch (JsonException exception)
        {
            var (line, column) = exception is JsonReaderException at ? (at.LineNumber, at.LinePosition) : (reader.LineNumber, reader.LinePosition);
            problems.Add(new(Severity.Error, file, Math.Max(line, 1), Math.Max(column, 1), reader.Path, "Not valid JSON: " + Sentence(exception.Message)));
        }
        catch (Exception exception) when (exception is OverflowException or FormatException or ArgumentException)
        {
            problems.Add(new(Severity.Error, file, Math.Max(reader.LineNumber, 1), Math.Max(reader.LinePosition, 1), reader.Path, "Not valid JSON: " + Sentence(exception.Message)));
        }

        return null;
    }

    /// <summary>The JSON of a text that was made here; what looks like a date in it is a text, as where a state is read.</summary>
    internal static JToken OfOwn(string text, int depth = DepthLimit)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = depth };
        return JToken.ReadFrom(reader);
    }

    /// <summary>Line and column, both from 1, where a token begins.</summary>
    internal (int Line, int Column) PositionOf(JToken token)
    {
        if (token is not IJsonLineInfo info || !info.HasLineInfo())
        {
            return (0, 0);
        }

        var column = Math.Max(info.LinePosition, 1);
        if (info.LineNumber > _lines.Length || token is not (JProperty or JValue))
        {
            return (info.LineNumber, column);
        }

        // Newtonsoft.Json notes where a name or a value ends; people look for where it begins.
        var line = _lines[info.LineNumber - 1];
        var end = Math.Min(column, line.Length) - 1;
        return (info.LineNumber, end < 0 ? column : (token is JProperty ? BeginOfText(line, line.LastIndexOf('"', end)) : BeginOfValue(line, end)) + 1);
    }

    private static int BeginOfValue(string line, int end)
    {
        if (line[end] is '"' or '\'')
        {
            return BeginOfText(line, end);
        }

        var begin = end;
        while (begin > 0 && line[begin - 1] is not (' ' or '\t' or ',' or ':' or '[' or '{'))
        {
            begin--;
        }

        return begin;
    }

    /// <summary>The quote that opens what the quote at <paramref name="end"/> closes.</summary>
    private static int BeginOfText(string line, int end)
    {
        for (var at = end - 1; at >= 0; at--)
        {
            if (line[at] == line[end] && (at == 0 || line[at - 1] != '\\'))
            {
                return at;
            }
        }

        return Math.Max(end, 0);
    }

    private static string Sentence(string message)
    {
        var path = message.IndexOf(" Path '", StringComparison.Ordinal);
        return path > 0 ? message[..path] : message;
    }
}
