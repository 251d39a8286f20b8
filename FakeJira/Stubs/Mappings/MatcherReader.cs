using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads one matcher.</summary>
internal static class MatcherReader
{
    private static readonly string[] Fields = ["Name", "Pattern", "Patterns", "PatternAsFile", "IgnoreCase", "RejectOnMatch", "MatchOperator", "Regex", "XmlNamespaceMap"];

    private static readonly Dictionary<string, Func<MatcherSource, Matcher?>> Known = new(StringComparer.Ordinal)
    {
        ["ExactMatcher"] = source => source.Texts is { } texts ? new ExactMatcher(texts, source.Operator, source.IgnoreCase) { Rejects = source.Rejects } : null,
        ["WildcardMatcher"] = source => source.Texts is { } texts ? new WildcardMatcher(texts, source.Operator, source.IgnoreCase) { Rejects = source.Rejects } : null,
        ["RegexMatcher"] = Regex,
        ["NotNullOrEmptyMatcher"] = source => new NotNullOrEmptyMatcher { Rejects = source.Rejects },
        ["ContentTypeMatcher"] = source => source.Texts is { } texts ? new ContentTypeMatcher(texts, source.Operator, source.IgnoreCase) { Rejects = source.Rejects } : null,
        ["JsonMatcher"] = source => source.Json is { } json ? new JsonMatcher(json, source.Options(false)) { Rejects = source.Rejects } : null,
        ["JsonPartialMatcher"] = source => source.Json is { } json ? new JsonPartialMatcher(json, source.Options(false)) { Rejects = source.Rejects } : null,
        ["JsonPartialWildcardMatcher"] = source => source.Json is { } json ? new JsonPartialMatcher(json, source.Options(true)) { Rejects = source.Rejects } : null,
        ["JsonPathMatcher"] = JsonPathOf,
        ["FormUrlEncodedMatcher"] = source => source.Texts is { } texts ? new FormUrlEncodedMatcher(texts, source.Operator, source.IgnoreCase) { Rejects = source.Rejects } : null,
        ["XPathMatcher"] = XPath,
        ["ExactObjectMatcher"] = Bytes,
    };

    private static readonly Dictionary<string, string> Unsupported = new(StringComparer.Ordinal)
    {
        ["LinqMatcher"] = "use a JsonPathMatcher, JsonPartialMatcher or RegexMatcher",
        ["CSharpCodeMatcher"] = "no code is run from mapping files",
        ["JmesPathMatcher"] = "use a JsonPathMatcher",
        ["GraphQLMatcher"] = "use a JsonPartialMatcher on the body",
        ["GraphQLSchemaMatcher"] = "use a JsonPartialMatcher on the body",
        ["MimePartMatcher"] = "use a WildcardMatcher on the body",
        ["MultiPartMatcher"] = "use a WildcardMatcher on the body",
        ["ProtoBufMatcher"] = "use an ExactObjectMatcher",
        ["SimMetricsMatcher"] = "use a WildcardMatcher or RegexMatcher",
    };

    /// <summary>The matcher; null when it is none, which then is an error at its place.</summary>
    public static Matcher? Read(JsonNodeAt node, MappingContext context)
    {
        if (!node.IsObject)
        {
            return node.Expected<Matcher>("a matcher, an object such as { \"Name\": \"ExactMatcher\", \"Pattern\": \"…\" }");
        }

        foreach (var field in Fields)
        {
            _ = node.Has(field);
        }

        node.ReportUnknown(context.Unknown);
        PatternReader.CheckKinds(node);
        if (node["Name"] is not { } named)
        {
            node.Error("A matcher needs a Name, for example ExactMatcher.");
            return null;
        }

        return named.AsText() is not { } name ? null : Known.TryGetValue(Plain(name), out var make) ? make(new(node, context)) : Unknown(named, name);
    }

    /// <summary>The twins on System.Text.Json behave like the others here.</summary>
    private static string Plain(string name) => name.StartsWith("SystemText", StringComparison.Ordinal) ? name["SystemText".Length..] : name;

    private static Matcher? Unknown(JsonNodeAt named, string name)
    {
        if (Unsupported.TryGetValue(name.Split('.')[0], out var instead))
        {
            named.Error($"{name} is not supported: {instead}.");
            return null;
        }

        named.Error(() => $"There is no matcher '{name}'; " + (Meant(name) is { } meant ? $"did you mean '{meant}'?" : $"there are: {string.Join(", ", Known.Keys)}."));
        return null;
    }

    private static string? Meant(string name) =>
        Known.Keys.FirstOrDefault(known => known.Equals(name + "Matcher", StringComparison.OrdinalIgnoreCase)) ?? Suggestion.For(name, Known.Keys);

    private static RegexMatcher? Regex(MatcherSource source) => source.Texts is { } texts && source.Check(texts, text => BoundedRegex.Of(text, false, source.RegexTime), "regular expression")
        ? new RegexMatcher(texts, source.Operator, source.IgnoreCase, source.RegexTime) { Rejects = source.Rejects }
        : null;

    private static JsonPathMatcher? JsonPathOf(MatcherSource source)
    {
        if (source.Texts is not { } texts)
        {
            return null;
        }

        foreach (var wrong in texts.Select(JsonPath.WrongWith).OfType<string>())
        {
            source.PatternNode.Error(wrong);
            return null;
        }

        return new JsonPathMatcher(texts, source.Operator, source.RegexTime) { Rejects = source.Rejects };
    }

    private static XPathMatcher? XPath(MatcherSource source) => source.Texts is { } texts && source.Check(texts, text => XPathMatcher.Compile(text, source.Namespaces), "XPath 1.0 expression")
        ? new XPathMatcher(texts, source.Operator, source.Namespaces) { Rejects = source.Rejects }
        : null;

    private static ExactObjectMatcher? Bytes(MatcherSource source)
    {
        if (source.Texts is not [var text, ..])
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length)
            ? new ExactObjectMatcher(bytes[..length]) { Rejects = source.Rejects }
            : source.PatternNode.Expected<ExactObjectMatcher>("bytes as a base64 text");
    }
}
