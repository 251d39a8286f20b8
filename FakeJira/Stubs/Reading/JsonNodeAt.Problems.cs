using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Reading;

/// <content>What is wrong at a place, and how it is told.</content>
public sealed partial class JsonNodeAt
{
    /// <summary>Names every member that nothing has asked for, and what it may have been meant to be.</summary>
    /// <param name="severity">How bad that is.</param>
    /// <param name="elsewhere">Names that are known elsewhere, and what to write here.</param>
    public void ReportUnknown(Severity severity = Severity.Error, IReadOnlyDictionary<string, string>? elsewhere = null)
    {
        if (Token is not JObject members)
        {
            // Whoever asked for members expected an object; unless something was said of this place already.
            if (severity == Severity.Error && _known.Count > 0 && (_problems.IsFull(severity) || !_problems.Tells(_source.File, PathOf(Token))))
            {
                Expected<object>("an object");
            }

            return;
        }

        foreach (var property in _areAllKnown ? [] : members.Properties())
        {
            if (_known.Contains(property.Name, StringComparer.OrdinalIgnoreCase) || property.Name == "$schema")
            {
                continue;
            }

            if (_problems.IsFull(severity))
            {
                _problems.AddUntold(severity, _source.File);
            }
            else
            {
                var suggestion = elsewhere is not null && elsewhere.TryGetValue(property.Name, out var here) ? $"; {here}" : Suggestion.For(property.Name, _known) is { } known ? $"; did you mean '{known}'?" : $"; known here: {string.Join(", ", _known.Distinct())}.";
                Report(severity, property, $"Unknown member '{property.Name}'{suggestion}");
            }
        }
    }

    /// <summary>Notes an error at this place.</summary>
    public void Error(string message) => Report(Severity.Error, Token, message);

    /// <summary>The same, for what takes time to say: not asked where it would not be told.</summary>
    internal void Error(Func<string> message) => Error(_problems.IsFull(Severity.Error) ? "" : message());

    /// <summary>Notes a warning at this place.</summary>
    public void Warning(string message) => Report(Severity.Warning, Token, message);

    /// <summary>The same, for what takes time to say: not asked where it would not be told.</summary>
    internal void Warning(Func<string> message) => Warning(_problems.IsFull(Severity.Warning) ? "" : message());

    /// <summary>Notes that something else was expected here.</summary>
    /// <returns>Always null.</returns>
    public T? Expected<T>(string what)
        where T : class
    {
        var found = Token.Type switch
        {
            JTokenType.Object => "an object",
            JTokenType.Array => "an array",
            JTokenType.String => $"\"{Short((string)Token!)}\"",
            JTokenType.Null => "null",
            _ => Short(Token.ToString(Newtonsoft.Json.Formatting.None)),
        };
        Error($"Expected {what}, found {found}.");
        return null;
    }

    /// <summary>Notes a problem at the place of a token below this one.</summary>
    public void Report(Severity severity, JToken token, string message)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (_problems.IsFull(severity))
        {
            _problems.AddUntold(severity, _source.File);
        }
        else
        {
            _problems.Add(ProblemAt(severity, token, message));
        }
    }

    /// <summary>A problem at the place of a token below this one, for those who look at what was read.</summary>
    internal Problem ProblemAt(Severity severity, JToken token, string message)
    {
        var (line, column) = _source.PositionOf(token);
        return new(severity, _source.File, line, column, PathOf(token), message);
    }

    /// <summary>Newtonsoft.Json looks for an item in its array from the beginning, and a file may have many thousand mappings.</summary>
    private string PathOf(JToken token) =>
        _array is null ? token.Path
        : ReferenceEquals(token, Token) ? $"{_array.PathOf(_array.Token)}[{_index}]"
        : token.Parent is JProperty member && ReferenceEquals(member.Parent, Token) && member.Name.All(char.IsAsciiLetter) ? $"{PathOf(Token)}.{member.Name}"
        : token.Path;

    private static string Short(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
