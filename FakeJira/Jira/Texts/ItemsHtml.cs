using System.Globalization;
using System.Text;
using System.Text.Json;
using static FakeJira.Jira.Texts.DocumentNodes;

namespace FakeJira.Jira.Texts;

/// <summary>Writes the lists and tables of a document as HTML.</summary>
internal sealed class ItemsHtml(StringBuilder html, LineHtml line, Action<JsonElement> writeBlock)
{
    private int _listDepth;

    public void WriteList(JsonElement list, string tag)
    {
        html.Append(CultureInfo.InvariantCulture, $"<{tag}>");
        _listDepth++;
        foreach (var item in Content(list))
        {
            NextLine();
            html.Append("<li>");
            if (WriteTight(item))
            {
                NextLine();
            }

            html.Append("</li>");
        }

        _listDepth--;
        NextLine();
        html.Append(CultureInfo.InvariantCulture, $"</{tag}>");
    }

    private void NextLine() => html.Append('\n').Append('\t', _listDepth);

    /// <summary>What stands in an item or a cell, whose paragraphs are lines; true when it ends with a block.</summary>
    private bool WriteTight(JsonElement parent)
    {
        if (IsInline(parent))
        {
            line.WriteNode(parent);
            return false;
        }

        var start = html.Length;
        var isBlock = false;
        foreach (var part in Content(parent))
        {
            isBlock = false;
            if (IsInline(part))
            {
                line.WriteNode(part);
            }
            else if (Type(part) == "paragraph")
            {
                html.Append(html.Length > start ? LineHtml.LineEnd : "");
                line.Write(part);
            }
            else
            {
                NextLine();
                writeBlock(part);
                isBlock = true;
            }
        }

        return isBlock;
    }

    public void WriteTable(JsonElement table)
    {
        html.Append("<div class='table-wrap'>\n<table class='confluenceTable'><tbody>");
        foreach (var row in Content(table))
        {
            html.Append("\n<tr>");
            if (Type(row) == "tableRow")
            {
                foreach (var cell in Content(row))
                {
                    WriteCell(cell, Type(cell) == "tableHeader" ? "th" : "td", Type(cell) == "tableHeader" ? "Th" : "Td");
                }
            }
            else
            {
                WriteCell(row, "td", "Td");
            }

            html.Append("\n</tr>");
        }

        html.Append("\n</tbody></table>\n</div>");
    }

    private void WriteCell(JsonElement cell, string tag, string kind)
    {
        html.Append(CultureInfo.InvariantCulture, $"\n<{tag} class='confluence{kind}'>");
        WriteTight(cell);
        html.Append(CultureInfo.InvariantCulture, $"</{tag}>");
    }
}
