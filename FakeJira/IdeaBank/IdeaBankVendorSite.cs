using System.Collections.Immutable;
using FakeJira.IdeaBank.World;

namespace FakeJira.IdeaBank;

/// <summary>The seeded site: fixed, because people script against it. What the vendor's pages show: token, bank, API key, and p-abc123 with 12 net of 15 votes.</summary>
internal static class IdeaBankVendorSite
{
    /// <summary>When the proposal of the vendor's page was submitted.</summary>
    public static readonly DateTimeOffset CreatedAt = DateTimeOffset.FromUnixTimeSeconds(1700000000);

    /// <summary>When the vote of the vendor's page was cast.</summary>
    public static readonly DateTimeOffset VotedAt = DateTimeOffset.FromUnixTimeSeconds(1700001000);

    private const string Tenant = "abc123";
    private const string BankId = "xyz789";
    private const string Panelist = "customer-456";

    /// <summary>Adds the tenant's bank. The votes of p-abc123 are 12 of 15 with the panelist's own, which is why the base has one less.</summary>
    public static IdeaBankWorld Into(IdeaBankWorld world)
    {
        var session = new Session(Session.TokenOf(Tenant, BankId, "ses456"), BankId, Panelist);
        var votes = ImmutableDictionary<string, Vote>.Empty.Add(Panelist, new Vote(1, VotedAt));
        var bank = new Bank(BankId, Tenant, "Product Ideas", AccessLevel.OpenVoting) { Description = "Tell us what to build next." }.Filled(
            [new Voter(Panelist) { PublicKey = session.Token }],
            [new Proposal("p-abc123", 1, "Dark mode", "Please add a dark theme.", CreatedAt) { Votes = votes, VoteSum = 1, BaseVotes = 11, BaseTotalVotes = 14 }]);
        return world.WithFilled(bank).With(session).WithApiKey("vtt_your_api_key", Tenant);
    }
}
