using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FakeJira.Jira.Search.Fields;

namespace FakeJira.Jira.Search;

/// <summary>
/// Where a result was left, for the next page: the standing of the last issue, not a count of issues, so that what comes and goes in between neither
/// repeats nor hides others.
/// </summary>
internal static class PageToken
{
    private const int ChecksumLength = 8;

    // The vendor's reference: a token expires in seven days.
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public static string Write(string jql, Standing last, DateTimeOffset now)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Fingerprint(jql)}\n{now.UtcTicks}\n{last.Id}");
        foreach (var value in last.Values)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{(value.IsEmpty ? 1 : 0)}\n{value.Number}\n{Uri.EscapeDataString(value.Text)}");
        }

        var content = Encoding.UTF8.GetBytes(text.ToString());
        return Base64Url.EncodeToString([.. SHA256.HashData(content).AsSpan(0, ChecksumLength), .. content]);
    }

    /// <summary>What is in a token; null when it is not ours or too old.</summary>
    public static string[]? Open(string token, DateTimeOffset now)
    {
        if (!Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token) is not { Length: > ChecksumLength } bytes)
        {
            return null;
        }

        var (checksum, content) = (bytes.AsMemory(0, ChecksumLength), bytes.AsMemory(ChecksumLength));
        var parts = Encoding.UTF8.GetString(content.Span).Split('\n');
        return SHA256.HashData(content.Span).AsSpan(0, ChecksumLength).SequenceEqual(checksum.Span) && parts.Length >= 3 && Number(parts[1], out var ticks) && now.UtcTicks - ticks <= Lifetime.Ticks ? parts : null;
    }

    /// <summary>The standing that an opened token names; null when it is of another query.</summary>
    public static Standing? Read(string[] parts, string jql, int keys)
    {
        if (parts.Length != 3 + (3 * keys) || parts[0] != Fingerprint(jql) || !Number(parts[2], out var id))
        {
            return null;
        }

        var values = new SortValue[keys];
        for (var key = 0; key < keys; key++)
        {
            var at = 3 + (3 * key);
            if (!Number(parts[at + 1], out var number))
            {
                return null;
            }

            values[key] = new(Uri.UnescapeDataString(parts[at + 2]), number, parts[at] == "1");
        }

        return new(values, id);
    }

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static string Fingerprint(string jql) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(jql)).AsSpan(0, ChecksumLength));
}
