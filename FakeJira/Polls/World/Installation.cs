using System.Collections.Immutable;

namespace FakeJira.Polls.World;

/// <summary>The app on one product, reached at one endpoint: its tokens and its polls.</summary>
internal sealed record Installation(string EndpointId, PollProduct Product)
{
    private ImmutableDictionary<PollPlace, PollList> Places { get; init; } = ImmutableDictionary<PollPlace, PollList>.Empty;

    public ImmutableSortedDictionary<string, AccessToken> Tokens { get; init; } = ImmutableSortedDictionary.Create<string, AccessToken>(StringComparer.Ordinal);

    /// <summary>The number for the poll that is made next.</summary>
    public long NextNumber { get; private init; } = 1;

    /// <summary>About how many bytes its polls take.</summary>
    public long Size { get; private init; }

    /// <summary>Every poll with its place, in the order they were made.</summary>
    public IEnumerable<(PollPlace Place, Poll Poll)> Polls =>
        Places.SelectMany(place => place.Value.Polls.Select(poll => (Place: place.Key, Poll: poll))).OrderBy(entry => entry.Poll.Number);

    public PollList At(PollPlace place) => Places.GetValueOrDefault(place, PollList.Empty);

    /// <summary>The place of a poll and the poll itself, wherever it is.</summary>
    public (PollPlace Place, Poll Poll)? Find(string pollId)
    {
        foreach (var (place, polls) in Places)
        {
            if (polls.Find(pollId) is { } poll)
            {
                return (place, poll);
            }
        }

        return null;
    }

    /// <summary>With what was voted on a poll, wherever it is; null when there is no such poll.</summary>
    public Installation? WithResults(string pollId, PollResults results) =>
        Find(pollId) is ({ } place, { } poll) ? Replace(place, poll.With(results)) : null;

    public Installation Add(PollPlace place, Poll poll) => this with { NextNumber = poll.Number + 1, Size = Size + poll.Size, Places = Places.SetItem(place, At(place).Add(poll)) };

    public Installation Replace(PollPlace place, Poll poll) => this with { Size = Size + poll.Size - At(place).Find(poll.Id)!.Size, Places = Places.SetItem(place, At(place).Replace(poll)) };

    public Installation Remove(PollPlace place, string pollId) =>
        this with { Size = Size - At(place).Find(pollId)!.Size, Places = At(place).Remove(pollId) is { Count: > 0 } rest ? Places.SetItem(place, rest) : Places.Remove(place) };

    public Installation With(AccessToken token) => this with { Tokens = Tokens.SetItem(token.Value, token) };
}
