using System.Net;

namespace FakeJira.Jira.Texts;

/// <summary>Renders a text as HTML: paragraphs and line breaks. Wiki markup in it stays as it is.</summary>
internal static class Html
{
    public static string Of(string text) =>
        string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br/>\n", StringComparison.Ordinal)}</p>\n")).TrimEnd('\n');
}
