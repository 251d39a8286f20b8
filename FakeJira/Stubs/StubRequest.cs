using System.Collections.Immutable;
using System.Text;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Noting;

namespace FakeJira.Stubs;

/// <summary>What was asked, without any type of a web server. The same whichever door it came through.</summary>
public sealed partial class StubRequest
{
    private readonly CancellationToken _aborted;
    private string? _path;
    private string? _bodyText;
    private QueryParameter[]? _query;
    private RequestContent? _content;
    private List<string>? _notes;
    private ComparingTime _comparing;
    private bool _isKept;

    /// <summary>The method as it was sent, usually upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path still percent-encoded, without the prefix of the site: starts with a slash.</summary>
    public required string RawPath { get; init; }

    /// <summary>What follows the question mark, still percent-encoded; empty when there is none.</summary>
    public string RawQuery { get; init; } = "";

    /// <summary>The headers in the order they were sent.</summary>
    public Header[] Headers { get; init; } = [];

    /// <summary>The body as it was sent. Cut at the journal's limit once the answer is made.</summary>
    public ReadOnlyMemory<byte> Body { get; internal set; }

    /// <summary>The body was longer than the server takes; <see cref="Body"/> is empty then.</summary>
    public bool BodyTooLarge { get; init; }

    /// <summary>http or https.</summary>
    public string Scheme { get; init; } = "http";

    /// <summary>The Host header: name and, if given, port.</summary>
    public string Host { get; init; } = "localhost";

    /// <summary>For example HTTP/1.1.</summary>
    public string Protocol { get; init; } = "HTTP/1.1";

    /// <summary>The caller's address.</summary>
    public string ClientAddress { get; init; } = "127.0.0.1";

    /// <summary>Whether it came from inside the process, so that nobody else can have sent it.</summary>
    internal bool IsInProcess { get; init; }

    /// <summary>Cancelled when the client has gone, or when the server ends and does not wait any longer.</summary>
    public CancellationToken Aborted
    {
        get => AbortedBy is { } connection ? connection.Read(this, connection.Of) : _aborted;
        init => _aborted = value;
    }

    /// <summary>Where <see cref="Aborted"/> is to be had: asking a web server for it costs, so it is asked only when somebody waits. Gone once the answer is out.</summary>
    internal (object Of, Func<StubRequest, object, CancellationToken> Read)? AbortedBy { get; set; }

    /// <summary>What <see cref="Aborted"/> was set to, whatever else cancels it.</summary>
    internal CancellationToken AbortedByCaller => _aborted;

    /// <summary>The site that was asked.</summary>
    public required Site Site { get; init; }

    /// <summary>The operation that the path leads to, and its path values; null when it leads to none.</summary>
    public Route? Route { get; internal set; }

    /// <summary>The contract in whose territory the path is, or null.</summary>
    internal Contract? Territory { get; set; }

    /// <summary>When it came, as a timestamp of the site's clock; null where that does not rule delays.</summary>
    internal long? Arrived { get; set; }

    /// <summary>For how long its answer is held back, all in all, where the clock rules delays.</summary>
    internal TimeSpan Waited { get; set; }

    /// <summary>Who answers where no mapping does: the operation, or the contract of the path; null for a path of nobody.</summary>
    internal Stub? Reached { get; set; }

    /// <summary>How many mappings have let another one answer; each waits for the next on the stack.</summary>
    internal int TimesPassedOn { get; set; }

    /// <summary>The methods of the operations at this path; empty when there is none, or when the method is one of them.</summary>
    public IReadOnlyList<string> AllowedMethods { get; internal set; } = [];

    /// <summary>The scenarios as they were when its stub began to be chosen: all candidates are asked about the same moment.</summary>
    internal ImmutableSortedDictionary<string, ScenarioState>? ScenariosSeen { get; set; }

    /// <summary>The path, percent-decoded once.</summary>
    public string Path => _path ?? Remembered(ref _path, RawPath.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(RawPath) : RawPath);

    /// <summary>The body read as UTF-8.</summary>
    public string BodyText => _bodyText ?? Remembered(ref _bodyText, Encoding.UTF8.GetString(Body.Span));

    /// <summary>The parameters of the query in the order they were sent, names and values percent-decoded; names are case-sensitive.</summary>
    public IReadOnlyList<QueryParameter> Query => _query ?? Remembered(ref _query, QueryParameter.Parse(RawQuery));

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (header.Is(name))
            {
                return header.Value;
            }
        }

        return null;
    }

    /// <summary>The first value of a query parameter, or null; the name is case-sensitive.</summary>
    /// <exception cref="KeyNotFoundException">The operation does not know such a parameter: a mistake of the operation's author.</exception>
    public string? QueryValue(string name)
    {
        ThrowUnlessKnown(name);
        foreach (var parameter in Query)
        {
            if (parameter.Name == name)
            {
                return parameter.Value;
            }
        }

        return null;
    }

    /// <summary>What an operation reads it has to know, else whoever sends it is told that nobody documents it.</summary>
    internal void ThrowUnlessKnown(string parameter)
    {
        if (RawQuery.Length > 0 && Route?.Operation is { Known: { } known } operation && !known.Query.Contains(parameter))
        {
            throw new KeyNotFoundException($"{operation.Name} reads the query parameter '{parameter}', which is not in its {nameof(Operation.Known)}.");
        }
    }

    /// <summary>A value of the operation's path template, decoded once.</summary>
    /// <exception cref="KeyNotFoundException">The template has no such name: a mistake of the operation's author.</exception>
    public string PathValue(string name) => Route is { } route ? route.Value(name) : throw new KeyNotFoundException(name);

    /// <summary>What matchers look at.</summary>
    internal RequestContent Content => _content ?? Remembered(ref _content, new(this));

    internal void Note(string text) => (_notes ??= []).Add(text);

    /// <summary>Whether there is time to compare it with yet another mapping.</summary>
    internal bool HasTimeToCompare() => _comparing.IsLeft(this, _notes is not null);

    /// <summary>Counts comparisons within one mapping; <see cref="ComparingTime.Many"/> of them take a look at the clock.</summary>
    /// <exception cref="TimeoutException">There is no time left to compare.</exception>
    internal void Spend(int comparisons) => _comparing.Spend(this, comparisons);

    /// <summary>Gives it all of the time for comparing again.</summary>
    internal void CompareFromNowOn() => _comparing = default;

    /// <summary>What went wrong while it was matched, for the log. Told once: the journal does not keep it.</summary>
    internal IReadOnlyList<string> TakeNotes() => Interlocked.Exchange(ref _notes, null) ?? (IReadOnlyList<string>)[];

    /// <summary>Forgets what was made of it for matching and answering, and what of the body is beyond the limit. From now on it is read by many at once, and nothing that is made for one of them stays.</summary>
    internal void Shrink(int bodyLimit)
    {
        _isKept = true;
        (_path, _query, _content, _bodyText, ScenariosSeen) = (null, null, null, null, null);
        if (Body.Length > bodyLimit)
        {
            Body = Body[..bodyLimit].ToArray();
        }
    }

    /// <summary>The same request for one reader who looks at it again and again: what is made of it goes with the copy.</summary>
    internal StubRequest ForReading()
    {
        var copy = (StubRequest)MemberwiseClone();
        (copy._isKept, copy._notes, copy._comparing) = (false, null, default);
        return copy;
    }

    private T Remembered<T>(ref T? field, T made)
        where T : class
    {
        if (!_isKept)
        {
            field = made;
        }

        return made;
    }

    /// <summary>Whether a write has been asked for.</summary>
    public bool IsWrite => Method is "POST" or "PUT" or "DELETE" or "PATCH";

    /// <summary>Method, path and query, without tokens: for logs, so it names the site whichever door has chosen it.</summary>
    public override string ToString() => $"{Method} {PrefixAtMainDoor}{RawPath}{(RawQuery.Length > 0 ? "?" + Secrets.OfForm(RawQuery) : "")}";
}
