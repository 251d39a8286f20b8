using System.Globalization;
using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding.Templates;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding;

/// <summary>StatusCode: a number, a text that is one, or a template that makes one.</summary>
internal sealed class StatusPart
{
    private const int Lowest = 200;
    private const int Highest = 999;
    private readonly int _status;
    private readonly Template? _template;

    private StatusPart(int status, Template? template) => (_status, _template) = (status, template);

    public bool IsTemplate => _template is not null;

    public static StatusPart? Read(JsonNodeAt response, bool isTransformed)
    {
        if (response["StatusCode"] is not { } node)
        {
            return null;
        }

        if (node.Token.Type == JTokenType.String && (string)node.Token! is var text && Template.Is(text))
        {
            return isTransformed ? new StatusPart(0, Template.Compile(text, node)) : node.Expected<StatusPart>("a status code; for a template, set UseTransformer to true");
        }

        return node.AsInteger(Lowest, Highest) is { } status ? new StatusPart((int)status, null) : null;
    }

    public int Of(Rendering? rendering)
    {
        if (_template is null || rendering is null)
        {
            return _status;
        }

        var text = _template.Render(rendering);
        return int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var status) && status is >= Lowest and <= Highest
            ? status
            : throw new TemplateException($"The template of StatusCode made '{text}'; expected a number from {Lowest} to {Highest}.");
    }
}
