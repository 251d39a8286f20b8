using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads the member Matchers with its MatchOperator.</summary>
internal static class MatchersReader
{
    /// <summary>The matchers of an object; null when it has none, or when one of them is an error.</summary>
    /// <param name="node">The object.</param>
    /// <param name="context">What the reader has to know.</param>
    /// <param name="ofTexts">What the matchers compare is a text, so those for bodies are no use.</param>
    public static MatcherGroup? Read(JsonNodeAt node, MappingContext context, bool ofTexts)
    {
        var how = MatchOperatorReader.Read(node);
        if (node["Matchers"] is not { } list)
        {
            return null;
        }

        if (!list.IsArray)
        {
            return list.Expected<MatcherGroup>("an array of matchers");
        }

        var matchers = list.Children().Select(item => Checked(MatcherReader.Read(item, context), item, ofTexts)).ToList();
        if (matchers.Count == 0)
        {
            list.Warning("There are no matchers in it: the same as if it were left out.");
        }

        return matchers.Count == 0 || matchers.Contains(null) ? null : new(matchers.OfType<Matcher>().ToList(), how);
    }

    /// <summary>The matcher, unless it cannot look at what is asked of it.</summary>
    public static Matcher? Checked(Matcher? matcher, JsonNodeAt at, bool ofTexts)
    {
        if (matcher is { TakesText: false } && ofTexts)
        {
            at.Error($"A {at.Text("Name")} looks at bodies only; here use an ExactMatcher, WildcardMatcher or RegexMatcher.");
            return null;
        }

        return matcher;
    }
}
