using System.Globalization;
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

    public string Pick(IReadOnlyList<string> choices) => choices[(int)Chance.NextInteger(0, choices.Count - 1)];

    private object? Value(string name) => named.TryGetValue(name, out var value) ? value is JValue json ? json.Value : value is HandlebarsDotNet.UndefinedBindingResult ? null : value : null;

    private long Whole(string name, long otherwise) => Value(name) is null ? otherwise
        : long.TryParse(Text(name, ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name, "a whole number");

    private double RealOf(string name, double otherwise) => Value(name) is null ? otherwise
        : double.TryParse(Text(name, ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(name, "a number");

    private DateTime MomentOf(string name, DateTime otherwise) => Value(name) is null ? otherwise
        : DateTime.TryParse(Text(name, ""), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var moment) ? moment : throw Wrong(name, "a date and time");

    private static TemplateException Wrong(string name, string expected) => new($"Random: {name} must be {expected}.");
}
