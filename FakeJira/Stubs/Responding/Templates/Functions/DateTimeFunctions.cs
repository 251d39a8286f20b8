using System.Globalization;

namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>DateTime.*</c>, by the site's clock.</summary>
internal static class DateTimeFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("DateTime.Now", 0, 1, with => Formatted(Rendering.Current.Site.Clock.GetLocalNow().LocalDateTime, with, 0)),
        new("DateTime.UtcNow", 0, 1, with => Formatted(Rendering.Current.Site.Clock.Now.UtcDateTime, with, 0)),
        new("DateTime.Format", 2, 2, with => with[0] is null ? "" : Formatted(Moment(with, 0, -1), with, 1), IsText: true),
        new("DateTime.Parse", 1, 1, with => Moment(with, 0, -1)),
        new("DateTime.ParseExact", 2, 2, with => Moment(with, 0, 1)),
        new("DateTime.Compare", 3, 4, with => Compare(with)),
        Add("Years", (moment, by) => moment.AddYears(by)),
        Add("Months", (moment, by) => moment.AddMonths(by)),
        Add("Days", (moment, by) => moment.AddDays(by)),
        Add("Hours", (moment, by) => moment.AddHours(by)),
        Add("Minutes", (moment, by) => moment.AddMinutes(by)),
        Add("Seconds", (moment, by) => moment.AddSeconds(by)),
        Add("Milliseconds", (moment, by) => moment.AddMilliseconds(by)),
    ];

    private static Function Add(string unit, Func<DateTime, int, DateTime> add) => new("DateTime.Add" + unit, 2, 3, with =>
    {
        try
        {
            return add(Moment(with, 0, 2), with.Integer(1));
        }
        catch (ArgumentOutOfRangeException)
        {
            throw with.Wrong(1, "a number that stays between the years 1 and 9999");
        }
    });

    private static object Formatted(DateTime moment, CallArguments with, int format)
    {
        if (with[format] is null)
        {
            return moment;
        }

        try
        {
            return moment.ToString(with.Format(format), CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            throw with.Wrong(format, "a format such as \"yyyy-MM-dd\"");
        }
    }

    private static DateTime Moment(CallArguments with, int index, int format)
    {
        if (with[index] is DateTime moment)
        {
            return moment;
        }

        var (text, culture) = (with.Text(index), CultureInfo.InvariantCulture);
        var isRead = format >= 0 && with[format] is not null
            ? DateTime.TryParseExact(text, with.Format(format), culture, DateTimeStyles.RoundtripKind, out var read)
            : DateTime.TryParse(text, culture, DateTimeStyles.RoundtripKind, out read);
        return isRead ? read : throw with.Wrong(index, "a date and time");
    }

    private static bool Compare(CallArguments with)
    {
        var order = Moment(with, 0, 3).CompareTo(Moment(with, 2, 3));
        return with.Text(1) switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            "==" => order == 0,
            "!=" => order != 0,
            ">=" => order >= 0,
            ">" => order > 0,
            _ => throw with.Wrong(1, "one of < <= == != >= >"),
        };
    }
}
