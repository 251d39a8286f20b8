using FakeJira.Stubs.Mappings;

namespace FakeJira.Stubs;

/// <summary>One request and its answer.</summary>
/// <param name="Number">Counts from 1 on each site, and again after a reset.</param>
/// <param name="At">By the site's clock.</param>
/// <param name="Request">What was asked.</param>
/// <param name="Response">What was answered.</param>
/// <param name="StubName">Which stub answered; empty when none did.</param>
/// <param name="StubId">The same as in the admin API, or null.</param>
public sealed record JournalEntry(long Number, DateTimeOffset At, StubRequest Request, StubResponse Response, string StubName, Guid? StubId)
{
    private readonly long _size = 256 + Request.Body.Length + Response.Body.Length + (2L * (Request.RawPath.Length + Request.RawQuery.Length)) + SizeOf(Request.Headers) + SizeOf(Response.Headers) + (2L * (StubName.Length + Response.RuleHeader.Length));

    /// <summary>Identity in the admin API: follows from the site's seed and the number.</summary>
    public Guid Id => SeededSource.UuidOf(SeededSource.At(Request.Site.Random.Seed ^ 0x4A0A, Number * 2), SeededSource.At(Request.Site.Random.Seed ^ 0x4A0A, (Number * 2) + 1));

    /// <summary>How long the answer took to make, in real time and without <see cref="StubResponse.Delay"/>.</summary>
    public TimeSpan Took { get; init; }

    /// <summary>About how many bytes it keeps.</summary>
    internal long Size => _size + SizeOf(Closest);

    /// <summary>When it was noted, in real time: a stamp of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    internal long Noted { get; init; }

    /// <summary>Where nothing matched: the mappings that came closest, as far as they are kept.</summary>
    internal IReadOnlyList<NearMiss> Closest { get; init; } = [];

    /// <summary>For example <c>3  DELETE /rest/api/3/issue/MKY-1/votes -> 404 JIRA-VOTES-DELETE-ABSENT-404, JIRA-AUTH-BASIC</c>.</summary>
    public override string ToString() => $"{Number}  {Request} -> {Response.Status} {(Response.RuleHeader.Length > 0 ? Response.RuleHeader : StubName.Length > 0 ? StubName : "no stub")}";

    /// <summary>Shortened when they were noted.</summary>
    private static long SizeOf(IReadOnlyList<NearMiss> closest)
    {
        var size = 0L;
        for (var i = 0; i < closest.Count; i++)
        {
            size += closest[i].Size;
        }

        return size;
    }

    private static long SizeOf(Header[] headers)
    {
        var size = 0L;
        foreach (var header in headers)
        {
            size += 2L * (header.Name.Length + header.Value.Length);
        }

        return size;
    }
}
