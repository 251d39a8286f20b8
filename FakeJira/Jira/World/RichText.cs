namespace FakeJira.Jira.World;

/// <summary>A description or a comment, which version 3 of the API speaks as a document and the others as text.</summary>
/// <param name="Text">What versions 2 and latest say.</param>
/// <param name="Document">The document as version 3 was given it, compact JSON; null when it was written as text.</param>
public sealed record RichText(string Text, string? Document = null)
{
    private const int LongestText = 32767;

    /// <summary>What a document says beside its text takes room, too.</summary>
    private const int LongestDocument = 8 * LongestText;

    /// <summary>Whether no issue and no comment takes it.</summary>
    public bool IsTooLong => Text.Length > LongestText || Document?.Length > LongestDocument;

    /// <summary>About how many bytes it takes.</summary>
    public long Size => 2L * (Text.Length + (Document?.Length ?? 0));

    /// <inheritdoc/>
    public override string ToString() => Text;
}
