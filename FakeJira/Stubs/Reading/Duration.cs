using System.Globalization;
using System.Xml;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Reading;

/// <summary>A span of time as people write it: seconds, <c>00:05:00</c>, or <c>PT5M</c>.</summary>
internal static class Duration
{
    /// <summary>Longer spans mean nothing here.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromDays(36525);

    /// <summary>Null with an error at the place when it is none.</summary>
    public static TimeSpan? Read(JsonNodeAt node)
    {
        var span = node.Token.Type switch
        {
            JTokenType.Integer or JTokenType.Float when double.TryParse(node.Token.ToString(Newtonsoft.Json.Formatting.None), CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) <= Most.TotalSeconds => TimeSpan.FromSeconds(seconds),
            JTokenType.String => OfText((string)node.Token!),
            _ => null,
        };
        if (span is { } found && -Most <= found && found <= Most)
        {
            return found;
        }

        node.Expected<string>("a time such as 90 (seconds), \"00:05:00\" or \"PT5M\"");
        return null;
    }

    private static TimeSpan? OfText(string text)
    {
        if (TimeSpan.TryParseExact(text, ["c", @"h\:mm\:ss", @"\-h\:mm\:ss"], CultureInfo.InvariantCulture, out var span))
        {
            // The last form leaves the sign out.
            return text.StartsWith('-') && span > TimeSpan.Zero ? -span : span;
        }

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return null;
        }
    }
}
