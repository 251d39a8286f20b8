using System.Collections.Immutable;

namespace FakeJira.Polls.World;

/// <summary>The polls of one place, in the order they were made. Every step costs the same whether there are ten or ten thousand.</summary>
internal sealed class PollList
{
    private readonly ImmutableSortedDictionary<long, Poll> _byNumber;
    private readonly ImmutableDictionary<string, long> _numberOf;

    private PollList(ImmutableSortedDictionary<long, Poll> byNumber, ImmutableDictionary<string, long> numberOf) => (_byNumber, _numberOf) = (byNumber, numberOf);

    public static PollList Empty { get; } = new(ImmutableSortedDictionary<long, Poll>.Empty, ImmutableDictionary.Create<string, long>(StringComparer.Ordinal));

    public int Count => _byNumber.Count;

    public IEnumerable<Poll> Polls => _byNumber.Values;

    /// <summary>With the number that says when each was made.</summary>
    public IEnumerable<KeyValuePair<long, Poll>> Numbered => _byNumber;

    public Poll? Find(string id) => _numberOf.TryGetValue(id, out var number) ? _byNumber[number] : null;

    /// <summary>At the end; <paramref name="number"/> is higher than any so far, and there is no poll of that id.</summary>
    public PollList Add(long number, Poll poll) => new(_byNumber.Add(number, poll), _numberOf.Add(poll.Id, number));

    /// <summary>In the place of the poll that has its id.</summary>
    public PollList Replace(Poll poll) => new(_byNumber.SetItem(_numberOf[poll.Id], poll), _numberOf);

    public PollList Remove(string id) => new(_byNumber.Remove(_numberOf[id]), _numberOf.Remove(id));
}
