namespace FakeJira.Stubs.Noting;

/// <summary>Secrets of which a message shows only how they begin, because it cuts what it quotes.</summary>
internal static class CutSecret
{
    /// <summary>Nothing that is quoted is longer, not even in the escapes of JSON.</summary>
    private const int Longest = 1200;

    /// <summary>Fewer characters are the beginning of many words.</summary>
    private const int Shortest = 4;

    /// <summary>A message has a few of them; an answer that is full of them is no message.</summary>
    private const int MostCuts = 100;

    /// <summary>How a message shows that it goes on, also within JSON.</summary>
    private static readonly string[] Marks = ["…", "\\u2026"];

    /// <summary>A text without what of these secrets stands in front of such a mark.</summary>
    public static string Without(string text, IReadOnlyList<string> secrets)
    {
        foreach (var mark in secrets.Count > 0 ? Marks : [])
        {
            for (int at = text.IndexOf(mark, StringComparison.Ordinal), cuts = 0; at >= 0 && cuts < MostCuts; at = text.IndexOf(mark, at + mark.Length, StringComparison.Ordinal), cuts++)
            {
                var length = LengthAtTheEnd(text.AsSpan(Math.Max(0, at - Longest), Math.Min(at, Longest)), secrets);
                if (length > 0)
                {
                    text = text[..(at - length)] + Secrets.Mask + text[at..];
                    at += Secrets.Mask.Length - length;
                }
            }
        }

        return text;
    }

    private static int LengthAtTheEnd(ReadOnlySpan<char> text, IReadOnlyList<string> secrets)
    {
        for (var from = 0; from <= text.Length - Shortest; from++)
        {
            foreach (var secret in secrets)
            {
                if (secret.AsSpan().StartsWith(text[from..], StringComparison.Ordinal))
                {
                    return text.Length - from;
                }
            }
        }

        return 0;
    }
}
