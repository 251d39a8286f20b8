using System.Text;
using FakeJira.Polls.Bodies;

namespace FakeJira.Polls.World;

/// <summary>One poll as it is stored. Immutable.</summary>
public sealed class Poll
{
    private const long OwnSize = 1024;
    private PollOutline? _outline;

    /// <param name="number">Higher than that of any poll that was made before, so that order survives deletion.</param>
    /// <param name="id">Its id.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="results">What was voted; null for nothing.</param>
    internal Poll(long number, string id, PollBody body, PollResults? results = null)
        : this(number, id, body.WithId(id), body.Outline, results ?? PollResults.None)
    {
    }

    private Poll(long number, string id, ReadOnlyMemory<byte> json, PollOutline? outline, PollResults results) => (Number, Id, Utf8, _outline, Results) = (number, id, json, outline, results);

    /// <summary>A version 4 UUID, unless a test said otherwise.</summary>
    public string Id { get; }

    /// <summary>The title; empty when the client sent none, or none that is a text.</summary>
    public string Title => Outline.Title;

    /// <summary>The options that are objects, in the order they were sent.</summary>
    public IReadOnlyList<PollOption> Options => Outline.Options;

    /// <summary>What was voted.</summary>
    public PollResults Results { get; }

    /// <summary>The poll as clients get it, without results.</summary>
    public string Json => Encoding.UTF8.GetString(Utf8.Span);

    /// <summary>Few polls are ever asked for it, so it is read then.</summary>
    private PollOutline Outline => _outline ??= PollOutline.Of(Utf8);

    /// <summary>About how many bytes it takes: what was sent, what is answered, and what is kept beside them.</summary>
    internal long Size => OwnSize + (2L * Utf8.Length);

    /// <summary>Written once, however often it is sent.</summary>
    internal ReadOnlyMemory<byte> Utf8 { get; }

    /// <summary>Says when it was made.</summary>
    internal long Number { get; }

    internal Poll With(PollResults results) => new(Number, Id, Utf8, _outline, results);

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Title}";
}

/// <summary>One thing to vote for.</summary>
/// <param name="Id">As the client sent it; empty when it sent none.</param>
/// <param name="Title">As the client sent it; empty when it sent none.</param>
/// <param name="Order">As the client sent it; the place in the list when it sent no whole number.</param>
public sealed record PollOption(string Id, string Title, int Order);
