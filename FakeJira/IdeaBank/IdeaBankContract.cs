using FakeJira.IdeaBank.Operations;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.IdeaBank;

/// <summary>The third contract: Votito idea banks, proposal votes of panelists and what clients need around them.</summary>
public static class IdeaBankContract
{
    /// <summary>Where the world of a site is.</summary>
    public static readonly Slot<IdeaBankWorld> World = new(IdeaBankWorld.Empty);

    /// <summary>The contract.</summary>
    public static Contract Contract { get; } = new("ideabank", "Votito idea bank: proposal votes", [.. VoteOperations.All, BankOperation.Operation, .. ProposalOperations.All, MyVotesOperation.Operation, PanelistOperation.Operation])
    {
        Territory = ["/public/ideabank", "/tenant/ideabanks"],
        Unserved = Unserved,
        Finish = Cors.Exposed,
        UnservedRules = IdeaBankRules.Unserved,
        Errors = IdeaBankNamedErrors.All,
        Switches = IdeaBankSwitches.All,
        Who = Caller,
        Document = static () => new WorldDocument<IdeaBankWorld>("ideabank", World, IdeaBankDocument.Read, IdeaBankDocument.Write),
        Vendor = site => site.Replace(World, IdeaBankVendorSite.Into),
    };

    private static string Caller(StubRequest request)
    {
        var world = request.Site.Read(World);
        return request.Header("Authorization") is { } token ? world.Sessions.TryGetValue(token, out var session) ? session.PanelistId : "unknown token"
            : request.Header("X-API-Key") is { } key ? world.ApiKeys.TryGetValue(key, out var tenant) ? tenant : "unknown key"
            : "no token";
    }

    private static StubResponse Unserved(StubRequest request) =>
        Cors.Preflight(request) ?? (request.AllowedMethods.Count > 0 ? IdeaBankErrors.MethodNotAllowed(request) : IdeaBankErrors.NoEndpoint());
}
