using System.Globalization;
using FakeJira.Stubs.Matching;
using HandlebarsDotNet;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary>The named arguments of a random value.</summary>
internal sealed class RandomArguments(IDictionary<string, object?> named)
{
    public SeededSource Chance { get; } = Rendering.Current.Site.Random;

    public string Text(string name, string otherwise) => Value(name) switch
    {
        null => otherwise,
        IReadOnlyList<object?> list => BoundedWriter.Join(",", list),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? otherwise,
    };

    public bool Flag(string name, bool otherwise) => Value(name) is { } value ? bool.TryParse(value.ToString(), out var flag) ? flag : throw Wrong(name, "true or false") : otherwise;

    /// <summary>A whole number from Min to Max.</summary>
    public long Integer(long least, long most)
    {
        var (minimum, maximum) = (Whole("Min", least), Whole("Max", most));
        if (minimum < least || maximum > most || minimum > maximum)
        {
            throw new TemplateException($"Random: Min and Max must be in order and from {least} to {most}.");
        }

        return minimum == long.MinValue && maximum == long.MaxValue ? (long)Chance.Next() : Chance.NextInteger(minimum, maximum);
    }

    /// <summary>A whole number between two named bounds, not above a limit.</summary>
    public long Between(string minimum, long least, string maximum, long most, long limit)
    {
        var low = Whole(minimum, least);
        var high = Whole(maximum, Math.Max(low, most));
        return low >= 0 && low <= high && high <= limit ? Chance.NextInteger(low, high) : throw new TemplateException($"Random: {minimum} and {maximum} must be in order and from 0 to {limit}.");
    }

    public double Real()
    {
        var (low, high) = (RealOf("Min", 0), RealOf("Max", 1));
        return low <= high && double.IsFinite(high - low) ? low + (Chance.NextDouble() * (high - low)) : throw new TemplateException("Random: Min and Max must be in order.");
    }

    public DateTime Moment()
    {
        var now = Rendering.Current.Site.Clock.Now.UtcDateTime;
        var (from, to) = (MomentOf("From", now.AddYears(-1)), MomentOf("To", now.AddYears(1)));
        return from <= to ? new DateTime(Chance.NextInteger(from.Ticks, to.Ticks), DateTimeKind.Unspecified) : throw new TemplateException("Random: From must be before To.");
    }

    public TimeSpan Span()
    {
        var (from, to) = (SpanOf("From", TimeSpan.Zero), SpanOf("To", TimeSpan.MaxValue));
        return from > to ? throw new TemplateException("Random: From must be before To.")
            : TimeSpan.FromTicks(from == TimeSpan.MinValue && to == TimeSpan.MaxValue ? (long)Chance.Next() : Chance.NextInteger(from.Ticks, to.Ticks));
    }

    /// <summary>One of a list, or of the parts of a text between commas.</summary>
    public string PickFrom(string name) => Value(name) is not IReadOnlyList<object?> list ? Pick(Text(name, "").Split(',', StringSplitOptions.TrimEntries))
        : list.Count == 0 ? ""
        : Convert.ToString(list[(int)Chance.NextInteger(0, list.Count - 1)], CultureInfo.InvariantCulture) ?? "";

    public string Pick(IReadOnlyList<string> choices) => choices[(int)Chance.NextInteger(0, choices.Count - 1)];

    private object? Value(string name) => named.TryGetValue(name, out var value)
        ? value switch { JValue json => json.Value, UndefinedBindingResult path => ListOf(path.Value), _ => value }
        : null;

    /// <summary>Handlebars takes <c>["a", "b"]</c> for a path that leads nowhere.</summary>
    private static object? ListOf(string path) => path.StartsWith('[') && RequestContent.ParseJson(path) is JArray list ? JsonModel.Of(list) : null;

    private long Whole(string name, long otherwise) => Value(name) is null ? otherwise
        : long.TryParse(Text(name, ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name, "a whole number");

    private double RealOf(string name, double otherwise) => Value(name) is null ? otherwise
        : double.TryParse(Text(name, ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name, "a number");

    private DateTime MomentOf(string name, DateTime otherwise) => Value(name) is null ? otherwise
        : DateTime.TryParse(Text(name, ""), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : throw Wrong(name, "a date and time");

    private TimeSpan SpanOf(string name, TimeSpan otherwise) => Value(name) is null ? otherwise
        : TimeSpan.TryParse(Text(name, ""), CultureInfo.InvariantCulture, out var span) ? span : throw Wrong(name, "a time span");

    private static TemplateException Wrong(string name, string expected) => new($"Random: {name} must be {expected}.");
}
