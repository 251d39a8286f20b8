using FakeJira.IdeaBank;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Control;

/// <summary>What researchers do to proposals, for which the API of panelists has no way.</summary>
internal static class ProposalOperations
{
    private const string Path = "/ideabank/proposals/{proposalId}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("ideabank.merge", "PUT", Path + "/merge", "Makes a proposal part of another of its bank, and its votes move: {\"into\": \"p-2\"}.", Merge),
        ControlContract.OfSite("ideabank.status", "PUT", Path + "/status", "Moves a proposal on in its life, or back; one that was merged stands alone again: {\"status\": \"closed\"}.", SetStatus),
    ];

    private static StubResponse Merge(StubRequest request, Site site)
    {
        var source = request.PathValue("proposalId");
        var problems = new ProblemList();
        var root = JsonText.Parse("request body", request.BodyText, problems, repeats: false);
        var into = root is { IsObject: true } ? IdeaBankDocument.Required(root, "into", text => text.Length > 0, "the id of a proposal") : root?.Expected<string>("an object: {\"into\": \"p-2\"}");
        root?.ReportUnknown();
        if (problems.HasErrors || into is null)
        {
            return ControlErrors.Mistakes(problems);
        }

        return site.Change(IdeaBankContract.World, world => Merging.Merge(world, source, into)) switch
        {
            MergeOutcome.Done => ControlErrors.NoContent(),
            MergeOutcome.Unknown => Unknown(site, site.Read(IdeaBankContract.World).BankOfProposal.ContainsKey(source) ? into : source),
            MergeOutcome.OtherBank => ControlErrors.Refused(409, $"{source} and {into} are of different banks; a proposal merges into one of its own bank."),
            MergeOutcome.Cycle => ControlErrors.Refused(409, $"{into} is {source} or part of it; merging them would go round in a circle."),
        };
    }

    private static StubResponse SetStatus(StubRequest request, Site site)
    {
        var id = request.PathValue("proposalId");
        var problems = new ProblemList();
        var root = JsonText.Parse("request body", request.BodyText, problems, repeats: false);
        if (root is { IsObject: false } || (root is not null && root["status"] is null))
        {
            root.Expected<object>("an object: {\"status\": \"closed\"}");
        }

        var status = root is null ? default : IdeaBankBankDocument.OneOf(root, "status", ProposalStatus.Open);
        if (status == ProposalStatus.Merged)
        {
            root!["status"]!.Error("A proposal is merged by PUT …/merge, which says into which.");
        }

        root?.ReportUnknown();
        if (problems.HasErrors)
        {
            return ControlErrors.Mistakes(problems);
        }

        return site.Change(IdeaBankContract.World, world => Merging.WithStatus(world, id, status) is { } next ? (next, true) : (world, false)) ? ControlErrors.NoContent() : Unknown(site, id);
    }

    private static StubResponse Unknown(Site site, string id) => ControlErrors.Refused(404, $"There is no proposal '{id}' on the site '{site.Name}'.");
}
