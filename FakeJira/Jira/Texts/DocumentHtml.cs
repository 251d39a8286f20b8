using System.Globalization;
using System.Text;
using System.Text.Json;
using FakeJira.Jira.Platform;
using static FakeJira.Jira.Texts.DocumentNodes;

namespace FakeJira.Jira.Texts;

/// <summary>Writes a document as HTML in one pass, as the vendor's renderer of wiki markup does. Of a node that is not known its content is written.</summary>
internal sealed class DocumentHtml
{
    private const string Gap = "\n\n";
    private readonly StringBuilder _html = new();
    private readonly LineHtml _line;
    private readonly ItemsHtml _items;

    private DocumentHtml(View view)
    {
        _line = new(_html, view);
        _items = new(_html, _line, WriteBlock);
    }

    public static string Of(JsonElement document, View view)
    {
        var html = new DocumentHtml(view);
        html.WriteBlocks(document);
        return html._html.ToString();
    }

    /// <summary>What says nothing, such as an empty paragraph, leaves no gap.</summary>
    private void WriteBlocks(JsonElement parent)
    {
        var gap = "";
        foreach (var block in Content(parent))
        {
            var before = _html.Length;
            _html.Append(gap);
            var start = _html.Length;
            WriteBlock(block);
            if (_html.Length == start)
            {
                _html.Length = before;
            }
            else
            {
                gap = Gap;
            }
        }
    }

    private void WriteBlock(JsonElement node)
    {
        switch (Type(node))
        {
            case "heading":
                WriteHeading(node);
                break;
            case "bulletList" or "taskList" or "decisionList":
                _items.WriteList(node, "ul");
                break;
            case "orderedList":
                _items.WriteList(node, "ol");
                break;
            case "codeBlock":
                WriteCode(node, Attribute(node, "language"));
                break;
            case "blockquote":
                _html.Append("<blockquote>");
                WriteBlocks(node);
                _html.Append("</blockquote>");
                break;
            case "panel":
                WritePanel(node, PanelColour(Attribute(node, "panelType")));
                break;
            case "expand" or "nestedExpand":
                WriteExpand(node, Attribute(node, "title"));
                break;
            case "rule":
                _html.Append("<hr />");
                break;
            case "table":
                _items.WriteTable(node);
                break;
            case "paragraph":
                WriteParagraph(node, _line.Write);
                break;
            case "media" or "mediaInline" or "blockCard" or "embedCard":
                WriteParagraph(node, _line.WriteNode);
                break;
            default:
                WriteUnknown(node);
                break;
        }
    }

    private void WriteUnknown(JsonElement node)
    {
        if (IsInline(node))
        {
            WriteParagraph(node, _line.WriteNode);
        }
        else if (Content(node).Any(IsInline))
        {
            WriteParagraph(node, _line.Write);
        }
        else
        {
            WriteBlocks(node);
        }
    }

    private void WriteParagraph(JsonElement node, Action<JsonElement> write)
    {
        var before = _html.Length;
        _html.Append("<p>");
        var start = _html.Length;
        write(node);
        if (_html.Length == start)
        {
            _html.Length = before;
        }
        else
        {
            _html.Append("</p>");
        }
    }

    /// <summary>The anchor's name is the heading's own text without spaces: that of nodes inside would be written once for each level.</summary>
    private void WriteHeading(JsonElement node)
    {
        var level = Attribute(node, "level") is { Length: 1 } digit && digit[0] is >= '1' and <= '6' ? digit : "1";
        var text = string.Concat(Content(node).Where(part => Type(part) == "text").Select(part => part.GetProperty("text").GetString()));
        _html.Append(CultureInfo.InvariantCulture, $"<h{level}><a name=\"{Uri.EscapeDataString(text.Replace(" ", "", StringComparison.Ordinal))}\"></a>");
        _line.Write(node);
        _html.Append(CultureInfo.InvariantCulture, $"</h{level}>");
    }

    private void WriteCode(JsonElement node, string language)
    {
        var kind = language.Length == 0 ? "preformatted" : "code";
        _html.Append(CultureInfo.InvariantCulture, $"<div class=\"{kind} panel\" style=\"border-width: 1px;\"><div class=\"{kind}Content panelContent\">\n<pre{(language.Length == 0 ? "" : $" class=\"code-{LineHtml.Encode(language)}\"")}>");
        _line.Write(node);
        _html.Append("</pre>\n</div></div>");
    }

    private void WritePanel(JsonElement node, string colour)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<div class=\"panel\" style=\"background-color: {colour};border-width: 1px;\"><div class=\"panelContent\" style=\"background-color: {colour};\">\n");
        WriteBlocks(node);
        _html.Append("\n</div></div>");
    }

    private void WriteExpand(JsonElement node, string title)
    {
        _html.Append(title.Length == 0 ? "" : $"<p><b>{LineHtml.Encode(title)}</b></p>{Gap}");
        WriteBlocks(node);
    }

    private static string PanelColour(string type) => type switch
    {
        "note" => "#eae6ff",
        "success" => "#e3fcef",
        "warning" => "#fffae6",
        "error" => "#ffebe6",
        _ => "#deebff",
    };
}
