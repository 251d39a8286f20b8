using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace FakeJira.Stubs.Noting;

/// <summary>Takes out of requests what lets somebody in, for what is written to logs and files.</summary>
internal static class Secrets
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "***";

    /// <summary>Shorter ones are found in many texts that have nothing to do with them.</summary>
    private const int ShortestKnown = 4;

    /// <summary>Of a body that cannot be taken apart, and of cookies, so long a word may be the secret.</summary>
    private const int ShortestWord = 8;

    /// <summary>Answers that quote a request cut long values; so much of one is known again.</summary>
    private const int Quoted = 200;

    /// <summary>Each is looked for in every text, in all of its forms; a body can be full of them.</summary>
    private const int Most = 100;

    /// <summary>Where a name can begin in a pair of a form or in an address.</summary>
    private static readonly SearchValues<char> Before = SearchValues.Create("=?#;,/ \t\r\n");

    private static readonly char[] NoPartOfSecrets = [' ', '\t', '\r', '\n', '"', '\'', '<', '>', '{', '}', '[', ']', '(', ')', '=', ':', ';', ',', '&'];

    /// <summary>What no form has as it is: they are percent-encoded there.</summary>
    private static readonly SearchValues<char> NotOfForms = SearchValues.Create(" \t\r\n\"'<>{}");

    /// <summary>What Handlebars.Net writes as an entity.</summary>
    private static readonly SearchValues<char> HtmlEscaped = SearchValues.Create("&<>\"'`=");

    /// <summary>The value of a header; of credentials only their scheme, and of an address all but what is secret in its query.</summary>
    public static string OfHeader(Header header)
    {
        if (!IsSecret(header))
        {
            return OfForm(header.Value);
        }

        var space = header.Value.IndexOf(' ', StringComparison.Ordinal);
        return header.Is("Authorization") && space > 0 ? header.Value[..space] + " " + Mask : Mask;
    }

    /// <summary>A query, a form or an address: <c>name=value</c>, joined by <c>&amp;</c>; names may be percent-encoded.</summary>
    public static string OfForm(string text) => text.Contains('=', StringComparison.Ordinal) ? string.Join('&', text.Split('&').Select(pair => ValueAt(pair) is { } at ? pair[..at] + Mask : pair)) : text;

    /// <summary>A body: JSON, a form, or, where it cannot be taken apart surely, all of it as soon as a secret is mentioned.</summary>
    public static string OfBody(string text) => text.Length == 0 ? text
        : ReadJson(text) is { } json ? json.Text
        : IsForm(text) ? OfForm(text)
        : SecretName.IsIn(text) ? Mask
        : text;

    /// <summary>What a request let its sender in with, in every form in which an answer may repeat it; the longest first.</summary>
    public static IReadOnlyList<string> In(StubRequest request) => In(request.Headers, request.RawQuery, request.BodyText);

    /// <inheritdoc cref="In(StubRequest)"/>
    public static IReadOnlyList<string> In(Header[] headers, string query, string body)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var header in headers)
        {
            if (IsSecret(header))
            {
                var value = header.Value[(header.Value.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();
                found.UnionWith([header.Value, value, .. header.Is("Authorization") ? PasswordIn(value) : CookiesIn(header.Value)]);
            }
            else
            {
                found.UnionWith(ValuesIn(header.Value));
            }
        }

        found.UnionWith(ValuesIn(query));
        found.UnionWith(InBody(body));
        // Before their other forms are made, so that these push none of them out.
        found = [.. found.Where(value => value.Length >= ShortestKnown).OrderByDescending(value => value.Length).Take(Most)];
        found.UnionWith([.. found.Where(value => value.Length > Quoted).Select(value => value[..Quoted])]);
        found.UnionWith([.. found.Select(InHtml)]);
        found.UnionWith([.. found.SelectMany(InJson)]);
        return [.. found.OrderByDescending(value => value.Length)];
    }

    /// <summary>The secret values of a query, a form or an address: as they stand there, decoded, and encoded again.</summary>
    public static IEnumerable<string> ValuesIn(string form)
    {
        foreach (var pair in form.Contains('=', StringComparison.Ordinal) ? form.Split('&') : [])
        {
            if (ValueAt(pair) is { } at)
            {
                var plain = Uri.UnescapeDataString(pair[at..].Replace('+', ' '));
                yield return pair[at..];
                yield return plain;
                yield return Uri.EscapeDataString(plain);
            }
        }
    }

    /// <summary>A text without these secrets.</summary>
    public static string Without(string text, IReadOnlyList<string> secrets) => CutSecret.Without(secrets.Aggregate(text, (rest, secret) => rest.Replace(secret, Mask, StringComparison.Ordinal)), secrets);

    /// <summary>As templates repeat it: <c>{{…}}</c> makes it fit for HTML.</summary>
    private static string InHtml(string value) => value.AsSpan().IndexOfAny(HtmlEscaped) < 0 ? value : value
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#x27;", StringComparison.Ordinal).Replace("`", "&#x60;", StringComparison.Ordinal).Replace("=", "&#x3D;", StringComparison.Ordinal);

    /// <summary>As answers in JSON repeat it: some with as few escapes as there can be, some with as many.</summary>
    private static IEnumerable<string> InJson(string value) => [JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value), JavaScriptEncoder.Default.Encode(value)];

    private static IEnumerable<string> InBody(string body) => ReadJson(body) is { } json ? json.Values
        : IsForm(body) ? ValuesIn(body)
        : SecretName.IsIn(body) ? [body, .. body.Split(NoPartOfSecrets, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length >= ShortestWord)]
        : [];

    private static (string Text, IReadOnlyList<string> Values)? ReadJson(string body)
    {
        // A mark of the byte order is no white space, and no JSON either.
        var text = body.AsSpan().TrimStart("\uFEFF \t\r\n");
        return text is ['{' or '[', ..] ? SecretJson.Read(text.ToString()) : null;
    }

    private static bool IsForm(string body) => body.Contains('=', StringComparison.Ordinal) && body.AsSpan().IndexOfAny(NotOfForms) < 0;

    /// <summary>Where the first value with the name of a secret begins; what follows belongs to it or not, that cannot be known.</summary>
    private static int? ValueAt(string pair)
    {
        for (int from = 0, equals; (equals = pair.IndexOf('=', from)) >= 0; from = equals + 1)
        {
            var name = pair.AsSpan(from, equals - from);
            if (SecretName.Is(Uri.UnescapeDataString(name[(name.LastIndexOfAny(Before) + 1)..])))
            {
                return equals + 1;
            }
        }

        return null;
    }

    private static bool IsSecret(Header header) => header.Is("Cookie") || header.Is("Set-Cookie") || header.Name.EndsWith("-Key", StringComparison.OrdinalIgnoreCase) || SecretName.Is(header.Name);

    /// <summary>What cookies hold, each for itself, as it stands there and decoded; what is short in them is a setting, such as <c>true</c>.</summary>
    private static IEnumerable<string> CookiesIn(string value) =>
        value.Split(';').Select(cookie => cookie[(cookie.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim()).Where(cookie => cookie.Length >= ShortestWord).SelectMany(cookie => new[] { cookie, Uri.UnescapeDataString(cookie) });

    /// <summary>The password of Basic credentials.</summary>
    private static IEnumerable<string> PasswordIn(string credentials)
    {
        var bytes = new byte[credentials.Length];
        if (!Convert.TryFromBase64String(credentials, bytes, out var length))
        {
            return [];
        }

        var plain = Encoding.UTF8.GetString(bytes, 0, length);
        return [plain, plain[(plain.IndexOf(':', StringComparison.Ordinal) + 1)..]];
    }
}
