using System.Text;
using System.Text.RegularExpressions;

namespace FakeJira.Stubs.Matching;

/// <summary>A text in which a regular expression is found, anywhere unless it says otherwise.</summary>
internal sealed class RegexMatcher(IReadOnlyList<string> patterns, MatchOperator how, bool ignoreCase, TimeSpan time)
    : PatternsMatcher<(string Text, Regex Regex)>([.. patterns.Select(pattern => (pattern, BoundedRegex.Of(pattern, ignoreCase, time)))], how)
{
    private const string Meta = @"\^$.|?*+()[]{}#";

    protected override bool IsMatch((string Text, Regex Regex) pattern, string text, StubRequest request)
    {
        request.Spend(ComparingTime.Many);
        return pattern.Regex.IsMatch(text);
    }

    protected override string Show((string Text, Regex Regex) pattern) => $"matching /{pattern.Text}/{(ignoreCase ? "i" : "")}";

    protected override PathKey KeyOf((string Text, Regex Regex) pattern) => PathKey.StartsWith(Prefix(pattern.Text));

    /// <summary>The plain letters after a <c>^</c>; nothing when there are alternatives, which may begin otherwise.</summary>
    private static string Prefix(string pattern)
    {
        if (!pattern.StartsWith('^') || pattern.Contains('|', StringComparison.Ordinal))
        {
            return "";
        }

        var prefix = new StringBuilder();
        var at = 1;
        while (at < pattern.Length)
        {
            var isEscaped = pattern[at] == '\\' && at + 1 < pattern.Length && !char.IsAsciiLetterOrDigit(pattern[at + 1]);
            if (!isEscaped && Meta.Contains(pattern[at], StringComparison.Ordinal))
            {
                // What is repeated may be absent.
                return pattern[at] is '?' or '*' or '+' or '{' && prefix.Length > 0 ? prefix.ToString(0, prefix.Length - 1) : prefix.ToString();
            }

            prefix.Append(pattern[isEscaped ? at + 1 : at]);
            at += isEscaped ? 2 : 1;
        }

        return prefix.ToString();
    }
}
