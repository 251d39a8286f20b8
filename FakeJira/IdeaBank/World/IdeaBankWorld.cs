using System.Collections.Immutable;

namespace FakeJira.IdeaBank.World;

/// <summary>The idea banks of one site. Immutable; knows no HTTP.</summary>
public sealed record IdeaBankWorld
{
    private const long BytesPerMegabyte = 1024 * 1024;

    /// <summary>A site without banks.</summary>
    public static IdeaBankWorld Empty { get; } = new();

    /// <summary>The switches.</summary>
    public IdeaBankSettings Settings { get; init; } = new();

    /// <summary>Banks by id.</summary>
    public ImmutableDictionary<string, Bank> Banks { get; init; } = ImmutableDictionary<string, Bank>.Empty;

    /// <summary>Sessions by token.</summary>
    public ImmutableDictionary<string, Session> Sessions { get; init; } = ImmutableDictionary<string, Session>.Empty;

    /// <summary>Tenants by API key.</summary>
    public ImmutableDictionary<string, string> ApiKeys { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Ids of banks by the ids of their proposals.</summary>
    public ImmutableDictionary<string, string> BankOfProposal { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>About how many bytes its banks and sessions take.</summary>
    public long Size { get; private init; }

    /// <summary>Whether there is room for so many bytes more.</summary>
    public bool HasRoomFor(long bytes) => Size + bytes <= Settings.Megabytes * BytesPerMegabyte;

    /// <summary>With a bank that is new or changed.</summary>
    public IdeaBankWorld With(Bank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        return this with { Banks = Banks.SetItem(bank.Id, bank), Size = Size + bank.Size - (Banks.GetValueOrDefault(bank.Id)?.Size ?? 0) };
    }

    /// <summary>With a bank that is new and has proposals already.</summary>
    public IdeaBankWorld WithFilled(Bank bank) =>
        With(bank) with { BankOfProposal = BankOfProposal.AddRange(bank.Numbered.Select(id => KeyValuePair.Create(id, bank.Id))) };

    /// <summary>With a session that is new or changed.</summary>
    public IdeaBankWorld With(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return this with { Sessions = Sessions.SetItem(session.Token, session), Size = Size + (Sessions.ContainsKey(session.Token) ? 0 : Session.Size) };
    }

    /// <summary>Without a bank: its panelists, sessions and proposals go with it.</summary>
    public IdeaBankWorld Without(Bank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        var sessions = Sessions.Values.Where(session => session.BankId == bank.Id).Select(session => session.Token).ToList();
        return this with
        {
            Banks = Banks.Remove(bank.Id),
            Sessions = Sessions.RemoveRange(sessions),
            BankOfProposal = BankOfProposal.RemoveRange(bank.Numbered),
            Size = Size - bank.Size - (sessions.Count * Session.Size),
        };
    }

    /// <summary>Without the sessions of a panelist, who stays.</summary>
    public IdeaBankWorld WithoutSessions(string bankId, string panelistId)
    {
        var sessions = Sessions.Values.Where(session => session.BankId == bankId && session.PanelistId == panelistId).Select(session => session.Token).ToList();
        return this with { Sessions = Sessions.RemoveRange(sessions), Size = Size - (sessions.Count * Session.Size) };
    }

    /// <summary>With an API key of a tenant.</summary>
    public IdeaBankWorld WithApiKey(string key, string tenant) => this with { ApiKeys = ApiKeys.SetItem(key, tenant) };

    /// <summary>With a proposal that is new in its bank.</summary>
    public IdeaBankWorld WithAdded(Proposal proposal, Bank bank) =>
        With(bank.With(proposal)) with { BankOfProposal = BankOfProposal.Add(proposal.Id, bank.Id) };
}
