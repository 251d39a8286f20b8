using System.Collections.Concurrent;
using System.Globalization;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Platform;

/// <summary>Writes moments as the vendor does: in the caller's time zone, with milliseconds, the offset without a colon.</summary>
internal static class Timestamps
{
    /// <summary>More than there are zones: what is called so and is none is looked for again each time when these are full.</summary>
    private const int MostZones = 2000;

    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    /// <summary>How many zones are kept.</summary>
    internal static int Kept => Zones.Count;

    /// <summary>For example 2024-10-09T10:37:54.643+0800; UTC for a caller without a user, and where the zone is unknown.</summary>
    public static string Of(DateTimeOffset moment, User? viewer) => Local(moment, viewer).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture).Remove(26, 1);

    /// <summary>For people, as in rendered fields: for example 09/Oct/24 10:37 AM.</summary>
    public static string ForPeople(DateTimeOffset moment, User? viewer) => Local(moment, viewer).ToString("dd/MMM/yy h:mm tt", CultureInfo.InvariantCulture);

    /// <summary>The same of a day: for example 09/Oct/24.</summary>
    public static string ForPeople(DateOnly day) => day.ToString("dd/MMM/yy", CultureInfo.InvariantCulture);

    /// <summary>The zone of that name; UTC when there is none.</summary>
    public static TimeZoneInfo ZoneOf(string name)
    {
        if (Zones.TryGetValue(name, out var zone))
        {
            return zone;
        }

        if (!IsName(name))
        {
            return TimeZoneInfo.Utc;
        }

        zone = TimeZoneInfo.TryFindSystemTimeZoneById(name, out var known) ? known : TimeZoneInfo.Utc;
        return Zones.Count < MostZones ? Zones.GetOrAdd(name, zone) : zone;
    }

    private static DateTimeOffset Local(DateTimeOffset moment, User? viewer) => viewer is null ? moment.ToUniversalTime() : TimeZoneInfo.ConvertTime(moment, ZoneOf(viewer.TimeZone));

    /// <summary>No path: the system would read whatever file that leads to.</summary>
    private static bool IsName(string text) =>
        text.Length is > 0 and < 100 && text[0] != '/' && !text.Contains("..", StringComparison.Ordinal) && !text.Contains("./", StringComparison.Ordinal) && !text.Contains("//", StringComparison.Ordinal);
}
