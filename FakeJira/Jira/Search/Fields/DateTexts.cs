using System.Globalization;
using FakeJira.Jira.Search.Jql;

namespace FakeJira.Jira.Search.Fields;

/// <summary>Dates and periods as they are written in a query.</summary>
internal static class DateTexts
{
    private static readonly string[] Formats = ["yyyy/M/d H:m", "yyyy-M-d H:m", "yyyy/M/d", "yyyy-M-d"];

    /// <summary>The moment that a value means: a date in the caller's zone, a period from now, or milliseconds since 1970; null when none.</summary>
    public static DateTimeOffset? Read(ValueOperand value, SearchContext context)
    {
        var text = value.Text.Trim();
        if (value.IsNumber)
        {
            return AfterEpoch(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        }

        return DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? Utc(date, context.Zone)
            : Period(text) is { } minutes ? Later(context.Now, minutes)
            : null;
    }

    /// <summary>A time of a zone in UTC, also one that a change of the clocks leaves out.</summary>
    public static DateTimeOffset Utc(DateTime local, TimeZoneInfo zone) =>
        new(Math.Clamp(local.Ticks - zone.GetUtcOffset(local).Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);

    /// <summary>The midnight in a zone before a moment.</summary>
    public static DateTimeOffset StartOfDay(DateTimeOffset moment, TimeZoneInfo zone) => Utc(TimeZoneInfo.ConvertTime(moment, zone).Date, zone);

    private static DateTimeOffset? AfterEpoch(long milliseconds) =>
        new DateTimeOffset((long)Math.Clamp(DateTime.UnixEpoch.Ticks + ((double)milliseconds * TimeSpan.TicksPerMillisecond), 0, DateTime.MaxValue.Ticks - 1e6), TimeSpan.Zero);

    private static DateTimeOffset Later(DateTimeOffset now, double minutes) =>
        new((long)Math.Clamp(now.UtcTicks + (minutes * TimeSpan.TicksPerMinute), 0, DateTime.MaxValue.Ticks - 1e6), TimeSpan.Zero);

    /// <summary>The minutes of <c>-5d</c> or <c>4w 2d</c>; the sign holds for all of it.</summary>
    private static double? Period(string text)
    {
        var rest = text.AsSpan();
        var sign = rest.StartsWith("-") ? -1 : 1;
        rest = rest.StartsWith("-") || rest.StartsWith("+") ? rest[1..] : rest;
        if (rest.IsEmpty)
        {
            return null;
        }

        double minutes = 0;
        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits <= 0 || MinutesOf(rest[digits]) is not { } unit)
            {
                return null;
            }

            minutes += unit * double.Parse(rest[..digits], CultureInfo.InvariantCulture);
            rest = rest[(digits + 1)..].TrimStart();
        }

        return sign * minutes;
    }

    private static int? MinutesOf(char unit) => unit switch
    {
        'w' => 7 * 24 * 60,
        'd' => 24 * 60,
        'h' => 60,
        'm' => 1,
        _ => null,
    };
}
