using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>About how much memory a mapping takes: rather too much than too little, as measured.</summary>
internal static class MappingSize
{
    private const long OfMapping = 5_000;
    private const long OfToken = 150;

    /// <summary>What is compiled of an expression of a template.</summary>
    private const long OfExpression = 15_000;

    /// <summary>In bytes.</summary>
    public static long Of(JObject document) => OfMapping + document.DescendantsAndSelf().Sum(token => OfToken + token switch
    {
        JProperty member => OfText(member.Name),
        JValue { Value: string text } => OfText(text),
        _ => 0,
    });

    private static long OfText(string text) => (2L * text.Length) + (OfExpression * text.AsSpan().Count("{{"));
}
