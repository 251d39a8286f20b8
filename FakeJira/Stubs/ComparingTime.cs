using System.Diagnostics;
using System.Globalization;

namespace FakeJira.Stubs;

/// <summary>
/// How long a request is compared with mappings. The clock is looked at now and then, and whenever a comparison has had something to say: what is compared quickly pays nothing for it.
/// </summary>
internal struct ComparingTime
{
    /// <summary>So many comparisons within one mapping that it is time for a look at the clock; what can take long alone counts as all of them.</summary>
    public const int Many = 4096;

    private const int AtOnce = 16;

    private long _since;
    private int _compared;
    private int _within;
    private bool _isOver;

    /// <summary>Whether there is time for one more; that there is none any longer is noted once.</summary>
    public bool IsLeft(StubRequest request, bool hasNotes)
    {
        var most = request.Site.Sites.Limits.MatchingTime;
        if (_since == 0)
        {
            _since = Stopwatch.GetTimestamp();
        }
        else if (!_isOver && (++_compared % AtOnce == 0 || hasNotes) && Stopwatch.GetElapsedTime(_since) > most)
        {
            _isOver = true;
            request.Note(string.Create(CultureInfo.InvariantCulture, $"Comparing this request with mappings has taken longer than {most.TotalSeconds} s, so those that are left do not match. Make them simpler, or start with a longer --matching-time."));
        }

        return !_isOver;
    }

    /// <summary>Counts comparisons within one mapping, which can be without number: an item of a pattern with each of a body, a piece of a text at each place.</summary>
    /// <param name="request">Whose time it is.</param>
    /// <param name="comparisons">How many, about.</param>
    /// <exception cref="TimeoutException">The time is over, so the mapping does not match, be it one that rejects.</exception>
    public void Spend(StubRequest request, int comparisons)
    {
        _within += comparisons;
        if (_within < Many)
        {
            return;
        }

        _within = 0;
        if (!IsLeft(request, true))
        {
            throw new TimeoutException("there is no time left for comparing.");
        }
    }
}
