using System.Text;

namespace FakeJira.Stubs.Noting;

/// <summary>Which names in queries, forms, JSON and headers are those of secrets: known by their ending, without regard to case, hyphens and the like.</summary>
internal static class SecretName
{
    private static readonly string[] Endings = ["token", "secret", "password", "passwd", "passphrase", "apikey", "accesskey", "secretkey", "privatekey", "jwt", "credential", "authorization"];

    /// <summary>Says where a list goes on and lets nobody in; whoever looks for a mistake in paging wants to see it.</summary>
    private const string Harmless = "pagetoken";

    public static bool Is(string name)
    {
        var plain = Plain(name);
        var one = plain.AsSpan().TrimEnd('s');
        if (one.EndsWith(Harmless, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var ending in Endings)
        {
            if (one.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text that cannot be taken apart surely has such a name anywhere, or may hide one behind escapes.</summary>
    public static bool IsIn(string text)
    {
        var plain = Plain(Uri.UnescapeDataString(text)).Replace(Harmless, "", StringComparison.Ordinal);
        return text.Contains("\\u", StringComparison.OrdinalIgnoreCase) || Array.Exists(Endings, ending => plain.Contains(ending, StringComparison.Ordinal));
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
