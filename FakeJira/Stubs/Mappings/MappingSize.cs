using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>About how much memory a mapping takes with all that is compiled of it: rather too much than too little, as measured.</summary>
internal static class MappingSize
{
    private const long OfMapping = 3_000;
    private const long OfToken = 250;

    /// <summary>A text is kept as text and as the bytes that are sent.</summary>
    private const long OfLetter = 6;

    /// <summary>What is compiled of a pattern, such as a regular expression.</summary>
    private const long OfPattern = 1_500;

    /// <summary>What is compiled of an expression of a template.</summary>
    private const long OfExpression = 15_000;

    /// <summary>A file that a pattern is read from is kept as text, and compiled.</summary>
    private const long OfFileByte = 3;

    /// <summary>That of files that were read for it, which are so many bytes long.</summary>
    public static long OfFile(long bytes) => OfFileByte * bytes;

    /// <summary>That of what was written, in bytes.</summary>
    public static long Of(JObject document) => OfMapping + document.DescendantsAndSelf().Sum(token => OfToken + token switch
    {
        JProperty member => OfLetter * member.Name.Length,
        JValue { Value: string text } => OfPattern + (OfLetter * text.Length) + (OfExpression * text.AsSpan().Count("{{")),
        _ => 0,
    });
}
