namespace FakeJira.Stubs;

/// <summary>
/// Something compiled that can be asked: a mapping, an operation, a callback of a test. Among those that match a request the best answers, in WireMock.Net's
/// order: lower <see cref="Priority"/>, then more <see cref="Details"/>, then higher <see cref="Probability"/>, then the later one.
/// </summary>
public abstract class Stub
{
    /// <summary>Identity in the admin API.</summary>
    public required Guid Id { get; init; }

    /// <summary>The value of the header X-FakeJira-Stub: file#index, the operation's name, or what the author said.</summary>
    public required string Name { get; init; }

    /// <summary>Lower wins. Users' mappings 0 unless they say otherwise, built-in mappings 900, operations 1000.</summary>
    public int Priority { get; init; }

    /// <summary>How many parts of a request it looks at: more of them is more specific.</summary>
    public int Details { get; init; }

    /// <summary>From 0 to 1: the chance that it takes part in the choice at all.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>When it was registered: later wins a tie.</summary>
    public long Order { get; init; }

    /// <summary>Under which paths the index files it; several are alternatives.</summary>
    public IReadOnlyList<PathKey> Paths { get; init; } = [PathKey.Any];

    /// <summary>Upper-case methods it answers, or null for any.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>The operation that a request must reach, or null when it does not care.</summary>
    public string? Operation { get; init; }

    /// <summary>About how many bytes it takes, where clients can add as many as they like.</summary>
    internal virtual long Size => 0;

    /// <summary>The whole check, method and path included. Has no effect.</summary>
    public abstract bool Matches(StubRequest request);

    /// <summary>Takes what can be taken only so often (a scenario step, one of Times); false when another request was faster. Called under the site's lock.</summary>
    public virtual bool TryClaim(StubRequest request) => true;

    /// <summary>Whether <see cref="TryClaim"/> has to be asked.</summary>
    public virtual bool NeedsClaim => false;

    /// <summary>Makes the answer.</summary>
    public abstract ValueTask<StubResponse> AnswerAsync(StubRequest request);

    /// <summary>The order in which stubs are asked.</summary>
    internal static Comparer<Stub> Asked { get; } = Comparer<Stub>.Create(Compare);

    /// <summary>Below zero when <paramref name="a"/> is asked before <paramref name="b"/>.</summary>
    public static int Compare(Stub a, Stub b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var order = a.Priority.CompareTo(b.Priority);
        order = order != 0 ? order : b.Details.CompareTo(a.Details);
        order = order != 0 ? order : b.Probability.CompareTo(a.Probability);
        return order != 0 ? order : b.Order.CompareTo(a.Order);
    }
}

/// <summary>A condition that every path of a stub fulfils; the index files by it, the stub still checks.</summary>
/// <param name="Text">The path, decoded: the whole of it, or its beginning. Compared without regard to case.</param>
/// <param name="IsWhole">Whether <paramref name="Text"/> is the whole path.</param>
public readonly record struct PathKey(string Text, bool IsWhole)
{
    /// <summary>No condition.</summary>
    public static PathKey Any { get; } = new("", false);

    /// <summary>The path is this.</summary>
    public static PathKey Whole(string path) => new(path, true);

    /// <summary>The path begins with this.</summary>
    public static PathKey StartsWith(string prefix) => new(prefix, false);
}
