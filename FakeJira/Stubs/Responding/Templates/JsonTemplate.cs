using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>A BodyAsJson whose text values are templates; names are not. What has no template in it is shared by all answers.</summary>
internal sealed class JsonTemplate
{
    private readonly JToken _document;
    private readonly IReadOnlyList<Leaf> _leaves;

    private JsonTemplate(JToken document, IReadOnlyList<Leaf> leaves) => (_document, _leaves) = (document, leaves);

    /// <summary>Whether there is a template in it.</summary>
    public bool HasTemplates => _leaves.Count > 0;

    public static JsonTemplate Compile(JsonNodeAt node, bool convert)
    {
        var leaves = new List<Leaf>();
        Collect(node.Token, token => leaves.Add(new Leaf((string)token!, node.Below(token), convert)));
        return new JsonTemplate(node.Token, leaves);
    }

    /// <summary>The document with every template's value in its place.</summary>
    public JToken Render(Rendering rendering)
    {
        var made = new Queue<JToken>(_leaves.Select(leaf => leaf.Render(rendering)));
        return made.Count == 0 ? _document : Copy(_document, made);
    }

    private static JToken Copy(JToken token, Queue<JToken> made) => token switch
    {
        JObject json => new JObject(json.Properties().Select(property => new JProperty(property.Name, Copy(property.Value, made)))),
        JArray json => new JArray(json.Select(item => Copy(item, made))),
        JValue { Type: JTokenType.String } text when Template.Is((string)text!) => made.Dequeue(),
        _ => token.DeepClone(),
    };

    private static void Collect(JToken token, Action<JToken> found)
    {
        if (token.Type == JTokenType.String && Template.Is((string)token!))
        {
            found(token);
        }

        foreach (var child in token.Children())
        {
            Collect(child, found);
        }
    }

    /// <summary>One text value.</summary>
    private sealed class Leaf
    {
        private readonly string _text;
        private readonly bool _convert;
        private readonly PathExpression? _path;
        private readonly Template? _template;

        public Leaf(string text, JsonNodeAt at, bool convert)
        {
            (_text, _convert, _path) = (text, convert, PathExpression.Of(text));
            _template = _path is null ? Template.Compile(text, at) : null;
        }

        public JToken Render(Rendering rendering)
        {
            if (_path is not null)
            {
                return LeafConversion.Of(rendering.Run(() => Found(_path, rendering)), _convert) ?? new JValue(_text);
            }

            var rendered = _template!.Render(rendering);
            return rendered == _text ? new JValue(_text) : LeafConversion.Of(rendered, _convert);
        }

        /// <summary>What the path leads to, counted before anything is made of it: it may be the whole body, in every leaf.</summary>
        private static object? Found(PathExpression path, Rendering rendering)
        {
            Rendering.Step();
            var value = path.Evaluate(rendering.Model);
            rendering.Keep(LeafConversion.LengthOf(value));
            return value;
        }
    }
}
