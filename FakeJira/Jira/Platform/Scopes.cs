using System.Collections.Immutable;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Platform;

/// <summary>What a token must be allowed: the classic scope, or every granular one.</summary>
/// <param name="Classic">For example read:jira-work; empty where any token will do, or where there is no classic one.</param>
/// <param name="Granular">For example read:issue.vote:jira.</param>
internal sealed record Scopes(string Classic, params string[] Granular)
{
    /// <summary>Any token will do.</summary>
    public static Scopes None { get; } = new("");

    /// <summary>The classic scopes that operations ask for: what a token may do that may do everything.</summary>
    public static ImmutableHashSet<string> EveryClassic { get; } = ["manage:jira-configuration", "manage:jira-project", "read:jira-user", "read:jira-work", "write:jira-work"];

    public bool AreGrantedTo(Token? token) =>
        token?.Scopes is not { } scopes || scopes.Contains(Classic) || ((Granular.Length > 0 || Classic.Length == 0) && Array.TrueForAll(Granular, scopes.Contains));

    public override string ToString() => string.Join(", or ", new[] { Quoted(Classic), string.Join(" ", Granular.Select(Quoted)) }.Where(text => text.Length > 0));

    private static string Quoted(string scope) => scope.Length == 0 ? "" : $"`{scope}`";
}
