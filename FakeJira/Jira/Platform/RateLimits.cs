namespace FakeJira.Jira.Platform;

/// <summary>Why a request is one too many.</summary>
public enum RateLimitReason
{
    /// <summary>All requests of an app, on all sites.</summary>
    GlobalQuota,

    /// <summary>All requests of an app on one site.</summary>
    TenantQuota,

    /// <summary>Requests of one operation within a second.</summary>
    Burst,

    /// <summary>Writes to one issue.</summary>
    IssueWrites,
}

/// <summary>What a request has left of the limit of its operation, or when it can be repeated.</summary>
/// <param name="Limit">How many requests the limit allows.</param>
/// <param name="Remaining">How many of them are left.</param>
/// <param name="Refused">Why the request is refused, or null.</param>
/// <param name="Reset">When it would not be.</param>
internal readonly record struct RateClaim(int Limit, int Remaining, RateLimitReason? Refused = null, DateTimeOffset Reset = default);

/// <summary>
/// The rate limits of one site, with the live service's numbers. What is counted is not part of the world: it is bounded by the number of operations and
/// by <see cref="IssueCapacity"/>. A request that is refused does not count.
/// </summary>
internal sealed class RateLimits
{
    /// <summary>For how many issues writes are counted at once; the one that was written to longest ago makes room.</summary>
    public const int IssueCapacity = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SlidingWindow> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<long, (SlidingWindow Short, SlidingWindow Long)> _issues = [];
    private volatile SpentQuota? _spent;

    /// <summary>Requests of one operation within a second.</summary>
    public static int BurstOf(string method) => method is "PUT" or "DELETE" ? 50 : 100;

    /// <summary>From now until then every request is refused for that reason.</summary>
    public void Spend(RateLimitReason reason, DateTimeOffset until) => _spent = new(reason, until);

    /// <summary>Whether a test said so at any time.</summary>
    public bool WereSpent => _spent is not null;

    /// <summary>Whether a test said that a quota is spent.</summary>
    public RateClaim? Spent(string method, DateTimeOffset now) =>
        _spent is { } spent && now < spent.Until ? new(BurstOf(method), 0, spent.Reason, spent.Until) : null;

    /// <summary>Takes one request to an operation, and one write to an issue if it is one; or neither.</summary>
    public RateClaim Claim(string operation, string method, long? writtenIssue, DateTimeOffset now)
    {
        lock (_gate)
        {
            var burst = _operations.TryGetValue(operation, out var window) ? window : _operations[operation] = new(BurstOf(method), TimeSpan.FromSeconds(1));
            var left = burst.LeftAt(now);
            if (left == 0)
            {
                return new(burst.Limit, 0, RateLimitReason.Burst, burst.FreeAt);
            }

            if (writtenIssue is { } issue && TakeWrite(issue, now) is { } full)
            {
                return new(full.Limit, 0, RateLimitReason.IssueWrites, full.FreeAt);
            }

            burst.Take(now);
            return new(burst.Limit, left - 1);
        }
    }

    /// <summary>The window that is full, or null after the write was taken.</summary>
    private SlidingWindow? TakeWrite(long issue, DateTimeOffset now)
    {
        if (!_issues.TryGetValue(issue, out var windows))
        {
            if (_issues.Count >= IssueCapacity)
            {
                _issues.Remove(_issues.MinBy(pair => pair.Value.Long.Last).Key);
            }

            windows = _issues[issue] = (new(20, TimeSpan.FromSeconds(2)), new(100, TimeSpan.FromSeconds(30)));
        }

        if (windows.Long.LeftAt(now) == 0)
        {
            return windows.Long;
        }

        if (windows.Short.LeftAt(now) == 0)
        {
            return windows.Short;
        }

        windows.Short.Take(now);
        windows.Long.Take(now);
        return null;
    }

    private sealed record SpentQuota(RateLimitReason Reason, DateTimeOffset Until);
}
