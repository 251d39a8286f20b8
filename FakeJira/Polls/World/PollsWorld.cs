using System.Collections.Immutable;

namespace FakeJira.Polls.World;

/// <summary>Everything that a site knows of polls. Immutable.</summary>
internal sealed record PollsWorld
{
    private const long BytesPerMegabyte = 1024 * 1024;

    public static PollsWorld Empty { get; } = new();

    public ImmutableSortedDictionary<string, Installation> Installations { get; init; } = ImmutableSortedDictionary.Create<string, Installation>(StringComparer.Ordinal);

    public PollsSettings Settings { get; init; } = new();

    /// <summary>About how many bytes its polls take.</summary>
    public long Size { get; private init; }

    /// <summary>Whether there is room for a poll, in the place of another if there is one.</summary>
    public bool HasRoomFor(Poll poll, Poll? instead = null) => Size + poll.Size - (instead?.Size ?? 0) <= Settings.Megabytes * BytesPerMegabyte;

    public Installation? Find(string endpointId) => Installations.GetValueOrDefault(endpointId);

    /// <summary>Without an installation, its tokens and polls.</summary>
    public PollsWorld Without(Installation installation) => this with { Installations = Installations.Remove(installation.EndpointId), Size = Size - installation.Size };

    /// <summary>Adds the installation, or puts it in the place of the one at its endpoint.</summary>
    public PollsWorld With(Installation installation) => this with
    {
        Installations = Installations.SetItem(installation.EndpointId, installation),
        Size = Size + installation.Size - (Find(installation.EndpointId)?.Size ?? 0),
    };
}
