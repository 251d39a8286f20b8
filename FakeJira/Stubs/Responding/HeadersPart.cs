using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding.Templates;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding;

/// <summary>Headers, or HeadersRaw where there are none.</summary>
internal sealed class HeadersPart
{
    private readonly IReadOnlyList<Line> _lines;
    private readonly Header[] _fixed;

    private HeadersPart(IReadOnlyList<Line> lines)
    {
        _lines = lines;
        HasTemplates = lines.Any(line => line.Name.IsTemplate || line.Value.IsTemplate);
        _fixed = HasTemplates ? [] : [.. lines.Select(line => line.Of(null))];
    }

    public bool HasTemplates { get; }

    /// <summary>Null where the mapping says nothing of headers, or nothing that can be used.</summary>
    public static HeadersPart? Read(JsonNodeAt response, bool isTransformed)
    {
        var lines = new List<Line>();
        var raw = response["HeadersRaw"];
        // Also where Headers stand beside it and nobody sends it: what is no text is a mistake.
        var rawText = raw?.AsText();
        if (response["Headers"] is { } headers)
        {
            if (!headers.IsObject)
            {
                return headers.Expected<HeadersPart>("an object of header names and values");
            }

            var members = headers.Members();
            if (HeaderText.TooMany(members.Sum(member => member.Value.Token is JArray values ? values.Count : 1)) is { } tooMany)
            {
                headers.Error(tooMany);
                return null;
            }

            foreach (var (name, value) in members)
            {
                AddValues(lines, name, value, isTransformed);
            }
        }
        else if (raw is not null && rawText is not null)
        {
            var written = rawText.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (HeaderText.TooMany(written.Length) is { } tooMany)
            {
                raw.Error(tooMany);
                return null;
            }

            foreach (var line in written)
            {
                AddLine(lines, line, raw, isTransformed);
            }
        }
        else
        {
            return null;
        }

        return new HeadersPart(lines);
    }

    public Header[] Of(Rendering? rendering) => HasTemplates ? [.. _lines.Select(line => line.Of(rendering))] : _fixed;

    private static void AddLine(List<Line> lines, string raw, JsonNodeAt at, bool isTransformed)
    {
        var colon = raw.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            at.Error($"'{raw}' is no header; expected lines of the form \"Name: value\".");
            return;
        }

        Add(lines, raw[..colon].TrimEnd(), raw[(colon + 1)..].TrimStart(), at, isTransformed);
    }

    private static void AddValues(List<Line> lines, string name, JsonNodeAt node, bool isTransformed)
    {
        foreach (var value in node.IsArray ? node.Children() : [node])
        {
            switch (value.Token.Type)
            {
                case JTokenType.String:
                    Add(lines, name, (string)value.Token!, value, isTransformed);
                    break;
                case JTokenType.Integer or JTokenType.Float or JTokenType.Boolean:
                    value.Warning("WireMock.Net does not load a file with a header value that is no text; put it into quotes.");
                    Add(lines, name, value.Token.ToString(Newtonsoft.Json.Formatting.None), value, isTransformed);
                    break;
                default:
                    value.Expected<string>("a text or an array of texts");
                    break;
            }
        }
    }

    private static void Add(List<Line> lines, string name, string value, JsonNodeAt at, bool isTransformed)
    {
        var line = new Line(TextPart.Of(name, at, isTransformed), TextPart.Of(value, at, isTransformed));
        if (HeaderText.IsDropped(name))
        {
            at.Warning($"The server sets '{name}' itself, or nobody does: this value is not sent, nor does WireMock.Net send it.");
        }
        else if (!line.Name.IsTemplate && HeaderText.WrongName(name) is { } wrongName)
        {
            at.Error(wrongName);
        }
        else if (!line.Value.IsTemplate && HeaderText.WrongValue(name, value) is { } wrongValue)
        {
            at.Error(wrongValue);
        }
        else
        {
            lines.Add(line);
        }
    }

    private readonly record struct Line(TextPart Name, TextPart Value)
    {
        public Header Of(Rendering? rendering)
        {
            var (name, value) = (Name.Of(rendering), Value.Of(rendering));
            return (HeaderText.WrongName(name) ?? HeaderText.WrongValue(name, value)) is { } wrong ? throw new TemplateException(wrong) : new Header(name, value);
        }
    }
}
