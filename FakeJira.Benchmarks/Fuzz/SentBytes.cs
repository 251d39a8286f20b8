namespace FakeJira.Benchmarks.Fuzz;

/// <summary>What was sent, as far as it says which answer has to come.</summary>
internal static class SentBytes
{
    /// <summary>Whether they ask for no body.</summary>
    public static bool AskForHead(string bytes) => bytes.StartsWith("HEAD ", StringComparison.Ordinal);

    /// <summary>
    /// Whether there is nothing left that a server could wait for: head and body are there, or a head that says of its body what cannot be. An answer has to come
    /// then, be it a 400. Bytes without the end of a head are no request, and a request whose body never came may be left unanswered.
    /// </summary>
    public static bool AreAll(string bytes)
    {
        var end = bytes.IndexOf(Framing.HeadEnd, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var (head, body) = (bytes[..end], bytes[(end + Framing.HeadEnd.Length)..]);
        return Framing.IsChunked(head) ? Framing.AreChunksOver(body) : Framing.Length(head) is not { } length || body.Length >= length;
    }
}
