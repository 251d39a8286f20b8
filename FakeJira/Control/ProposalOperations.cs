using FakeJira.IdeaBank;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Control;

/// <summary>What researchers do to proposals, for which the API of panelists has no way.</summary>
internal static class ProposalOperations
{
    private const string Path = "/ideabank/proposals/{proposalId}";
    private const string VotePath = Path + "/votes/{panelistId}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("ideabank.merge", "PUT", Path + "/merge", "Makes a proposal part of another of its bank, and its votes move: {\"into\": \"p-2\"}.", Merge),
        ControlContract.OfSite("ideabank.status", "PUT", Path + "/status", "Moves a proposal on in its life, or back; one that was merged stands alone again: {\"status\": \"closed\"}.", SetStatus),
        ControlContract.OfSite("ideabank.votes.put", "PUT", VotePath, "Casts or changes the vote of a panelist, whatever the bank lets them do: {\"vote\": 1} or {\"vote\": -1}.", PutVote),
        ControlContract.OfSite("ideabank.votes.delete", "DELETE", VotePath, "Takes the vote of a panelist away, if there is one.", (request, site) => ChangeVote(request, site, null)),
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
            MergeOutcome.TooMany => ControlErrors.Refused(409, $"The base votes of {source} and {into} are more than {Proposal.MostBaseVotes} together."),
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
            root!.PlaceOf("status").Error("A proposal is merged by PUT …/merge, which says into which.");
        }

        root?.ReportUnknown();
        if (problems.HasErrors)
        {
            return ControlErrors.Mistakes(problems);
        }

        return site.Change(IdeaBankContract.World, world => Merging.WithStatus(world, id, status) is { } next ? (next, true) : (world, false)) ? ControlErrors.NoContent() : Unknown(site, id);
    }

    private static StubResponse PutVote(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        var root = JsonText.Parse("request body", request.BodyText, problems, repeats: false);
        var value = root is { IsObject: true } ? root.Integer("vote", -1, 1) : null;
        if (root is not null && value is null or 0 && !problems.HasErrors)
        {
            (root!.IsObject ? root["vote"] ?? root : root).Expected<object>("1 or -1 as vote: {\"vote\": 1}");
        }

        root?.ReportUnknown();
        return problems.HasErrors || value is null ? ControlErrors.Mistakes(problems) : ChangeVote(request, site, new Vote((int)value, site.Clock.Now));
    }

    private static StubResponse ChangeVote(StubRequest request, Site site, Vote? vote)
    {
        var (id, panelistId) = (request.PathValue("proposalId"), request.PathValue("panelistId"));
        return site.Change(IdeaBankContract.World, world =>
        {
            if (!world.BankOfProposal.TryGetValue(id, out var bankId))
            {
                return (world, Unknown(site, id));
            }

            var bank = world.Banks[bankId];
            var proposal = bank.Proposals[id];
            if (proposal.MergedInto is { } target)
            {
                return (world, ControlErrors.Refused(409, $"{id} is part of {target} now; votes count there."));
            }

            if (!bank.Voters.TryGetValue(panelistId, out var voter))
            {
                return (world, ControlErrors.Refused(404, $"The bank of {id} has no panelist '{panelistId}'" + (Suggestion.For(panelistId, bank.Voters.Keys) is { } near ? $"; did you mean '{near}'?" : ".")));
            }

            return (vote is null && !proposal.Votes.ContainsKey(panelistId) ? world : world.With(bank.WithVote(proposal, voter, vote)), ControlErrors.NoContent());
        });
    }

    private static StubResponse Unknown(Site site, string id) => ControlErrors.Refused(404, $"There is no proposal '{id}' on the site '{site.Name}'.");
}
