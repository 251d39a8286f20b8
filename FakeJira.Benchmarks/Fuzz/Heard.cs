namespace FakeJira.Benchmarks.Fuzz;

/// <summary>What came back for bytes that were sent.</summary>
/// <param name="Text">The answer, or what there is of it; Latin-1.</param>
/// <param name="IsOver">The server has closed the connection in order: nothing is lost on the way.</param>
/// <param name="WasLeft">Our side was closed before an answer was whole: what is missing was not waited for.</param>
internal sealed record Heard(string Text, bool IsOver, bool WasLeft)
{
    /// <summary>Longer ones are not read to their end.</summary>
    private const int Enough = 1024 * 1024;

    private const string Interim = "HTTP/1.1 100 ";

    /// <summary>What is wrong with it, or null.</summary>
    /// <param name="sent">The bytes that were sent.</param>
    /// <param name="isSpoilt">A fault that somebody asked for has cut it.</param>
    public string? Wrong(string sent, bool isSpoilt) =>
        Text.Length > 0 && !Text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) ? $"Not an answer: {Text}"
        : Text.StartsWith("HTTP/1.1 500", StringComparison.Ordinal) && !Text.Contains("X-FakeJira-", StringComparison.OrdinalIgnoreCase) ? Text // Nobody in the engine made it: the answer could not be written.
        : WasLeft || isSpoilt || IsWhole(SentBytes.AskForHead(sent)) ? null
        : Text.Length > 0 ? $"An answer that is cut: {Text}"
        : SentBytes.AreAll(sent) ? "No answer."
        : null;

    /// <summary>Whether nothing is missing. Of a stream of events that is its head: it goes on for as long as somebody listens.</summary>
    /// <param name="isHead">Only a head was asked for.</param>
    public bool IsWhole(bool isHead)
    {
        var text = Text;
        while (text.StartsWith(Interim, StringComparison.Ordinal) && text.IndexOf(Framing.HeadEnd, StringComparison.Ordinal) is >= 0 and var over)
        {
            text = text[(over + Framing.HeadEnd.Length)..];
        }

        var end = text.IndexOf(Framing.HeadEnd, StringComparison.Ordinal);
        if (end < 0 || text.StartsWith(Interim, StringComparison.Ordinal))
        {
            return false;
        }

        var (head, body) = (text[..end], text[(end + Framing.HeadEnd.Length)..]);
        return isHead || text.Length > Enough
            || head.StartsWith("HTTP/1.1 204", StringComparison.Ordinal) || head.StartsWith("HTTP/1.1 304", StringComparison.Ordinal)
            || Framing.Values(head, "Content-Type") is ["text/event-stream"]
            || (Framing.IsChunked(head) ? Framing.AreChunksOver(body) : Framing.Length(head) is { } length ? body.Length >= length : IsOver);
    }
}
