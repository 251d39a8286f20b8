using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>Regex.*</c>.</summary>
internal static class RegexFunctions
{
    private const int PatternLimit = 1000;
    private const int Kept = 256;
    private static readonly ConcurrentDictionary<(string Pattern, RegexOptions Options, TimeSpan Time), Regex> Compiled = new();

    public static IReadOnlyList<Function> All { get; } =
    [
        new("Regex.IsMatch", 2, 3, with => Guarded(with, () => RegexOf(with, 2).IsMatch(with.Text(0)))),
        new("Regex.Match", 2, 4, with => Guarded(with, () => RegexOf(with, 3).Match(with.Text(0)) is { Success: true } match ? match.Value : with[2]))
        {
            BlockBody = with => Guarded(with, () => RegexOf(with, 3).Match(with.Text(0)) is { Success: true } match ? new MatchMembers(match) : with[2]),
        },
        new("Regex.Replace", 3, 4, with => Guarded(with, () => RegexOf(with, 3).Replace(with.Text(0), Counted(with)))),
    ];

    /// <summary>A replacement that stops when the text becomes too long.</summary>
    private static MatchEvaluator Counted(CallArguments with)
    {
        var (text, by) = (with.Text(0), with.Text(2));

        // Each $_ stands for the whole text, so one result can be longer than there is room for.
        var isShort = by.Length + ((long)text.Length * by.AsSpan().Count('$')) <= Rendering.TextLimit;
        List<string> pieces = isShort ? [by] : Pieces(by);
        long length = text.Length;
        return match => string.Concat(pieces.Select(piece =>
        {
            var replacement = match.Result(piece);
            Rendering.Reserve(length += replacement.Length);
            return replacement;
        }));
    }

    /// <summary>A replacement, cut before each of its substitutions; <c>$$</c> is one of them.</summary>
    private static List<string> Pieces(string replacement)
    {
        var pieces = new List<string>();
        for (var from = 0; from < replacement.Length;)
        {
            var next = replacement.IndexOf('$', Math.Min(replacement[from] == '$' ? from + 2 : from, replacement.Length));
            var to = next < 0 ? replacement.Length : next;
            pieces.Add(replacement[from..to]);
            from = to;
        }

        return pieces;
    }

    private static Regex RegexOf(CallArguments with, int options)
    {
        var key = (Pattern: with.Text(1), Options: OptionsOf(with.Text(options)), Time: Rendering.Current.Limits.RegexTime);
        if (key.Pattern.Length > PatternLimit)
        {
            throw with.Wrong(1, $"a pattern of at most {PatternLimit} characters");
        }

        if (Compiled.TryGetValue(key, out var known))
        {
            return known;
        }

        var regex = new Regex(key.Pattern, key.Options, key.Time);
        if (Compiled.Count < Kept)
        {
            Compiled.TryAdd(key, regex);
        }

        return regex;
    }

    private static RegexOptions OptionsOf(string letters) => letters.Aggregate(RegexOptions.None, (options, letter) => options | letter switch
    {
        'i' => RegexOptions.IgnoreCase,
        'm' => RegexOptions.Multiline,
        'n' => RegexOptions.ExplicitCapture,
        's' => RegexOptions.Singleline,
        'x' => RegexOptions.IgnorePatternWhitespace,
        'C' => RegexOptions.CultureInvariant,
        _ => RegexOptions.None,
    });

    private static object? Guarded(CallArguments with, Func<object?> match)
    {
        try
        {
            return match();
        }
        catch (RegexMatchTimeoutException)
        {
            throw new TemplateException($"Regex: '{with.Text(1)}' takes too long on this text.");
        }
        catch (ArgumentException exception) when (exception is RegexParseException)
        {
            throw new TemplateException($"Regex: {exception.Message}");
        }
    }
}
