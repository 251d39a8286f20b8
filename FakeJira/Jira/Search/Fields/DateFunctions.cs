using System.Globalization;

namespace FakeJira.Jira.Search.Fields;

/// <summary>now(), startOfDay() and their kin, in the caller's time zone. A week begins on Sunday, as in the vendor's American English.</summary>
internal static class DateFunctions
{
    private static readonly DateTime Earliest = new(2, 1, 1);
    private static readonly DateTime Latest = new(9998, 12, 31);

    /// <summary>The moment; null when the argument is no duration such as -1M.</summary>
    public static DateTimeOffset? Moment(string function, IReadOnlyList<string> arguments, SearchContext context)
    {
        if (function == "now")
        {
            return context.Now;
        }

        var unit = UnitOf(function);
        var local = Clamp(TimeZoneInfo.ConvertTime(context.Now, context.Zone).DateTime);
        if (arguments.Count > 0)
        {
            if (Shift(local, arguments[0], unit) is not { } shifted)
            {
                return null;
            }

            local = shifted;
        }

        var start = StartOf(local, unit);
        return DateTexts.Utc(function.StartsWith("start", StringComparison.Ordinal) ? start : Add(start, 1, unit).AddMilliseconds(-1), context.Zone);
    }

    private static char UnitOf(string function) => function[^1] switch
    {
        'y' => 'd',
        'k' => 'w',
        'h' => 'M',
        _ => 'y',
    };

    private static DateTime? Shift(DateTime local, string duration, char naturalUnit)
    {
        var text = duration.Trim();
        var hasUnit = text.Length > 0 && !char.IsAsciiDigit(text[^1]);
        var (digits, unit) = hasUnit ? (text[..^1], text[^1]) : (text, naturalUnit);
        return int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && "yMwdhm".Contains(unit, StringComparison.Ordinal) ? Add(local, count, unit) : null;
    }

    private static DateTime Add(DateTime local, int count, char unit)
    {
        var days = count * unit switch
        {
            'y' => 366.0,
            'M' => 31,
            'w' => 7,
            'd' => 1,
            'h' => 1 / 24.0,
            _ => 1 / 1440.0,
        };
        if (local.Ticks + (days * TimeSpan.TicksPerDay) is var ticks && (ticks < Earliest.Ticks || ticks > Latest.Ticks))
        {
            return count < 0 ? Earliest : Latest;
        }

        return Clamp(unit switch
        {
            'y' => local.AddYears(count),
            'M' => local.AddMonths(count),
            'w' => local.AddDays(7.0 * count),
            'd' => local.AddDays(count),
            'h' => local.AddHours(count),
            _ => local.AddMinutes(count),
        });
    }

    private static DateTime StartOf(DateTime local, char unit) => unit switch
    {
        'y' => new(local.Year, 1, 1),
        'M' => new(local.Year, local.Month, 1),
        'w' => local.Date.AddDays(-(int)local.DayOfWeek),
        _ => local.Date,
    };

    private static DateTime Clamp(DateTime local) => local < Earliest ? Earliest : local > Latest ? Latest : local;
}
