using System.Diagnostics;
using System.Globalization;

namespace FakeJira.Stubs;

/// <summary>
/// How long a request is compared with mappings. The clock is looked at now and then, and whenever a comparison has had something to say: what is compared quickly pays nothing for it.
/// </summary>
internal struct ComparingTime
{
    private const int AtOnce = 16;

    private long _since;
    private int _compared;
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
}
