using System.Text;
using FakeJira.Stubs;

namespace FakeJira.Jira;

/// <summary>A user as a test holds it; equal by account id.</summary>
/// <param name="AccountId">For example <c>712020:</c> and a UUID.</param>
/// <param name="DisplayName">First and last name.</param>
/// <param name="Email">The name for Basic.</param>
/// <param name="ApiToken">The password for Basic; empty when the user has none.</param>
public sealed record JiraUser(string AccountId, string DisplayName, string Email, string ApiToken) : Caller
{
    /// <inheritdoc/>
    public override string Authorization => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Email}:{ApiToken}"));

    /// <inheritdoc/>
    public bool Equals(JiraUser? other) => other is not null && other.AccountId == AccountId;

    /// <inheritdoc/>
    public override int GetHashCode() => AccountId.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{DisplayName} ({AccountId})";
}

/// <summary>An OAuth access token, for paths under <c>/ex/jira/{cloudId}</c>.</summary>
/// <param name="Value">The token itself.</param>
/// <param name="User">Whose it is.</param>
public sealed record JiraAccessToken(string Value, JiraUser User) : Caller
{
    /// <inheritdoc/>
    public override string Authorization => "Bearer " + Value;

    /// <inheritdoc/>
    public override string ToString() => $"an access token of {User}";
}

/// <summary>An issue as a test holds it.</summary>
/// <param name="Id">Its number, as text.</param>
/// <param name="Key">For example MKY-1.</param>
public sealed record JiraIssue(string Id, string Key)
{
    /// <inheritdoc/>
    public override string ToString() => Key;
}
