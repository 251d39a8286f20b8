using FakeJira.IdeaBank.World;
using FakeJira.Stubs;

namespace FakeJira.IdeaBank.Operations;

/// <summary>Makes operations, and what they ask of a request.</summary>
internal static class IdeaBankOperation
{
    private const string Token = "`Authorization: {tenant}:{bank}:{panelistSession}`";

    /// <summary>An operation of panelists; <paramref name="capability"/> is what its caller needs, or empty.</summary>
    public static Operation OfPanelists(string name, string method, string path, string summary, string capability, Rule[] rules, Func<StubRequest, StubResponse> handler, Known? known = null) =>
        new(name, method, "/public/ideabank" + path, summary, [.. rules, .. IdeaBankRules.OfPanelists], Served(handler))
        {
            Access = capability.Length == 0 ? Token : $"{Token}, {capability}",
            Known = (known ?? new()) with { CredentialHeader = "Authorization" },
        };

    /// <summary>What every operation does first.</summary>
    public static Func<StubRequest, StubResponse> Served(Func<StubRequest, StubResponse> handler) =>
        request => request.BodyTooLarge ? IdeaBankErrors.BodyTooLong() : handler(request);

    /// <summary>The token of the caller, or null.</summary>
    public static string? TokenOf(this StubRequest request) => request.Header("Authorization");

    /// <summary>The caller in front of a bank, as it is now.</summary>
    public static Admission Admit(this StubRequest request) => Admission.Of(request.Site.Read(IdeaBankContract.World), request.TokenOf(), request.Site.Clock.Now);

    /// <summary>A page of a list: who may ask for it, then what was asked for, then <paramref name="answer"/>.</summary>
    public static StubResponse Paged(StubRequest request, bool isMyVotes, Func<Admission, Paging, StubResponse> answer)
    {
        var admission = request.Admit();
        if (admission.Refusal is { } refusal)
        {
            return IdeaBankErrors.Refused(refusal);
        }

        var (paging, problem) = Paging.Of(request, isMyVotes);
        return problem is null ? answer(admission, paging) : IdeaBankErrors.Invalid(problem);
    }

    /// <summary>Applies a command to the site.</summary>
    public static TOutcome Change<TOutcome>(this StubRequest request, Func<IdeaBankWorld, (IdeaBankWorld World, TOutcome Outcome)> command) => request.Site.Change(IdeaBankContract.World, command);
}
