using System.Text;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding.Templates;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding;

/// <summary>The body of a mapping: the first there is of BodyAsBytes, Body, BodyAsJson, BodyAsFile.</summary>
internal sealed class BodyPart
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly Func<Rendering, byte[]>? _make;

    private BodyPart(ReadOnlyMemory<byte> bytes, Func<Rendering, byte[]>? make = null) => (_bytes, _make) = (bytes, make);

    public bool IsTemplate => _make is not null;

    public static BodyPart? Read(JsonNodeAt response, MappingContext context, bool isTransformed)
    {
        var (bytes, text, json, file) = (response["BodyAsBytes"], response["Body"], response["BodyAsJson"], response["BodyAsFile"]);
        var (indented, transformsFile, converts) = (response.Flag("BodyAsJsonIndented") ?? false, response.Flag("UseTransformerForBodyAsFile") ?? false, Converts(response));
        _ = response.Flag("BodyAsFileIsCached");
        var encoding = BodyEncoding.Read(response["BodyEncoding"]);
        WarnOfIgnored(("BodyAsBytes", bytes), ("Body", text), ("BodyAsJson", json), ("BodyAsFile", file));
        return bytes is not null ? OfBytes(bytes)
            : text is not null ? OfText(text, isTransformed, encoding)
            : json is not null ? OfJson(json, isTransformed, converts, indented ? Formatting.Indented : Formatting.None, encoding)
            : file is not null ? OfFile(file, context, isTransformed, isTransformed && transformsFile)
            : null;
    }

    public ReadOnlyMemory<byte> Of(Rendering? rendering) => _make is null || rendering is null ? _bytes : _make(rendering);

    private static void WarnOfIgnored(params (string Name, JsonNodeAt? Node)[] inOrder)
    {
        var given = inOrder.Where(body => body.Node is not null).ToList();
        foreach (var (name, node) in given.Skip(1))
        {
            node!.Warning($"{name} is not sent, because {given[0].Name} stands beside it: the first of {string.Join(", ", inOrder.Select(body => body.Name))} counts.");
        }
    }

    private static bool Converts(JsonNodeAt response)
    {
        const string Name = "TransformerReplaceNodeOptions";
        switch (response.Text(Name))
        {
            case null or "EvaluateAndTryToConvert":
                return true;
            case "Evaluate" or "EvaluateAndKeep":
                return false;
            default:
                response[Name]!.Expected<string>("EvaluateAndTryToConvert or Evaluate");
                return true;
        }
    }

    private static BodyPart? OfBytes(JsonNodeAt node)
    {
        if (node.AsText() is not { } text)
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? new BodyPart(bytes.AsMemory(0, length)) : node.Expected<BodyPart>("a base64 text");
    }

    private static BodyPart? OfText(JsonNodeAt node, bool isTransformed, Encoding encoding)
    {
        if (node.AsWording() is not { } text)
        {
            return null;
        }

        var part = TextPart.Of(text, node, isTransformed);
        return new BodyPart(encoding.GetBytes(text), part.IsTemplate ? rendering => encoding.GetBytes(part.Of(rendering)) : null);
    }

    private static BodyPart OfJson(JsonNodeAt node, bool isTransformed, bool converts, Formatting formatting, Encoding encoding)
    {
        var template = isTransformed ? JsonTemplate.Compile(node, converts) : null;
        return new BodyPart(encoding.GetBytes(Written(node.Token, formatting)), template is { HasTemplates: true } ? rendering => encoding.GetBytes(Written(template.Render(rendering), formatting)) : null);
    }

    private static BodyPart? OfFile(JsonNodeAt node, MappingContext context, bool isTransformed, bool transformsContent)
    {
        if (node.AsText() is not { } name)
        {
            return null;
        }

        if (isTransformed && Template.Is(name) && context.Folder is { } folder)
        {
            return new BodyPart(default, new TemplatedFile(Template.Compile(name, node), folder, transformsContent).Of);
        }

        if (context.ReadFile(name, node) is not { } bytes)
        {
            return null;
        }

        var part = transformsContent ? TextPart.Of(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'), node, true) : null;
        return new BodyPart(bytes, part is { IsTemplate: true } ? rendering => Encoding.UTF8.GetBytes(part.Of(rendering)) : null);
    }

    private static string Written(JToken token, Formatting formatting)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using var writer = new JsonTextWriter(text) { Formatting = formatting };
        token.WriteTo(writer);
        return text.ToString();
    }
}
