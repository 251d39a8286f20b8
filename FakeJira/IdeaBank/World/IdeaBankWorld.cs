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

    /// <summary>Tokens by bank and panelist: who looks for the sessions of one does not look through those of all.</summary>
    private ImmutableDictionary<(string BankId, string PanelistId), ImmutableHashSet<string>> TokensOf { get; init; } = ImmutableDictionary<(string, string), ImmutableHashSet<string>>.Empty;

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
        var rest = Sessions.TryGetValue(session.Token, out var before) ? Without(before) : this;
        var owner = (session.BankId, session.PanelistId);
        return rest with
        {
            Sessions = rest.Sessions.Add(session.Token, session),
            TokensOf = rest.TokensOf.SetItem(owner, (rest.TokensOf.GetValueOrDefault(owner) ?? []).Add(session.Token)),
            Size = rest.Size + Session.Size,
        };
    }

    /// <summary>Without a bank: its panelists, sessions and proposals go with it.</summary>
    public IdeaBankWorld Without(Bank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);
        var rest = bank.Voters.Keys.Aggregate(this, (world, panelistId) => world.WithoutSessions(bank.Id, panelistId));
        return rest with { Banks = Banks.Remove(bank.Id), BankOfProposal = BankOfProposal.RemoveRange(bank.Numbered), Size = rest.Size - bank.Size };
    }

    /// <summary>Without the sessions of a panelist, who stays.</summary>
    public IdeaBankWorld WithoutSessions(string bankId, string panelistId) =>
        (TokensOf.GetValueOrDefault((bankId, panelistId)) ?? []).Aggregate(this, (world, token) => world.Without(world.Sessions[token]));

    /// <summary>With an API key of a tenant.</summary>
    public IdeaBankWorld WithApiKey(string key, string tenant) => this with { ApiKeys = ApiKeys.SetItem(key, tenant) };

    /// <summary>With a proposal that is new in its bank.</summary>
    public IdeaBankWorld WithAdded(Proposal proposal, Bank bank) =>
        With(bank.WithAdded(proposal)) with { BankOfProposal = BankOfProposal.Add(proposal.Id, bank.Id) };

    private IdeaBankWorld Without(Session session)
    {
        var owner = (session.BankId, session.PanelistId);
        var left = TokensOf[owner].Remove(session.Token);
        return this with
        {
            Sessions = Sessions.Remove(session.Token),
            TokensOf = left.IsEmpty ? TokensOf.Remove(owner) : TokensOf.SetItem(owner, left),
            Size = Size - Session.Size,
        };
    }
}
