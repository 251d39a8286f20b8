namespace FakeJira.IdeaBank.World;

/// <summary>Why a panelist is not let in, in the order in which it is checked.</summary>
public enum Refusal
{
    /// <summary>No token, or one that is not known.</summary>
    UnknownToken,

    /// <summary>The session is over.</summary>
    TokenExpired,

    /// <summary>The bank is not for panelists.</summary>
    BankUnavailable,

    /// <summary>The panelist may not do this.</summary>
    NotAllowed,
}

/// <summary>A panelist in front of a bank, or why not.</summary>
/// <param name="Refusal">Null for a panelist who is let in.</param>
/// <param name="Bank">Null when refused.</param>
/// <param name="Voter">Null when refused.</param>
public readonly record struct Admission(Refusal? Refusal, Bank Bank, Voter Voter)
{
    /// <summary>What the panelist may do.</summary>
    public Capabilities Capabilities => Bank.CapabilitiesOf(Voter);

    /// <summary>Lets the panelist of a token in.</summary>
    public static Admission Of(IdeaBankWorld world, string? token, DateTimeOffset now)
    {
        if (token is null || !world.Sessions.TryGetValue(token, out var session))
        {
            return Refused(World.Refusal.UnknownToken);
        }

        if (session.HasExpired(now))
        {
            return Refused(World.Refusal.TokenExpired);
        }

        var bank = world.Banks[session.BankId];
        return bank.IsForPanelists ? new(null, bank, bank.Voters[session.PanelistId]) : Refused(World.Refusal.BankUnavailable);
    }

    /// <summary>The same for something that only some may do.</summary>
    public static Admission Of(IdeaBankWorld world, string? token, DateTimeOffset now, Func<Capabilities, bool> isAllowed)
    {
        ArgumentNullException.ThrowIfNull(isAllowed);
        var admission = Of(world, token, now);
        return admission.Refusal is null && !isAllowed(admission.Capabilities) ? Refused(World.Refusal.NotAllowed) : admission;
    }

    private static Admission Refused(Refusal refusal) => new(refusal, null!, null!);
}
