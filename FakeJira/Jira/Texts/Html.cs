using System.Net;
using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Texts;

/// <summary>Renders a description or a comment as HTML: the document as it is, a text as paragraphs and line breaks. Wiki markup in a text stays as it is.</summary>
internal static class Html
{
    public static string Of(RichText text, View view)
    {
        if (text.Document is not { } json)
        {
            return Of(text.Text);
        }

        using var document = JsonDocument.Parse(json, AtlassianDocument.Depth);
        return DocumentHtml.Of(document.RootElement, view);
    }

    private static string Of(string text) =>
        string.Concat(text.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph).Replace("\n", "<br/>\n", StringComparison.Ordinal)}</p>\n")).TrimEnd('\n');
}
