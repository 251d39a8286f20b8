using System.Text.RegularExpressions;

namespace FakeJira.Stubs.Noting;

/// <summary>Takes out of requests what lets somebody in, for what is written to files.</summary>
internal static partial class Secrets
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "***";

    private const string Names = "token|access_token|refresh_token|id_token|apiToken|api_token|apiKey|api_key|jwt|password|secret|client_secret|authorization";

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

    /// <summary>A query or a form: <c>name=value</c>, joined by <c>&amp;</c>.</summary>
    public static string OfForm(string text) => FormValues().Replace(text, "$1" + Mask);

    /// <summary>A body, whether JSON or a form.</summary>
    public static string OfBody(string text) => text.Length == 0 || text.TrimStart() is ['{' or '[', ..] ? JsonValues().Replace(text, $"$1\"{Mask}\"") : OfForm(text);

    [GeneratedRegex("^(authorization|proxy-authorization|cookie|set-cookie|.*(token|secret|password|-key|apikey))$", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex HeaderNames();

    [GeneratedRegex($"((?:^|&)(?:{Names})=)[^&]*", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex FormValues();

    [GeneratedRegex($"(\"(?:{Names})\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"?", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex JsonValues();
}
