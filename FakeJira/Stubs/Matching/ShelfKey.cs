namespace FakeJira.Stubs.Matching;

/// <summary>Which kind of text a stub is filed by.</summary>
internal enum ShelfKind
{
    /// <summary>The whole path.</summary>
    Path,

    /// <summary>What the path begins with; nothing for any path.</summary>
    Beginning,

    /// <summary>The name of the operation.</summary>
    Operation,
}

/// <summary>What stubs are filed by. Compared without regard to case.</summary>
/// <param name="Kind">What the text is.</param>
/// <param name="Text">Begins with the text.</param>
/// <param name="Length">How much of it is meant, so that looking for the beginning of a path copies nothing.</param>
internal readonly record struct ShelfKey(ShelfKind Kind, string Text, int Length)
{
    /// <summary>Compares what is meant.</summary>
    public static IEqualityComparer<ShelfKey> Comparer { get; } = EqualityComparer<ShelfKey>.Create(
        (a, b) => a.Kind == b.Kind && a.Meant.Equals(b.Meant, StringComparison.OrdinalIgnoreCase),
        key => HashCode.Combine(key.Kind, string.GetHashCode(key.Meant, StringComparison.OrdinalIgnoreCase)));

    private ReadOnlySpan<char> Meant => Text.AsSpan(0, Length);

    /// <summary>Where a stub is filed.</summary>
    public static IEnumerable<ShelfKey> Of(Stub stub)
    {
        IEnumerable<(ShelfKind Kind, string Text)> texts = stub.Operation is { } operation
            ? [(ShelfKind.Operation, operation)]
            : stub.Paths.Select(path => (path.IsWhole ? ShelfKind.Path : ShelfKind.Beginning, path.Text));
        return texts.Select(text => new ShelfKey(text.Kind, text.Text, text.Text.Length)).Distinct(Comparer);
    }
}
