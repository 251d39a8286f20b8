using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using FakeJira.Jira.Platform;
using static FakeJira.Jira.Texts.DocumentNodes;

namespace FakeJira.Jira.Texts;

/// <summary>Writes what stands in the lines of a document as HTML, with the tags and attributes that answers of the live service have.</summary>
internal sealed class LineHtml(StringBuilder html, View view)
{
    public const string LineEnd = "<br/>\n";
    private const string OfLinks = "class=\"external-link\" rel=\"nofollow noreferrer\"";

    /// <summary>Where nothing but these may lead: whoever shows the HTML must not run what somebody wrote.</summary>
    private static readonly string[] Schemes = ["http://", "https://", "mailto:"];

    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    public void Write(JsonElement parent)
    {
        foreach (var node in Content(parent))
        {
            WriteNode(node);
        }
    }

    public void WriteNode(JsonElement node)
    {
        switch (Type(node))
        {
            case "text":
                WriteText(node);
                break;
            case "hardBreak":
                html.Append(LineEnd);
                break;
            case "mention":
                WriteMention(Attribute(node, "id"), Attribute(node, "text"));
                break;
            case "emoji":
                html.Append(Encode(Attribute(node, "text") is { Length: > 0 } emoji ? emoji : Attribute(node, "shortName")));
                break;
            case "inlineCard" or "blockCard" or "embedCard":
                WriteCard(Attribute(node, "url"));
                break;
            case "date":
                html.Append("<tt>").Append(Encode(Day(Attribute(node, "timestamp")))).Append("</tt>");
                break;
            case "status":
                html.Append(CultureInfo.InvariantCulture, $"<font color=\"{Colour(Attribute(node, "color"))}\"><b>[ {Encode(Attribute(node, "text").ToUpperInvariant())} ]</b></font>");
                break;
            case "media" or "mediaInline":
                html.Append(Encode(Attribute(node, "alt")));
                break;
            default:
                Write(node);
                break;
        }
    }

    /// <summary>The first mark is the innermost.</summary>
    private void WriteText(JsonElement node)
    {
        // Put together once: there can be as many marks as a body has room for.
        var tags = Items(node, "marks").Where(mark => mark.ValueKind == JsonValueKind.Object).Select(Tags).ToArray();
        for (var i = tags.Length - 1; i >= 0; i--)
        {
            html.Append(tags[i].Opening);
        }

        html.Append(Encode(node.GetProperty("text").GetString()!));
        foreach (var tag in tags)
        {
            html.Append(tag.Closing);
        }
    }

    private static (string Opening, string Closing) Tags(JsonElement mark) => Type(mark) switch
    {
        "strong" => ("<b>", "</b>"),
        "em" => ("<em>", "</em>"),
        "code" => ("<tt>", "</tt>"),
        "strike" => ("<del>", "</del>"),
        "underline" => ("<ins>", "</ins>"),
        "subsup" => Attribute(mark, "type") == "sub" ? ("<sub>", "</sub>") : ("<sup>", "</sup>"),
        "textColor" => ($"<font color=\"{Encode(Attribute(mark, "color"))}\">", "</font>"),
        "link" when Attribute(mark, "href") is var address && Leads(address) => ($"<a href=\"{Encode(address)}\" {OfLinks}>", "</a>"),
        _ => ("", ""),
    };

    private void WriteMention(string accountId, string text)
    {
        var name = view.World.Users.TryGetValue(accountId, out var user) ? user.DisplayName : text.TrimStart('@');
        var id = Encode(accountId);
        html.Append(CultureInfo.InvariantCulture, $"<a href=\"{Encode(view.BaseUrl)}/secure/ViewProfile.jspa?accountId={Uri.EscapeDataString(accountId)}\" class=\"user-hover\" rel=\"{id}\" data-account-id=\"{id}\" accountid=\"{id}\" rel=\"noreferrer\">{Encode(name)}</a>");
    }

    private void WriteCard(string address)
    {
        var text = Encode(address);
        html.Append(Leads(address) ? $"<a href=\"{text}\" title=\"smart-link\" {OfLinks}>{text}</a>" : text);
    }

    private static bool Leads(string address) => Array.Exists(Schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    private static string Day(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : timestamp;

    private static string Colour(string name) => name switch
    {
        "purple" => "#6554C0",
        "blue" => "#00B8D9",
        "red" => "#FF5630",
        "yellow" => "#FF991F",
        "green" => "#36B37E",
        _ => "#97A0AF",
    };
}
