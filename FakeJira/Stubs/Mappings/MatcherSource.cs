using System.Xml.XPath;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>The object that a matcher is read from.</summary>
internal sealed class MatcherSource(JsonNodeAt node, MappingContext context)
{
    /// <summary>Where its pattern stands.</summary>
    public JsonNodeAt PatternNode => node["Pattern"] ?? node["Patterns"] ?? node["PatternAsFile"] ?? node;

    public bool IgnoreCase { get; } = node.Flag("IgnoreCase") ?? false;

    public bool Rejects { get; } = node.Flag("RejectOnMatch") ?? false;

    public TimeSpan RegexTime => context.RegexTime;

    public MatchOperator Operator { get; } = MatchOperatorReader.Read(node);

    /// <summary>Read of every matcher, whether it compares JSON or not, so that what is no truth value is told.</summary>
    public bool IsRegex { get; } = node.Flag("Regex") ?? false;

    /// <summary>What prefixes stand for in an XPath; read of every matcher, too.</summary>
    public Dictionary<string, string> Namespaces { get; } = NamespacesOf(node);

    public IReadOnlyList<string>? Texts => PatternReader.Texts(node, context);

    public JToken? Json => PatternReader.Json(node, context);

    public JsonMatching Options(bool wildcard) => new(IgnoreCase, IsRegex, wildcard, RegexTime);

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

    private static Dictionary<string, string> NamespacesOf(JsonNodeAt node)
    {
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in node.Items("XmlNamespaceMap"))
        {
            if (entry.Text("Prefix") is { Length: > 0 } prefix && entry.Text("Uri") is { Length: > 0 } uri && !prefix.StartsWith("xml", StringComparison.OrdinalIgnoreCase))
            {
                prefixes[prefix] = uri;
            }
            else
            {
                entry.Error("Expected an object with a Prefix and a Uri.");
            }
        }

        return prefixes;
    }
}
