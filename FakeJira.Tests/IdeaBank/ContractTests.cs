using FakeJira.IdeaBank;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Tests.IdeaBank;

public sealed class ContractTests
{
    private static readonly (string Id, Provenance How)[] Known =
    [
        ("IDEA-API-KEY-401", Inferred),
        ("IDEA-BANK-404", Documented),
        ("IDEA-BODY-400", Documented),
        ("IDEA-BODY-413", Assumed),
        ("IDEA-BUSY-429", Documented),
        ("IDEA-CANNOT-SUBMIT-403", Inferred),
        ("IDEA-CANNOT-VOTE-403", Documented),
        ("IDEA-CONTENT-TYPE-400", Assumed),
        ("IDEA-CORS-204", Inferred),
        ("IDEA-CURSOR-400", Assumed),
        ("IDEA-DELETE-204", Documented),
        ("IDEA-DELETE-ABSENT-204", Documented),
        ("IDEA-DELETE-CLOSED-204", Assumed),
        ("IDEA-DELETE-CLOSED-404", Inferred),
        ("IDEA-DELETE-MERGED-204", Inferred),
        ("IDEA-EXPIRED-403", Documented),
        ("IDEA-FULL-507", Assumed),
        ("IDEA-GET-200", DocumentedElsewhere),
        ("IDEA-LIST-200", DocumentedElsewhere),
        ("IDEA-LIST-HIDDEN-200", DocumentedElsewhere),
        ("IDEA-MERGED-200", Documented),
        ("IDEA-METHOD-405", Assumed),
        ("IDEA-MY-VOTES-200", DocumentedElsewhere),
        ("IDEA-NO-ENDPOINT-404", Assumed),
        ("IDEA-PANELIST-200", DocumentedElsewhere),
        ("IDEA-PANELIST-404", Inferred),
        ("IDEA-PANELIST-ADDED-200", Inferred),
        ("IDEA-PANELIST-RENEWED-200", Inferred),
        ("IDEA-PROPOSAL-404", Documented),
        ("IDEA-QUERY-400", Assumed),
        ("IDEA-SUBMIT-200", DocumentedElsewhere),
        ("IDEA-SUBMIT-INVALID-400", Inferred),
        ("IDEA-TOKEN-401", Documented),
        ("IDEA-VALUE-400", Inferred),
        ("IDEA-VOTE-200", Documented),
        ("IDEA-VOTETYPE-400", Inferred),
    ];

    [Test]
    public void Every_rule_says_how_it_is_known() =>
        IdeaBankContract.Contract.Rules.Select(rule => (rule.Id, rule.Provenance)).Order().ShouldBe(Known.Order());

    [Test]
    public void Operations_are_named_after_the_contract_and_their_resource() =>
        IdeaBankContract.Contract.Operations.Select(operation => $"{operation.Name} {operation.Method} {operation.Path}").Order(StringComparer.Ordinal).ShouldBe(
        [
            "ideabank.get GET /public/ideabank",
            "ideabank.panelists.get GET /tenant/ideabanks/{ideaBankId}/panelists/{panelistId}",
            "ideabank.proposals.list GET /public/ideabank/proposals",
            "ideabank.proposals.submit POST /public/ideabank/proposals",
            "ideabank.vote.cast POST /public/ideabank/proposals/{proposalId}/vote",
            "ideabank.vote.remove DELETE /public/ideabank/proposals/{proposalId}/vote",
            "ideabank.votes.mine GET /public/ideabank/my-votes",
        ]);
}
