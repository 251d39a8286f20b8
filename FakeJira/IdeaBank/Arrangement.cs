using FakeJira.IdeaBank.World;

namespace FakeJira.IdeaBank;

/// <summary>Finds what a test's author names, or says what is wrong with it.</summary>
internal static class Arrangement
{
    public static Bank Bank(IdeaBankWorld world, string id) =>
        world.Banks.GetValueOrDefault(id) ?? throw new FakeJiraException($"There is no bank {id} on this site: was it added to another server or before a reset? Add it with AddBank.");

    public static (Bank Bank, Proposal Proposal) Known(IdeaBankWorld world, string proposalId) =>
        world.BankOfProposal.TryGetValue(proposalId, out var bankId) && world.Banks[bankId] is var bank
            ? (bank, bank.Proposals[proposalId])
            : throw new FakeJiraException($"There is no proposal {proposalId} on this site; add it with AddProposal.");

    public static (Bank Bank, Voter Voter) Known(IdeaBankWorld world, Panelist panelist) =>
        world.Banks.TryGetValue(panelist.BankId, out var bank) && bank.Voters.TryGetValue(panelist.Id, out var voter) && world.Sessions.ContainsKey(panelist.PublicKey)
            ? (bank, voter)
            : throw new FakeJiraException($"{panelist} is not a panelist of this site: was it added to another server or before a reset? Add it with AddPanelist.");

    public static void CheckLevel(AccessLevel level) =>
        Mistake.If(!Enum.IsDefined(level), $"There is no access level {level}; there are: {string.Join(", ", Enum.GetNames<AccessLevel>())}.");

    public static void CheckStatus(ProposalStatus status) =>
        Mistake.If(!Enum.IsDefined(status) || status == ProposalStatus.Merged, $"A proposal cannot be set to {status}; use Merge for Merged, or one of: {string.Join(", ", Enum.GetNames<ProposalStatus>().Except([nameof(ProposalStatus.Merged)]))}.");

    public static void CheckPart(string what, string part) =>
        Mistake.If(!IsPart(part), $"'{part}' is no {what}; expected letters, digits, hyphens, underscores or dots, because it is a part of the token tenant:bank:session.");

    /// <summary>Whether a text can be a part of a token: what a header carries as it is, and no colon.</summary>
    public static bool IsPart(string part) => part.Length > 0 && part.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');
}
