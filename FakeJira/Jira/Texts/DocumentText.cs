using System.Text;
using System.Text.Json;
using static FakeJira.Jira.Texts.DocumentNodes;

namespace FakeJira.Jira.Texts;

/// <summary>What a document says, as the text that versions 2 and latest show: wiki markup for what is more than words.</summary>
internal static class DocumentText
{
    private const string Gap = "\n\n";

    public static string Of(JsonElement document) => Blocks(document, Gap);

    private static string Blocks(JsonElement parent, string separator) => string.Join(separator, Content(parent).Select(Block));

    private static string Block(JsonElement node) => Type(node) switch
    {
        "heading" => $"h{Attribute(node, "level")}. {Line(node)}",
        "bulletList" or "taskList" or "decisionList" => List(node, "*"),
        "orderedList" => List(node, "#"),
        "codeBlock" => $"{{code{(Attribute(node, "language") is { Length: > 0 } language ? ":" + language : "")}}}\n{Line(node)}\n{{code}}",
        "blockquote" => $"{{quote}}\n{Blocks(node, Gap)}\n{{quote}}",
        "panel" => $"{{panel}}\n{Blocks(node, Gap)}\n{{panel}}",
        "rule" => "----",
        "table" => string.Join('\n', Content(node).Select(Row)),
        "paragraph" => Line(node),
        _ => Content(node).Any(IsInline) ? Line(node) : IsInline(node) ? Inline(node) : Blocks(node, Gap),
    };

    private static string List(JsonElement list, string bullets) => string.Join('\n', Content(list).Select(item => Item(item, bullets)));

    private static string Item(JsonElement item, string bullets)
    {
        var text = new StringBuilder(bullets).Append(' ');
        var isFirst = true;
        foreach (var part in Content(item))
        {
            text.Append(Type(part) switch
            {
                "bulletList" => "\n" + List(part, bullets + "*"),
                "orderedList" => "\n" + List(part, bullets + "#"),
                _ when IsInline(part) => Inline(part),
                _ => (isFirst ? "" : "\n") + Block(part),
            });
            isFirst = false;
        }

        return text.ToString();
    }

    private static string Row(JsonElement row)
    {
        if (Type(row) != "tableRow")
        {
            return Block(row);
        }

        var text = new StringBuilder();
        var bar = "|";
        foreach (var cell in Content(row))
        {
            bar = Type(cell) == "tableHeader" ? "||" : "|";
            text.Append(bar).Append(Type(cell) is "tableHeader" or "tableCell" ? Blocks(cell, "\n") : Block(cell));
        }

        return text.Append(bar).ToString();
    }

    private static string Line(JsonElement parent) => string.Concat(Content(parent).Select(Inline));

    private static string Inline(JsonElement node) => Type(node) switch
    {
        "text" => Marked(node),
        "hardBreak" => "\n",
        "mention" => $"[~accountid:{Attribute(node, "id")}]",
        "emoji" => Attribute(node, "text") is { Length: > 0 } emoji ? emoji : Attribute(node, "shortName"),
        "inlineCard" => $"[{Attribute(node, "url")}]",
        "date" => Attribute(node, "timestamp"),
        "status" => Attribute(node, "text"),
        _ => Blocks(node, Gap),
    };

    private static string Marked(JsonElement node)
    {
        // Put together once: there can be as many marks as a body has room for.
        List<string> before = [];
        var after = new StringBuilder();
        foreach (var mark in Items(node, "marks").Where(mark => mark.ValueKind == JsonValueKind.Object))
        {
            var (opening, closing) = Type(mark) switch
            {
                "strong" => ("*", "*"),
                "em" => ("_", "_"),
                "code" => ("{{", "}}"),
                "strike" => ("-", "-"),
                "underline" => ("+", "+"),
                "link" => ("[", $"|{Attribute(mark, "href")}]"),
                _ => ("", ""),
            };
            before.Add(opening);
            after.Append(closing);
        }

        before.Reverse();
        return string.Concat([.. before, node.GetProperty("text").GetString()!, after.ToString()]);
    }
}
