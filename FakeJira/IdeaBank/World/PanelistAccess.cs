namespace FakeJira.IdeaBank.World;

/// <summary>What became of a tenant's wish to let a panelist in.</summary>
public enum AccessKind
{
    /// <summary>No API key, or one that is not known.</summary>
    UnknownKey,

    /// <summary>The tenant has no such bank for panelists.</summary>
    BankUnavailable,

    /// <summary>The site has no room for another panelist or session.</summary>
    Full,

    /// <summary>The session that there was.</summary>
    SessionGiven,

    /// <summary>A new session of a known panelist.</summary>
    SessionRenewed,

    /// <summary>The first session of a new panelist.</summary>
    PanelistAdded,
}

/// <summary>What became of it, and for whom.</summary>
public readonly record struct AccessOutcome(AccessKind Kind, Bank? Bank = null, Voter? Voter = null);

/// <summary>What a tenant gives to panelists: sessions.</summary>
public static class PanelistAccess
{
    /// <summary>The session of a panelist; a new one where there is none that is still good, and a new panelist where the id is not known.</summary>
    public static (IdeaBankWorld World, AccessOutcome Outcome) Give(IdeaBankWorld world, string? apiKey, string bankId, string panelistId, DateTimeOffset now, Func<ulong> chance)
    {
        if (apiKey is null || !world.ApiKeys.TryGetValue(apiKey, out var tenant))
        {
            return (world, new(AccessKind.UnknownKey));
        }

        if (!world.Banks.TryGetValue(bankId, out var bank) || bank.Tenant != tenant || !bank.IsForPanelists)
        {
            return (world, new(AccessKind.BankUnavailable));
        }

        var known = bank.Voters.GetValueOrDefault(panelistId);
        if (known?.PublicKey is { } token && !world.Sessions[token].HasExpired(now))
        {
            return (world, new(AccessKind.SessionGiven, bank, known));
        }

        if (!world.HasRoomFor(Session.Size + (known is null ? new Voter(panelistId).Size : 0)))
        {
            return (world, new(AccessKind.Full));
        }

        var (next, voter) = WithSession(world, bank, known ?? new Voter(panelistId), $"ses{chance():x16}", null);
        return (next, new(known is null ? AccessKind.PanelistAdded : AccessKind.SessionRenewed, bank, voter));
    }

    /// <summary>With a session of a panelist, who may be new.</summary>
    public static (IdeaBankWorld World, Voter Voter) WithSession(IdeaBankWorld world, Bank bank, Voter voter, string session, DateTimeOffset? expiresAt)
    {
        var token = Session.TokenOf(bank.Tenant, bank.Id, session);
        var next = voter with { PublicKey = token };
        return (world.With(bank.With(next)).With(new Session(token, bank.Id, voter.Id, expiresAt)), next);
    }
}
