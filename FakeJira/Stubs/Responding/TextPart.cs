using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding.Templates;

namespace FakeJira.Stubs.Responding;

/// <summary>A text of a mapping: as it stands, or a template.</summary>
internal sealed class TextPart
{
    private readonly string _text;
    private readonly Template? _template;

    private TextPart(string text, Template? template) => (_text, _template) = (text, template);

    public bool IsTemplate => _template is not null;

    public static TextPart Of(string text, JsonNodeAt at, bool isTransformed) => new(text, isTransformed && Template.Is(text) ? Template.Compile(text, at) : null);

    public string Of(Rendering? rendering) => _template is null || rendering is null ? _text : _template.Render(rendering);
}
