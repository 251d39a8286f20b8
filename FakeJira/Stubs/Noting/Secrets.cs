using System.Text;
using System.Text.RegularExpressions;

namespace FakeJira.Stubs.Noting;

/// <summary>Takes out of requests what lets somebody in, for what is written to logs and files.</summary>
internal static partial class Secrets
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "***";

    /// <summary>Shorter ones are found in many texts that have nothing to do with them.</summary>
    private const int ShortestKnown = 4;

    /// <summary>Answers that quote a request cut long values; so much of one is known again.</summary>
    private const int Quoted = 200;

    /// <summary>Each is looked for in every text; a body can be full of them.</summary>
    private const int Most = 100;

    private const string Names = "token|access_token|refresh_token|id_token|apiToken|api_token|apiKey|api_key|jwt|password|os_password|secret|client_secret|authorization";

    /// <summary>The value of a header; of credentials only their scheme.</summary>
    public static string OfHeader(Header header)
    {
        if (!HeaderNames().IsMatch(header.Name))
        {
            return header.Value;
        }

        var space = header.Value.IndexOf(' ', StringComparison.Ordinal);
        return header.Is("Authorization") && space > 0 ? header.Value[..space] + " " + Mask : Mask;
    }

    /// <summary>A query or a form: <c>name=value</c>, joined by <c>&amp;</c>; names may be percent-encoded.</summary>
    public static string OfForm(string text) => text.Contains('=', StringComparison.Ordinal) ? string.Join('&', text.Split('&').Select(OfPair)) : text;

    /// <summary>A body, whether JSON or a form.</summary>
    public static string OfBody(string text) => text.Length == 0 || text.TrimStart() is ['{' or '[', ..] ? JsonValues().Replace(text, $"${{before}}\"{Mask}\"") : OfForm(text);

    /// <summary>What a request let its sender in with, in every form in which an answer may repeat it; the longest first.</summary>
    public static IReadOnlyList<string> In(StubRequest request)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var header in request.Headers.Where(header => HeaderNames().IsMatch(header.Name)))
        {
            var value = header.Value[(header.Value.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim();
            found.UnionWith([header.Value, value, .. header.Is("Authorization") ? PasswordIn(value) : []]);
        }

        found.UnionWith(ValuesIn(request.RawQuery));
        found.UnionWith(request.BodyText.TrimStart() is ['{' or '[', ..] body ? JsonValues().Matches(body).Select(match => match.Groups["value"].Value) : ValuesIn(request.BodyText));
        found.UnionWith([.. found.Where(value => value.Length > Quoted).Select(value => value[..Quoted])]);
        return [.. found.Where(value => value.Length >= ShortestKnown).OrderByDescending(value => value.Length).Take(Most)];
    }

    /// <summary>A text without these secrets.</summary>
    public static string Without(string text, IReadOnlyList<string> secrets) => secrets.Aggregate(text, (rest, secret) => rest.Replace(secret, Mask, StringComparison.Ordinal));

    private static string OfPair(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals >= 0 && ValueNames().IsMatch(Uri.UnescapeDataString(pair[..equals])) ? pair[..(equals + 1)] + Mask : pair;
    }

    private static IEnumerable<string> ValuesIn(string form) =>
        QueryParameter.Parse(form).Where(parameter => ValueNames().IsMatch(parameter.Name)).SelectMany(parameter => new[] { parameter.Value, Uri.EscapeDataString(parameter.Value) });

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

    [GeneratedRegex("^(authorization|proxy-authorization|cookie|set-cookie|.*(token|secret|password|-key|apikey))$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex HeaderNames();

    [GeneratedRegex($"^({Names})$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex ValueNames();

    [GeneratedRegex($"(?<before>\"(?:{Names})\"\\s*:\\s*)\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex JsonValues();
}
