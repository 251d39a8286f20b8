using FakeJira.IdeaBank.Operations;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;

namespace FakeJira.IdeaBank;

/// <summary>The errors of idea banks that faults and mappings can ask for by name.</summary>
internal static class IdeaBankNamedErrors
{
    public static IReadOnlyList<NamedError> All { get; } =
    [
        Of("ideabank.busy", IdeaBankRules.Busy429, IdeaBankErrors.Busy),
        Of("ideabank.token-unknown", IdeaBankRules.Token401, static () => IdeaBankErrors.Refused(Refusal.UnknownToken)),
        Of("ideabank.token-expired", IdeaBankRules.Expired403, static () => IdeaBankErrors.Refused(Refusal.TokenExpired)),
        Of("ideabank.bank-unavailable", IdeaBankRules.Bank404, static () => IdeaBankErrors.Refused(Refusal.BankUnavailable)),
    ];

    private static NamedError Of(string name, Rule rule, Func<StubResponse> error) => new(name, rule, _ => error());
}
