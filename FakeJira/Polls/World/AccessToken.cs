using System.Collections.Immutable;

namespace FakeJira.Polls.World;

/// <summary>What a client shows to be let in. It never expires; revoking removes it.</summary>
/// <param name="Value">What is sent as <c>token</c>.</param>
/// <param name="Workspaces">The workspaces it is good for, or null for any.</param>
internal sealed record AccessToken(string Value, ImmutableSortedSet<string>? Workspaces)
{
    public bool IsGoodFor(string workspace) => Workspaces is null || Workspaces.Contains(workspace);

    public static ImmutableSortedSet<string>? Scope(IEnumerable<string>? workspaces) => workspaces?.ToImmutableSortedSet(StringComparer.Ordinal);
}
