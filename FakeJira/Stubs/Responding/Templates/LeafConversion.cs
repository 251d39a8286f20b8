using System.Globalization;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>What becomes of a value of BodyAsJson that a template made (WireMock.Net's TransformerReplaceNodeOptions).</summary>
internal static class LeafConversion
{
    /// <summary>The JSON of what a path led to; null where the template stays as it stands, as WireMock.Net leaves objects and lists.</summary>
    public static JToken? Of(object? value, bool convert) => value switch
    {
        null => new JValue(""),
        JValue json => json,
        string text => Of(text, convert),
        TextItems { Count: 1 } texts => JsonObjectOr((string)texts[0]!),
        TextItems texts => new JArray(texts),
        DateTime moment => new JValue(moment),
        Members or Items => null,
        _ => new JValue(value),
    };

    /// <summary>How many characters the texts have that a path led to.</summary>
    public static long LengthOf(object? value) => value switch
    {
        string text => text.Length,
        JValue { Value: string text } => text.Length,
        TextItems texts => texts.Sum(LengthOf),
        _ => 0,
    };

    /// <summary>The JSON of a text: with <paramref name="convert"/>, what looks like a number, a truth value or a time becomes one.</summary>
    public static JToken Of(string text, bool convert) => (convert ? Known(text) : null) ?? JsonObjectOr(text);

    private static JToken JsonObjectOr(string text) => text.StartsWith('{') && JsonModel.Parse(text) is JObject json ? json : new JValue(text);

    /// <summary>
    /// WireMock.Net tries these types in this order. Unlike there, a number has no thousands separators and is finite, and a date is written with the year first:
    /// the issue key DEC-12 is no day.
    /// </summary>
    private static JValue? Known(string text)
    {
        var culture = CultureInfo.InvariantCulture;
        if (bool.TryParse(text, out var flag))
        {
            return new JValue(flag);
        }

        if (long.TryParse(text, NumberStyles.Integer, culture, out var whole))
        {
            return new JValue(whole);
        }

        if (double.TryParse(text, NumberStyles.Float, culture, out var number) && double.IsFinite(number))
        {
            return new JValue(number);
        }

        if (Guid.TryParseExact(text, "D", out var guid))
        {
            return new JValue(guid.ToString());
        }

        if (TimeSpan.TryParse(text, culture, out var span))
        {
            return new JValue(span.ToString("c", culture));
        }

        var isDate = text.Length >= 10 && text[4] == '-' && text[7] == '-' && DateTime.TryParse(text, culture, DateTimeStyles.RoundtripKind, out var moment) && moment.Kind == DateTimeKind.Unspecified;
        return isDate ? new JValue(DateTime.Parse(text, culture, DateTimeStyles.RoundtripKind)) : null;
    }
}
