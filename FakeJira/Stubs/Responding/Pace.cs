using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Responding;

/// <summary>How long the answer waits: Delay, or a random time from MinimumRandomDelay to MaximumRandomDelay; before the effect with DelayBefore.</summary>
/// <param name="Least">Milliseconds.</param>
/// <param name="Most">Milliseconds.</param>
/// <param name="IsBefore">Whether to wait before the effect instead of after it.</param>
internal sealed record Pace(int Least, int Most, bool IsBefore)
{
    private const int DefaultMost = 60_000;

    public bool IsRandom => Least != Most;

    public static Pace Read(JsonNodeAt response)
    {
        var (delay, least, most) = ((int?)response.Integer("Delay", 0, int.MaxValue), (int?)response.Integer("MinimumRandomDelay", 0, int.MaxValue), (int?)response.Integer("MaximumRandomDelay", 0, int.MaxValue));
        var before = response.Flag("DelayBefore") ?? false;
        if (delay > 0 || (least is null && most is null))
        {
            return new Pace(delay ?? 0, delay ?? 0, before);
        }

        var (low, high) = (least ?? 0, most ?? DefaultMost);
        if (low >= high)
        {
            (response["MaximumRandomDelay"] ?? response["MinimumRandomDelay"])?.Error($"MaximumRandomDelay ({high}) must be more than MinimumRandomDelay ({low}).");
        }

        return new Pace(low, Math.Max(low, high), before);
    }

    public TimeSpan Of(Site site) => TimeSpan.FromMilliseconds(IsRandom ? site.Random.NextInteger(Least, Most) : Least);
}
