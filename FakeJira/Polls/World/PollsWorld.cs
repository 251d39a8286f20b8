using System.Collections.Immutable;

namespace FakeJira.Polls.World;

/// <summary>Everything that a site knows of polls. Immutable.</summary>
internal sealed record PollsWorld
{
    public static PollsWorld Empty { get; } = new();

    public ImmutableSortedDictionary<string, Installation> Installations { get; init; } = ImmutableSortedDictionary.Create<string, Installation>(StringComparer.Ordinal);

    public PollsSettings Settings { get; init; } = new();

    public Installation? Find(string endpointId) => Installations.GetValueOrDefault(endpointId);

    /// <summary>Adds the installation, or puts it in the place of the one at its endpoint.</summary>
    public PollsWorld With(Installation installation) => this with { Installations = Installations.SetItem(installation.EndpointId, installation) };
}
