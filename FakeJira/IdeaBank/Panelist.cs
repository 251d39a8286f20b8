using FakeJira.Stubs;

namespace FakeJira.IdeaBank;

/// <summary>A panelist as a test holds it: signs clients in; equal by bank and id, whatever the session.</summary>
/// <param name="BankId">The bank.</param>
/// <param name="Id">The tenant's own id of the panelist.</param>
/// <param name="PublicKey">The token: tenant, bank and session, joined by colons.</param>
public sealed record Panelist(string BankId, string Id, string PublicKey) : Caller
{
    /// <summary>The token itself, without a scheme.</summary>
    public override string Authorization => PublicKey;

    /// <inheritdoc/>
    public bool Equals(Panelist? other) => other is not null && other.BankId == BankId && other.Id == Id;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(BankId, Id);

    /// <inheritdoc/>
    public override string ToString() => $"{Id} of {BankId}";
}

/// <summary>An idea bank as a test holds it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="ApiKey">The tenant's key for the header X-API-Key.</param>
public sealed record VotitoBank(string Id, string Tenant, string ApiKey)
{
    /// <inheritdoc/>
    public override string ToString() => Id;
}

/// <summary>A proposal as a test holds it.</summary>
/// <param name="Id">For example p-abc123.</param>
/// <param name="Title">One line.</param>
public sealed record VotitoProposal(string Id, string Title)
{
    /// <inheritdoc/>
    public override string ToString() => Id;
}
