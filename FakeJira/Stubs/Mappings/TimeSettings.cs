using System.Globalization;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>When a mapping answers, by the clock of the site.</summary>
/// <param name="Start">From then on.</param>
/// <param name="End">Until then.</param>
/// <param name="Ttl">For so long after the start; without one, after the registration (WireMock.Net: for ever).</param>
/// <param name="Registered">When the mapping was read.</param>
internal sealed record TimeSettings(DateTimeOffset? Start, DateTimeOffset? End, TimeSpan? Ttl, DateTimeOffset Registered)
{
    public bool Allows(DateTimeOffset now) =>
        (Start is not { } start || now >= start) && (End is not { } end || now <= end) && (Ttl is not { } ttl || now - (Start ?? Registered) <= ttl);

    /// <summary>For people.</summary>
    public override string ToString() => string.Join(", ", new[]
    {
        Start is { } start ? $"from {Shown(start)}" : null,
        End is { } end ? $"until {Shown(end)}" : null,
        Ttl is { } ttl ? $"for {ttl.TotalSeconds} s after {Shown(Start.GetValueOrDefault(Registered))}" : null,
    }.OfType<string>());

    /// <summary>A moment, for people.</summary>
    public static string Shown(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);

    /// <summary>Reads the member TimeSettings of a mapping; null when nothing is said.</summary>
    public static TimeSettings? Read(JsonNodeAt? node)
    {
        if (node is null)
        {
            return null;
        }

        if (!node.IsObject)
        {
            return node.Expected<TimeSettings>("an object with Start, End or TTL");
        }

        var ttl = node.Integer("TTL", 0, int.MaxValue);
        var settings = new TimeSettings(node.Moment("Start"), node.Moment("End"), ttl is { } seconds ? TimeSpan.FromSeconds(seconds) : null, TimeProvider.System.GetUtcNow());
        node.ReportUnknown(Severity.Warning);
        return settings is { Start: null, End: null, Ttl: null } ? null : settings;
    }
}
