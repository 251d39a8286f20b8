using System.Collections.Concurrent;
using System.Globalization;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Platform;

/// <summary>Writes moments as the vendor does: in the caller's time zone, with milliseconds, the offset without a colon.</summary>
internal static class Timestamps
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo> Zones = new(StringComparer.Ordinal);

    /// <summary>For example 2024-10-09T10:37:54.643+0800; UTC for a caller without a user, and where the zone is unknown.</summary>
    public static string Of(DateTimeOffset moment, User? viewer)
    {
        var local = viewer is null ? moment.ToUniversalTime() : TimeZoneInfo.ConvertTime(moment, Zones.GetOrAdd(viewer.TimeZone, static id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc));
        return local.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture).Remove(26, 1);
    }
}
