using System.Xml.XPath;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>The object that a matcher is read from.</summary>
internal sealed class MatcherSource(JsonNodeAt node, MappingContext context)
{
    public JsonNodeAt Node => node;

    /// <summary>Where its pattern stands.</summary>
    public JsonNodeAt PatternNode => node["Pattern"] ?? node["Patterns"] ?? node["PatternAsFile"] ?? node;

    public bool IgnoreCase { get; } = node.Flag("IgnoreCase") ?? false;

    public bool Rejects { get; } = node.Flag("RejectOnMatch") ?? false;

    public TimeSpan RegexTime => context.RegexTime;

    public MatchOperator Operator { get; } = MatchOperatorReader.Read(node);

    public IReadOnlyList<string>? Texts => PatternReader.Texts(node, context);

    public JToken? Json => PatternReader.Json(node, context);

    public JsonMatching Options(bool wildcard) => new(IgnoreCase, node.Flag("Regex") ?? false, wildcard, RegexTime);

    /// <summary>Whether every text can be compiled; one that cannot is an error at its place.</summary>
    public bool Check(IReadOnlyList<string> texts, Func<string, object> compile, string what)
    {
        foreach (var text in texts)
        {
            try
            {
                compile(text);
            }
            catch (Exception exception) when (exception is ArgumentException or XPathException)
            {
                PatternNode.Error($"'{text}' is no {what}: {exception.Message}");
                return false;
            }
        }

        return true;
    }
}
