using System.Text;
using System.Xml.XPath;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Matching;

/// <summary>What matchers look at in a request, made when the first of them asks, once for all of them.</summary>
internal sealed class RequestContent(StubRequest request)
{
    private const double PrintableShare = 0.85;

    private bool _isTextKnown;
    private string? _text;
    private bool _isJsonKnown;
    private JToken? _json;
    private int? _fingerprint;
    private JsonForms? _forms;
    private QueryParameter[]? _form;
    private bool _isXmlKnown;
    private XPathDocument? _xml;
    private RequestParameters? _parameters;
    private IReadOnlyList<KeyValuePair<string, string>>? _cookies;

    /// <summary>Whose content it is, and whose time comparing takes.</summary>
    public StubRequest Request => request;

    /// <summary>The body; WireMock.Net does not look at that of a GET, HEAD, TRACE or CONNECT.</summary>
    public ReadOnlyMemory<byte> Bytes => request.Method.ToUpperInvariant() is "GET" or "HEAD" or "TRACE" or "CONNECT" ? default : request.Body;

    /// <summary>The body as text; null when there is none, or when it is not text.</summary>
    public string? Text
    {
        get
        {
            if (!_isTextKnown)
            {
                (_text, _isTextKnown) = (TextOf(Bytes.Span), true);
            }

            return _text;
        }
    }

    /// <summary>The body as JSON, whatever its Content-Type says; null when it is no object or array.</summary>
    public JToken? Json
    {
        get
        {
            if (!_isJsonKnown)
            {
                (_json, _isJsonKnown) = (Text is { } text ? ParseJson(text) : null, true);
            }

            return _json;
        }
    }

    /// <summary>What equal JSON bodies have in common.</summary>
    public int JsonFingerprint => _fingerprint ??= Json is { } json ? Matching.JsonFingerprint.Of(json) : 0;

    /// <summary>The body as paths look at it; null when it is no JSON.</summary>
    public JsonForms? JsonForms => _forms ??= Json is { } json ? new(json) : null;

    /// <summary>The body as a form; null when it is no text.</summary>
    public QueryParameter[]? Form => _form ??= Text is { } text ? QueryParameter.Parse(text) : null;

    /// <summary>The body as XML, whatever its Content-Type says; null when it is none.</summary>
    public XPathDocument? Xml
    {
        get
        {
            if (!_isXmlKnown)
            {
                (_xml, _isXmlKnown) = (Text is { } text ? XPathMatcher.Parse(text) : null, true);
            }

            return _xml;
        }
    }

    /// <summary>The parameters of the query as WireMock.Net splits them.</summary>
    public RequestParameters Parameters => _parameters ??= new(request.RawQuery);

    /// <summary>The cookies in the order they were sent, values percent-decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Cookies => _cookies ??=
    [
        .. request.Headers.Where(header => header.Is("Cookie"))
            .SelectMany(header => header.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(cookie => cookie.Split('=', 2))
            .Select(parts => new KeyValuePair<string, string>(parts[0], parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "")),
    ];

    /// <summary>A text that is a JSON object or array, as Newtonsoft.Json reads it; null for everything else.</summary>
    public static JToken? ParseJson(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (!(trimmed is ['{', .., '}'] or ['[', .., ']']))
        {
            return null;
        }

        using var reader = new BoundedJsonReader(text);
        try
        {
            var token = JToken.ReadFrom(reader);
            return reader.Read() ? null : token;
        }
        catch (Exception exception) when (exception is JsonException or OverflowException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Text is valid UTF-8 without NUL of which most can be printed.</summary>
    private static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes.Contains((byte)0) || !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var printable = 0;
        foreach (var letter in text)
        {
            printable += char.IsControl(letter) && letter is not ('\t' or '\r' or '\n') ? 0 : 1;
        }

        return printable > text.Length * PrintableShare ? text : null;
    }
}
