using System.Globalization;
using System.Text.RegularExpressions;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>
/// A text that is nothing but one path, such as <c>{{request.bodyAsJson.list.[0]}}</c>. It is evaluated, not rendered: what it finds keeps its type and is not
/// HTML-escaped. It needs no Handlebars.
/// </summary>
internal sealed partial class PathExpression
{
    private readonly string[] _names;

    private PathExpression(string[] names) => _names = names;

    /// <summary>The path that a text is, or null when it is anything else.</summary>
    public static PathExpression? Of(string text)
    {
        var match = Form().Match(text);
        return match.Success && match.Groups["open"].Length == match.Groups["close"].Length
            ? new PathExpression([.. match.Groups["name"].Captures.Select(name => name.Value.Trim('[', ']'))])
            : null;
    }

    /// <summary>What the path leads to, or null when it leads nowhere.</summary>
    public object? Evaluate(Members model)
    {
        object? at = model;
        foreach (var name in _names)
        {
            at = at switch
            {
                Members members => members[name],
                Items items when int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => index < items.Count ? items[index] : null,
                Items items when IsLength(name) => (long)items.Count,
                string text when IsLength(name) => (long)text.Length,
                _ => null,
            };
        }

        return at;
    }

    private static bool IsLength(string name) => name.Equals("length", StringComparison.OrdinalIgnoreCase) || name.Equals("count", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("""^(?<open>\{{2,3})\s*(?<name>request|mapping|data)(\.(?<name>\[[^\[\]{}]+\]|[^\s.\[\]{}()"'#/!&>~=|@]+))*\s*(?<close>\}{2,3})$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Form();
}
