using System.Text;

namespace FakeJira.Stubs;

/// <summary>How the connection is to be treated instead of a well-formed answer.</summary>
public enum ConnectionFault
{
    /// <summary>A well-formed answer.</summary>
    None,

    /// <summary>WireMock.Net's EMPTY_RESPONSE: the status, and a body that ends at once.</summary>
    EmptyResponse,

    /// <summary>WireMock.Net's MALFORMED_RESPONSE_CHUNK: bytes that are not a valid body.</summary>
    MalformedChunk,

    /// <summary>The connection is cut before anything is sent.</summary>
    Drop,

    /// <summary>The whole body is announced, half of it is sent, and the connection is cut.</summary>
    CutBody,

    /// <summary>Well formed, but the body ends in the middle.</summary>
    HalfBody,
}

/// <summary>What is answered. Without a body, a length of 0 is sent (none for 204 and 304). A body is left out where HTTP has none: with 204, 205 and 304, for HEAD, and where CONNECT succeeds.</summary>
public sealed class StubResponse
{
    private static readonly ReadOnlyMemory<byte> Garbage = "lskdu018973t09sylgasjkfg1][]'./.sdlv"u8.ToArray();

    private string? _ruleHeader;

    /// <summary>The status code, 100 to 999.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The reason phrase; null for the usual one.</summary>
    public string? ReasonPhrase { get; init; }

    /// <summary>The headers in the order they are sent, Content-Type among them. Content-Length and Transfer-Encoding are the engine's: they are left out.</summary>
    public Header[] Headers { get; init; } = [];

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Writes a body that streams; <see cref="Body"/> is not used then, and no length is sent.</summary>
    public Func<Stream, CancellationToken, Task>? Writer { get; init; }

    /// <summary>The rules that the answer came from: the deciding one first, the contributing ones after it.</summary>
    public Rule[] Rules { get; init; } = [];

    /// <summary>How long to wait before it is sent; the effect has happened by then.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What to do to the connection instead of answering well.</summary>
    public ConnectionFault Fault { get; init; }

    /// <summary>The value of the header X-FakeJira-Rule: the ids of <see cref="Rules"/>, or the text that a mapping gave.</summary>
    public string RuleHeader
    {
        get => _ruleHeader ??= Rule.Join(Rules);
        init => _ruleHeader = value;
    }

    /// <summary>The value of the header X-FakeJira-Stub.</summary>
    internal string StubName { get; set; } = "";

    /// <summary>The first value of a header, or null.</summary>
    public string? Header(string name) => Array.Find(Headers, header => header.Is(name)) is { Name: not null } found ? found.Value : null;

    /// <summary>The body read as UTF-8.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Whether its body goes out. HTTP has no place for one with some statuses, after HEAD, and after a CONNECT that succeeded; the web server fails where it is given one all the same.</summary>
    internal bool HasBodyAfter(string method) => method != "HEAD" && HasLengthAfter(method);

    /// <summary>Whether the length of a body that does not go out does, as after HEAD.</summary>
    internal bool HasOnlyLengthAfter(string method) => method == "HEAD" && Fault == ConnectionFault.None && HasLengthAfter(method);

    private bool HasLengthAfter(string method) => Status is not (< 200 or 204 or 205 or 304) && (method != "CONNECT" || Status > 299);

    /// <summary>An answer with a text body.</summary>
    public static StubResponse Text(int status, string body, string contentType, params Rule[] rules) =>
        new() { Status = status, Headers = [new("Content-Type", contentType)], Body = Encoding.UTF8.GetBytes(body), Rules = rules };

    /// <summary>The answer as it is kept: of a long body only the beginning, so that what is kept is bounded.</summary>
    internal StubResponse Shrunk(int bodyLimit)
    {
        if (Body.Length <= bodyLimit)
        {
            return this;
        }

        var shrunk = With(body: Body[..bodyLimit].ToArray());
        shrunk.StubName = StubName;
        return shrunk;
    }

    /// <summary>What goes out before the connection is cut, and the length that was announced, where a fault spoils the body; null where none does.</summary>
    internal (ReadOnlyMemory<byte> Sent, long Announced)? Spoilt => Fault switch
    {
        ConnectionFault.CutBody => (Body[..(Body.Length / 2)], Body.Length),
        ConnectionFault.MalformedChunk => (Garbage, Garbage.Length * 4),
        _ => null,
    };

    /// <summary>The same answer with the half of its body that a fault leaves of it, which shows nobody its rules; a body that is not there cannot be cut or spoilt, so the connection is cut.</summary>
    internal StubResponse CutAfter(string method) => Fault switch
    {
        ConnectionFault.HalfBody => With(body: Body[..(Body.Length / 2)], rules: [], ruleHeader: RuleHeader, fault: ConnectionFault.None),
        ConnectionFault.CutBody when Body.IsEmpty => With(fault: ConnectionFault.Drop),
        ConnectionFault.CutBody or ConnectionFault.MalformedChunk when !HasBodyAfter(method) => With(fault: ConnectionFault.Drop),
        _ => this,
    };

    /// <summary>The same answer with other parts.</summary>
    public StubResponse With(int? status = null, Header[]? headers = null, ReadOnlyMemory<byte>? body = null, Rule[]? rules = null, string? ruleHeader = null, TimeSpan? delay = null, ConnectionFault? fault = null, Func<Stream, CancellationToken, Task>? writer = null) => new()
    {
        Status = status ?? Status,
        ReasonPhrase = status is null ? ReasonPhrase : null,
        Headers = headers ?? Headers,
        Body = body ?? Body,
        Writer = writer ?? (body is null ? Writer : null),
        Rules = rules ?? Rules,
        RuleHeader = ruleHeader ?? (rules is null ? RuleHeader : Rule.Join(rules)),
        Delay = delay ?? Delay,
        Fault = fault ?? Fault,
    };
}
