namespace FakeJira.Polls.World;

/// <summary>The polls of one place. A change costs the same whether there are ten or ten thousand; they are put in order when they are asked for.</summary>
internal sealed class PollList
{
    private readonly PollsById _byId;
    private Poll[]? _inOrder;

    private PollList(PollsById byId) => _byId = byId;

    public static PollList Empty { get; } = new(PollsById.Empty(id => id.GetHashCode(StringComparison.Ordinal)));

    public int Count => _byId.Count;

    /// <summary>In the order they were made.</summary>
    public IReadOnlyList<Poll> Polls => _inOrder ??= [.. _byId.All.OrderBy(poll => poll.Number)];

    public Poll? Find(string id) => _byId.Find(id);

    /// <summary>At the end: its number is higher than any so far, and there is no poll of that id.</summary>
    public PollList Add(Poll poll) => new(_byId.With(poll));

    /// <summary>In the place of the poll that has its id and number.</summary>
    public PollList Replace(Poll poll) => new(_byId.With(poll));

    public PollList Remove(string id) => new(_byId.Without(id));
}
