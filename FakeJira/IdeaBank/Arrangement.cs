using System.Runtime.CompilerServices;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;

namespace FakeJira.IdeaBank;

/// <summary>Finds what a test's author names, or says what is wrong with it.</summary>
internal static class Arrangement
{
    /// <summary>What a bank is called where nobody says it.</summary>
    public const string Title = "Product Ideas";

    public static Bank Bank(IdeaBankWorld world, string id) =>
        world.Banks.GetValueOrDefault(id) ?? throw new FakeJiraException($"There is no bank {id} on this site: was it added to another server or before a reset? Add it with AddBank.");

    /// <summary>The bank that is meant: where none is named, the only one.</summary>
    public static Bank Bank(IdeaBankWorld world, VotitoBank? bank) =>
        Meant(world, bank) ?? throw new FakeJiraException("There is no bank on this site; add one with AddBank.");

    /// <summary>The same, or one that is made because there is none. Within one command, as several threads may each add the first proposal.</summary>
    public static (IdeaBankWorld World, Bank Bank) Home(IdeaBankWorld world, VotitoBank? bank, SeededSource random)
    {
        if (Meant(world, bank) is { } home)
        {
            return (world, home);
        }

        (world, home, _) = WithBank(world, random, null, "tenant", (id, tenant) => new(id, tenant, Title, AccessLevel.OpenVoting) { Description = "" });
        return (world, home);
    }

    /// <summary>With another bank, and an API key of its tenant if there is none.</summary>
    public static (IdeaBankWorld World, Bank Bank, string Key) WithBank(IdeaBankWorld world, SeededSource random, string? id, string tenant, Func<string, string, Bank> make)
    {
        CheckPart("tenant", tenant);
        id ??= $"bank{random.Next():x16}";
        CheckPart("bank id", id);
        Mistake.If(world.Banks.ContainsKey(id), $"There is a bank '{id}' already; choose another id.");
        var key = world.ApiKeys.FirstOrDefault(pair => pair.Value == tenant).Key ?? $"vtt_{random.Next():x16}";
        var bank = make(id, tenant);
        return (world.With(bank).WithApiKey(key, tenant), bank, key);
    }

    public static (Bank Bank, Proposal Proposal) Known(IdeaBankWorld world, string proposalId, [CallerArgumentExpression(nameof(proposalId))] string? argument = null)
    {
        ArgumentNullException.ThrowIfNull(proposalId, argument);
        return world.BankOfProposal.TryGetValue(proposalId, out var bankId) && world.Banks[bankId] is var bank
            ? (bank, bank.Proposals[proposalId])
            : throw new FakeJiraException($"There is no proposal {proposalId} on this site; add it with AddProposal.");
    }

    public static (Bank Bank, Voter Voter) Known(IdeaBankWorld world, Panelist panelist)
    {
        ArgumentNullException.ThrowIfNull(panelist);
        return world.Banks.TryGetValue(panelist.BankId, out var bank) && bank.Voters.TryGetValue(panelist.Id, out var voter) && world.Sessions.ContainsKey(panelist.PublicKey)
            ? (bank, voter)
            : throw new FakeJiraException($"{panelist} is not a panelist of this site: was it added to another server or before a reset? Add it with AddPanelist.");
    }

    public static void CheckLevel(AccessLevel level) =>
        Mistake.If(!Enum.IsDefined(level), $"There is no access level {level}; there are: {string.Join(", ", Enum.GetNames<AccessLevel>())}.");

    public static void CheckStatus(ProposalStatus status) =>
        Mistake.If(!Enum.IsDefined(status) || status == ProposalStatus.Merged, $"A proposal cannot be set to {status}; use Merge for Merged, or one of: {string.Join(", ", Enum.GetNames<ProposalStatus>().Except([nameof(ProposalStatus.Merged)]))}.");

    public static void CheckPart(string what, string part)
    {
        ArgumentNullException.ThrowIfNull(part, what);
        Mistake.If(!IsPart(part), $"'{part}' is no {what}; expected letters, digits, hyphens, underscores or dots, because it is a part of the token tenant:bank:session.");
    }

    /// <summary>Whether a text can be a part of a token: what a header carries as it is, and no colon.</summary>
    public static bool IsPart(string part) => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private static Bank? Meant(IdeaBankWorld world, VotitoBank? bank)
    {
        Mistake.If(bank is null && world.Banks.Count > 1, $"There are several banks; say which: {string.Join(", ", world.Banks.Keys.Order(StringComparer.Ordinal).Take(10))}.");
        return bank is null ? world.Banks.Values.SingleOrDefault() : Bank(world, bank.Id);
    }
}
