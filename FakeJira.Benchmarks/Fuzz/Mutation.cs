using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Spoils a text that made sense.</summary>
internal static class Mutation
{
    private const string Letters = "{}[]\":,/*\\ \n\r\t\u0001\u0000eE+-.0129tfn'%&=?;<>()@#é\u00ff";

    private const int MostLetters = 2_000_000;

    private static readonly string[] Scalars =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e308", "1e999", "2147483648", "99999999999999999999999999", "\"\"", "\"x\"", "\"5\"", "\"MKY-1\"", "\"2024-02-30\"", "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59.9999999Z\"", "\"\\u0000\"", "\"\\ud800\"", "\"🎉\"", "\"{{\"", "[]", "{}", "[[]]", "[null]", "[{}]", "{\"a\":1}", "NaN", "'single'", "undefined",
    ];

    public static T Pick<T>(this Random chance, IReadOnlyList<T> all) => all[chance.Next(all.Count)];

    public static string Scalar(Random chance) => chance.Pick(Scalars);

    /// <summary>One to four changes: a letter, a piece cut out, doubled, moved, or put in.</summary>
    public static string Of(string text, Random chance, IReadOnlyList<string> pieces)
    {
        for (var left = chance.Next(1, 5); left > 0; left--)
        {
            var at = chance.Next(text.Length + 1);
            var length = Math.Min(text.Length - at, chance.Next(1, 12));
            text = chance.Next(6) switch
            {
                0 => text[..at] + Letters[chance.Next(Letters.Length)] + text[Math.Min(text.Length, at + 1)..],
                1 => text[..at] + text[(at + length)..],
                2 => text[..(at + length)] + text[at..],
                3 => text[..at] + chance.Pick(pieces) + text[(at + length)..],
                4 => text[..at] + chance.Pick(pieces) + text[at..],
                _ => Value(text, at, chance),
            };
        }

        return text;
    }

    /// <summary>One value is as long as a body may well be: many values, many members, or what it holds many times. What is looked for anew for each of them shows by its time.</summary>
    public static string Swollen(string json, Random chance)
    {
        var root = JToken.Parse(json);
        List<JToken> all = [.. ((JContainer)root).Descendants().Where(token => token is not JProperty)];
        var one = chance.Pick(all);
        var inside = one is JArray { Count: > 0 } items ? items[0].ToString(Formatting.None) : Scalar(chance);
        var count = Math.Min(1 << chance.Next(7, 18), MostLetters / inside.Length);
        var members = string.Join(',', Enumerable.Range(0, count).Select(number => $"\"a{number}\":1"));
        one.Replace(new JRaw(chance.Next(4) switch
        {
            0 or 1 => "[" + string.Join(',', Enumerable.Repeat(inside, count)) + "]",
            2 => "{" + members + "}",
            _ => "{" + members + string.Concat(Enumerable.Repeat($",\"a{count - 1}\":1", count)) + "}",
        }));
        return root.ToString(Formatting.None);
    }

    /// <summary>Puts another value behind the next colon: the document stays JSON, most of the time.</summary>
    private static string Value(string text, int from, Random chance)
    {
        var colon = text.IndexOf(':', from);
        if (colon < 0)
        {
            return text;
        }

        var end = text.IndexOfAny([',', '}', ']', '\n'], colon);
        return text[..(colon + 1)] + Scalar(chance) + (end < 0 ? "" : text[end..]);
    }
}
