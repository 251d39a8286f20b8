using System.Globalization;

namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>Random Type="…"</c> and <c>Random.Generate</c>, by the site's chance: the same seed gives the same values.</summary>
internal static class RandomFunctions
{
    private const int LengthLimit = 10_000;
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";

    private static readonly Dictionary<string, Func<RandomArguments, object?>> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Boolean"] = with => with.Chance.Next() % 2 == 0,
        ["Byte"] = with => with.Integer(byte.MinValue, byte.MaxValue),
        ["Short"] = with => with.Integer(short.MinValue, short.MaxValue),
        ["Integer"] = with => with.Integer(int.MinValue, int.MaxValue),
        ["Long"] = with => with.Integer(long.MinValue, long.MaxValue),
        ["Float"] = with => with.Real(),
        ["Double"] = with => with.Real(),
        ["Guid"] = with => with.Flag("Uppercase", false) ? with.Chance.NextGuid().ToString().ToUpperInvariant() : with.Chance.NextGuid().ToString(),
        ["DateTime"] = with => with.Moment().ToString("s", CultureInfo.InvariantCulture),
        ["Text"] = Text,
        ["TextPattern"] = with => string.Concat(with.Text("Pattern", "").Take(LengthLimit).Select(character => Patterned(with, character))),
        ["StringList"] = with => with.PickFrom("Values"),
        ["FirstName"] = with => with.Pick(Words.FirstNames),
        ["LastName"] = with => with.Pick(Words.LastNames),
        ["FullName"] = with => $"{with.Pick(Words.FirstNames)} {with.Pick(Words.LastNames)}",
        ["EmailAddress"] = with => $"{with.Pick(Words.FirstNames)}.{with.Pick(Words.LastNames)}@example.com".ToLowerInvariant(),
        ["City"] = with => with.Pick(Words.Cities),
        ["Country"] = with => with.Pick(Words.Countries),
        ["TextWords"] = with => string.Join(' ', Enumerable.Range(0, (int)with.Between("Min", 1, "Max", 10, 1000)).Select(_ => with.Pick(Words.Plain))),
        ["IPv4Address"] = with => string.Join('.', Enumerable.Range(0, 4).Select(_ => with.Chance.NextInteger(0, 255))),
        ["IPv6Address"] = with => string.Join(':', Enumerable.Range(0, 8).Select(_ => with.Chance.NextInteger(0, 0xffff).ToString("X4", CultureInfo.InvariantCulture))),
        ["TimeSpan"] = with => with.Span().ToString("c", CultureInfo.InvariantCulture),
        ["MACAddress"] = with => BoundedWriter.Join(with.Text("Separator", ":"), Enumerable.Range(0, 6).Select(_ => with.Chance.NextInteger(0, 255).ToString("X2", CultureInfo.InvariantCulture))),
    };

    public static IReadOnlyList<Function> All { get; } =
    [
        new("Random", 1, 1, with => Generate(new RandomArguments(with.Named))) { WrongType = WrongType },
        new("Random.Generate", 1, 1, with => Generate(new RandomArguments(with.Named))) { WrongType = WrongType },
    ];

    private static object? Generate(RandomArguments with)
    {
        var type = with.Text("Type", "");
        return WrongType(type) is { } wrong ? throw new TemplateException(wrong) : Types[type](with);
    }

    private static string? WrongType(string type) => Types.ContainsKey(type) ? null : $"Random: there is no type '{type}'; known: {string.Join(", ", Types.Keys)}.";

    private static string Text(RandomArguments with)
    {
        var characters = (with.Flag("UseNumber", true) ? Digits : "")
            + (with.Flag("UseLetter", true) ? (with.Flag("UseLowercase", true) ? Lower : "") + (with.Flag("UseUppercase", true) ? Lower.ToUpperInvariant() : "") : "")
            + (with.Flag("UseSpecial", false) ? "!#$%*+-_." : "");
        if (characters.Length == 0)
        {
            throw new TemplateException("Random: a Text needs some characters to choose from.");
        }

        return new string([.. Enumerable.Range(0, (int)with.Between("Min", 8, "Max", 16, LengthLimit)).Select(_ => characters[(int)with.Chance.NextInteger(0, characters.Length - 1)])]);
    }

    /// <summary>0 is any digit, a any lower-case and A any upper-case letter; the rest stands for itself.</summary>
    private static char Patterned(RandomArguments with, char character) => character switch
    {
        '0' => Digits[(int)with.Chance.NextInteger(0, 9)],
        'a' => Lower[(int)with.Chance.NextInteger(0, 25)],
        'A' => char.ToUpperInvariant(Lower[(int)with.Chance.NextInteger(0, 25)]),
        _ => character,
    };
}
