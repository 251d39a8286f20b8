using System.Diagnostics;
using System.Globalization;

namespace FakeJira.Stubs.Checking;

/// <summary>How clients behaved from one request to the next. One client is what has the same address and the same User-Agent.</summary>
internal sealed class ConductCheck
{
    /// <summary>How much too early a request may be: timers are not exact.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(50);

    private readonly List<Finding> _found = [];
    private readonly Dictionary<string, (JournalEntry Entry, TimeSpan Wait)> _refusedUntil = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JournalEntry> _signedIn = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Contract, NextPage Page), JournalEntry> _offered = [];
    private readonly HashSet<(string Contract, NextPage Page)> _turned = [];

    /// <summary>What is found in these entries, oldest first.</summary>
    public static IReadOnlyList<Finding> Of(IReadOnlyList<JournalEntry> entries)
    {
        var check = new ConductCheck();
        foreach (var entry in entries)
        {
            if (entry.Request.Route?.Operation is { Known: { } known } operation)
            {
                var contract = operation.Name[..operation.Name.IndexOf('.', StringComparison.Ordinal)];
                check.Repetition(entry);
                check.Credentials(entry, contract, known);
                check.Pages(entry, contract, known);
            }
        }

        foreach (var (page, entry) in check._offered.Where(offered => !check._turned.Contains(offered.Key)))
        {
            check._found.Add(new(entry, FindingKind.NextPageNeverRead, $"There were more pages of {page.Page.List}: the answer has '{page.Page.Given}', and no request has ever sent it as '{page.Page.Taken}'."));
        }

        return check._found;
    }

    /// <summary>Waiting counts by the site's clock or by real time, whichever has passed more: a test may have frozen the one.</summary>
    private void Repetition(JournalEntry entry)
    {
        var request = entry.Request;
        var key = $"{ClientOf(request)}\n{request.Header("Authorization")}\n{request.Method} {request.PrefixAtMainDoor}{request.RawPath}?{request.RawQuery}";
        if (_refusedUntil.Remove(key, out var refused))
        {
            var real = Stopwatch.GetElapsedTime(refused.Entry.Noted, entry.Noted) - entry.Took;
            var waited = TimeSpan.FromTicks(Math.Max(real.Ticks, (entry.At - refused.Entry.At).Ticks));
            if (real > refused.Entry.Response.Delay && waited + Slack < refused.Wait)
            {
                _found.Add(new(entry, FindingKind.RepeatedTooSoon, $"Request {refused.Entry.Number} was answered {refused.Entry.Response.Status} with Retry-After {Seconds(refused.Wait)} s; this is the same again after {Seconds(waited)} s."));
            }
        }

        if (RetryAfter(entry) is { } wait && wait > TimeSpan.Zero)
        {
            _refusedUntil[key] = (entry, wait);
        }
    }

    private void Credentials(JournalEntry entry, string contract, Known known)
    {
        if (known.CredentialHeader is null && known.CredentialParameter is null)
        {
            return;
        }

        var key = $"{contract}\n{known.CredentialHeader ?? known.CredentialParameter}\n{ClientOf(entry.Request)}";
        if ((known.CredentialHeader is { } header && !string.IsNullOrWhiteSpace(entry.Request.Header(header))) || (known.CredentialParameter is { } parameter && !string.IsNullOrWhiteSpace(entry.Request.QueryValue(parameter))))
        {
            _signedIn.TryAdd(key, entry);
        }
        else if (entry.Response.Status is 401 or 403 or 404 && _signedIn.TryGetValue(key, out var earlier))
        {
            _found.Add(new(entry, FindingKind.MissingCredentials, $"Refused, and without credentials; request {earlier.Number} from the same address and User-Agent had some."));
        }
    }

    private void Pages(JournalEntry entry, string contract, Known known)
    {
        if (known.NextPage is not { } page)
        {
            return;
        }

        if (entry.Response.Status == 200 && BodyCheck.TextOf(entry.Response.Body.Span, page.Given) is { Length: > 0 })
        {
            _offered.TryAdd((contract, page), entry);
        }

        if (known.Query.Contains(page.Taken) ? entry.Request.QueryValue(page.Taken) is { Length: > 0 } : BodyCheck.TextOf(entry.Request.Body.Span, page.Taken) is { Length: > 0 })
        {
            _turned.Add((contract, page));
        }
    }

    private static string ClientOf(StubRequest request) => $"{request.ClientAddress}\n{request.Header("User-Agent")}";

    private static TimeSpan? RetryAfter(JournalEntry entry)
    {
        if (entry.Response.Header("Retry-After") is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment - entry.At
            : null;
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}
