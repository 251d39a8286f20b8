using FakeJira.IdeaBank.World;
using FakeJira.Stubs;

namespace FakeJira.IdeaBank;

/// <summary>The idea banks of a site: what a test arranges before, and looks at after, its client has called. Where no bank is named, the only one is meant.</summary>
public sealed class IdeaBankSite
{
    private readonly Site _site;

    internal IdeaBankSite(Site site) => _site = site;

    /// <summary>Every switch of the contract.</summary>
    public IdeaBankSettings Settings
    {
        get => World.Settings;
        set
        {
            IdeaBankSwitches.Check(value);
            _site.Replace(IdeaBankContract.World, world => world with { Settings = value });
        }
    }

    /// <summary>The state as it is now, for assertions.</summary>
    public IdeaBankWorld World => _site.Read(IdeaBankContract.World);

    /// <summary>Adds a bank, and an API key of its tenant if there is none.</summary>
    /// <exception cref="FakeJiraException">The id is taken, or no part of a token.</exception>
    public VotitoBank AddBank(string? title = null, AccessLevel level = AccessLevel.OpenVoting, string? id = null, string tenant = "tenant", string description = "", bool isOpen = true) => _site.Change(IdeaBankContract.World, world =>
    {
        Arrangement.CheckLevel(level);
        ArgumentNullException.ThrowIfNull(description);
        var (next, bank, key) = Arrangement.WithBank(world, _site.Random, id, tenant, (bankId, owner) => new(bankId, owner, title ?? Arrangement.Title, level) { Description = description, IsOpen = isOpen });
        return (next, new VotitoBank(bank.Id, tenant, key));
    });

    /// <summary>Adds a panelist with a session; and a bank if there is none.</summary>
    /// <param name="bank">Which bank; needed where there are several.</param>
    /// <param name="id">The tenant's own id of the panelist.</param>
    /// <param name="session">The third part of the token.</param>
    /// <param name="expiresAt">When the session ends, by the site's clock; null for never.</param>
    /// <param name="isBlocked">Whether they may only look on.</param>
    /// <exception cref="FakeJiraException">The id or the session is taken; there are several banks and none is named.</exception>
    public Panelist AddPanelist(VotitoBank? bank = null, string? id = null, string? session = null, DateTimeOffset? expiresAt = null, bool isBlocked = false) => _site.Change(IdeaBankContract.World, world =>
    {
        (world, var home) = Arrangement.Home(world, bank, _site.Random);
        var panelistId = id ?? Enumerable.Range(home.Voters.Count + 1, int.MaxValue - home.Voters.Count - 1).Select(number => $"panelist-{number}").First(free => !home.Voters.ContainsKey(free));
        Mistake.If(panelistId.Length == 0 || home.Voters.ContainsKey(panelistId), $"There is a panelist '{panelistId}' in {home.Id} already, or it is empty; choose another id.");
        return WithSession(world, home, new Voter(panelistId) { IsBlocked = isBlocked }, session, expiresAt);
    });

    /// <summary>Gives a panelist another session; the one before stays good. It is the same voter.</summary>
    public Panelist NewSession(Panelist panelist, string? session = null, DateTimeOffset? expiresAt = null) => _site.Change(IdeaBankContract.World, world =>
    {
        var (bank, voter) = Arrangement.Known(world, panelist);
        return WithSession(world, bank, voter, session, expiresAt);
    });

    /// <summary>Ends the session that the panelist holds: 403 from now on (IDEA-EXPIRED-403).</summary>
    public void Expire(Panelist panelist) => _site.Replace(IdeaBankContract.World, world =>
    {
        Arrangement.Known(world, panelist);
        return world.With(world.Sessions[panelist.PublicKey] with { ExpiresAt = _site.Clock.Now });
    });

    /// <summary>Lets a panelist only look on, or vote again.</summary>
    public void Block(Panelist panelist, bool isBlocked = true) => _site.Replace(IdeaBankContract.World, world =>
    {
        var (bank, voter) = Arrangement.Known(world, panelist);
        return world.With(bank.With(voter with { IsBlocked = isBlocked }));
    });

    /// <summary>Changes what the panelists of a bank may do.</summary>
    public void SetAccessLevel(AccessLevel level, VotitoBank? bank = null)
    {
        Arrangement.CheckLevel(level);
        ChangeBank(bank, home => home with { Level = level });
    }

    /// <summary>Opens a bank to panelists, or closes it (IDEA-BANK-404).</summary>
    public void SetOpen(bool isOpen, VotitoBank? bank = null) => ChangeBank(bank, home => home with { IsOpen = isOpen });

    /// <summary>Adds a proposal, and a bank if there is none; what is not said is made up.</summary>
    /// <param name="id">For example p-abc123; unique on the site.</param>
    /// <param name="bank">Which bank; needed where there are several.</param>
    /// <param name="title">One line.</param>
    /// <param name="description">More.</param>
    /// <param name="status">Any but Merged, which <see cref="Merge"/> makes.</param>
    /// <param name="createdAt">When it was submitted; null for now, by the site's clock.</param>
    /// <param name="baseVotes">A net score that does not come from votes of panelists here.</param>
    /// <param name="baseTotalVotes">A number of votes cast that does not come from panelists here.</param>
    /// <exception cref="FakeJiraException">The id is taken, or a number of votes out of range; there are several banks and none is named.</exception>
    public VotitoProposal AddProposal(string? id = null, VotitoBank? bank = null, string? title = null, string? description = null, ProposalStatus status = ProposalStatus.Open, DateTimeOffset? createdAt = null, long baseVotes = 0, long baseTotalVotes = 0)
    {
        Arrangement.CheckStatus(status);
        Mistake.If(baseVotes is < -Proposal.MostBaseVotes or > Proposal.MostBaseVotes || baseTotalVotes is < 0 or > Proposal.MostBaseVotes, $"A base score is from -{Proposal.MostBaseVotes} to {Proposal.MostBaseVotes}, and the votes cast for it from 0; not {baseVotes} and {baseTotalVotes}.");
        return _site.Change(IdeaBankContract.World, world =>
        {
            (world, var home) = Arrangement.Home(world, bank, _site.Random);
            var proposalId = id ?? Submitting.FreeId(world, _site.Random.Next);
            Mistake.If(proposalId.Length == 0 || world.BankOfProposal.ContainsKey(proposalId), $"There is a proposal '{proposalId}' already, or the id is empty; choose another id.");
            var (madeUpTitle, madeUpDescription) = title is null || description is null ? MadeUp.Idea(_site.Random.Next()) : default;
            var proposal = new Proposal(proposalId, home.NextNumber, title ?? madeUpTitle, description ?? madeUpDescription, createdAt ?? _site.Clock.Now) { Status = status, BaseVotes = baseVotes, BaseTotalVotes = baseTotalVotes };
            return (world.WithAdded(proposal, home), new VotitoProposal(proposalId, proposal.Title));
        });
    }

    /// <summary>Moves a proposal on in its life, or back; one that was merged stands alone again, without the votes that moved.</summary>
    public void SetStatus(string proposalId, ProposalStatus status)
    {
        Arrangement.CheckStatus(status);
        _site.Replace(IdeaBankContract.World, world =>
        {
            Arrangement.Known(world, proposalId);
            return Merging.WithStatus(world, proposalId, status)!;
        });
    }

    /// <summary>Makes a proposal part of another: votes on it count there from now on, and those it has move, except of panelists who have voted there.</summary>
    /// <exception cref="FakeJiraException">The two are of different banks, the target is part of the source, or a number of votes would be out of range.</exception>
    public void Merge(string sourceId, string targetId)
    {
        var outcome = _site.Change(IdeaBankContract.World, world =>
        {
            Arrangement.Known(world, sourceId);
            Arrangement.Known(world, targetId);
            return Merging.Merge(world, sourceId, targetId);
        });
        Mistake.If(outcome == MergeOutcome.OtherBank, $"{sourceId} and {targetId} are of different banks; a proposal merges into one of its own bank.");
        Mistake.If(outcome == MergeOutcome.Cycle, $"{targetId} is {sourceId} or part of it; merging them would go round in a circle. Merge the other way, or separate them with SetStatus first.");
        Mistake.If(outcome == MergeOutcome.TooMany, $"The base votes of {sourceId} and {targetId} are more than {Proposal.MostBaseVotes} together; give them fewer.");
    }

    /// <summary>Casts a vote without a request, also where panelists could not: 1 for, -1 against.</summary>
    /// <exception cref="FakeJiraException">There is no such proposal in the panelist's bank, or it was merged.</exception>
    public void AddVote(Panelist panelist, string proposalId, int value = 1)
    {
        Mistake.If(value is not (1 or -1), $"A vote is 1 or -1, not {value}.");
        _site.Replace(IdeaBankContract.World, world =>
        {
            var (bank, voter) = Arrangement.Known(world, panelist);
            ArgumentNullException.ThrowIfNull(proposalId);
            var proposal = bank.Proposals.GetValueOrDefault(proposalId) ?? throw new FakeJiraException($"There is no proposal {proposalId} in {bank.Id}; add it with AddProposal.");
            Mistake.If(proposal.MergedInto is not null, $"{proposalId} is part of {proposal.MergedInto}; vote on that one.");
            return world.With(bank.WithVote(proposal, voter, new Vote(value, _site.Clock.Now)));
        });
    }

    /// <summary>Deletes a bank with its panelists and proposals.</summary>
    /// <exception cref="FakeJiraException">There is no such bank; there are several and none is named.</exception>
    public void DeleteBank(VotitoBank? bank = null) => _site.Replace(IdeaBankContract.World, world => world.Without(Arrangement.Bank(world, bank)));

    /// <summary>Deletes a panelist with sessions and votes.</summary>
    public void DeletePanelist(Panelist panelist) => _site.Replace(IdeaBankContract.World, world =>
    {
        var (bank, voter) = Arrangement.Known(world, panelist);
        return Removal.Panelist(world, bank, voter);
    });

    /// <summary>Deletes a proposal and its votes.</summary>
    /// <exception cref="FakeJiraException">There is no such proposal, or another is a part of it.</exception>
    public void DeleteProposal(string proposalId) => _site.Replace(IdeaBankContract.World, world =>
    {
        var (bank, proposal) = Arrangement.Known(world, proposalId);
        return Removal.Proposal(world, bank, proposal) ?? throw new FakeJiraException($"Another proposal is a part of {proposalId}; delete that one first.");
    });

    /// <summary>The votes on a proposal: 1 for, -1 against.</summary>
    /// <exception cref="FakeJiraException">There is no such proposal.</exception>
    public IReadOnlyDictionary<Panelist, int> VotesOn(string proposalId)
    {
        var (bank, proposal) = Arrangement.Known(World, proposalId);
        return proposal.Votes.ToDictionary(vote => new Panelist(bank.Id, vote.Key, bank.Voters[vote.Key].PublicKey ?? ""), vote => vote.Value.Value);
    }

    /// <summary>For minus against.</summary>
    public long ScoreOf(string proposalId) => Arrangement.Known(World, proposalId).Proposal.Score;

    /// <summary>How many votes were cast on a proposal.</summary>
    public long TotalVotesOn(string proposalId) => Arrangement.Known(World, proposalId).Proposal.TotalVotes;

    /// <summary>A panelist of a bank by id, with the latest session.</summary>
    public Panelist Panelist(string id, VotitoBank? bank = null)
    {
        ArgumentNullException.ThrowIfNull(id);
        var home = Arrangement.Bank(World, bank);
        return home.Voters.TryGetValue(id, out var voter) ? new(home.Id, id, voter.PublicKey ?? "") : throw new FakeJiraException($"There is no panelist '{id}' in {home.Id}; add one with AddPanelist.");
    }

    private void ChangeBank(VotitoBank? bank, Func<Bank, Bank> change) => _site.Replace(IdeaBankContract.World, world =>
    {
        (world, var home) = Arrangement.Home(world, bank, _site.Random);
        return world.With(change(home));
    });

    private (IdeaBankWorld World, Panelist Panelist) WithSession(IdeaBankWorld world, Bank bank, Voter voter, string? session, DateTimeOffset? expiresAt)
    {
        var part = session ?? $"ses{_site.Random.Next():x16}";
        Arrangement.CheckPart("session", part);
        Mistake.If(world.Sessions.ContainsKey(Session.TokenOf(bank.Tenant, bank.Id, part)), $"The session '{part}' is in use in {bank.Id}; choose another.");
        var (next, known) = PanelistAccess.WithSession(world, bank, voter, part, expiresAt);
        return (next, new Panelist(bank.Id, known.Id, known.PublicKey!));
    }
}
