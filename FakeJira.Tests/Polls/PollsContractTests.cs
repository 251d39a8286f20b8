using FakeJira.Polls;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Tests.Polls;

public sealed class PollsContractTests
{
    private static readonly Contract Contract = PollsContract.Of((_, _, _) => true);

    private static readonly (string Id, Provenance How)[] Known =
    [
        ("POLLS-BODY-400", Assumed),
        ("POLLS-BODY-413", Assumed),
        ("POLLS-CONTAINER-400", Documented),
        ("POLLS-CONTAINER-IGNORED", Inferred),
        ("POLLS-CONTENT-400", Documented),
        ("POLLS-CREATE-200", Documented),
        ("POLLS-DELETE-200", Documented),
        ("POLLS-DELETE-404", Documented),
        ("POLLS-ENDPOINT-404", Assumed),
        ("POLLS-EXPAND-200", DocumentedElsewhere),
        ("POLLS-FAILED-DEPENDENCY-424", Assumed),
        ("POLLS-FULL-507", Assumed),
        ("POLLS-GET-200", Inferred),
        ("POLLS-GET-404", Documented),
        ("POLLS-ID-400", Documented),
        ("POLLS-INVALID-400", Assumed),
        ("POLLS-ISSUE-400", Assumed),
        ("POLLS-ISSUE-UNKNOWN", Assumed),
        ("POLLS-LIST-200", Documented),
        ("POLLS-METHOD-405", Assumed),
        ("POLLS-TOKEN-INVALID-403", Documented),
        ("POLLS-TOKEN-MISSING-403", Documented),
        ("POLLS-TOKEN-SCOPE-403", Inferred),
        ("POLLS-TYPE-400", Documented),
        ("POLLS-UPDATE-200", Documented),
        ("POLLS-UPDATE-UNKNOWN-400", Inferred),
        ("POLLS-UPDATE-UNKNOWN-404", Inferred),
        ("POLLS-UPSERT-200", Inferred),
        ("POLLS-WORKSPACE-400", Documented),
    ];

    [Test]
    public void Every_rule_says_how_it_is_known() =>
        Contract.Rules.Select(rule => (rule.Id, rule.Provenance)).OrderBy(rule => rule.Id, StringComparer.Ordinal).ShouldBe(Known);

    [Test]
    public void Every_rule_has_a_summary_and_a_source() =>
        Contract.Rules.ShouldAllBe(rule => rule.Summary.EndsWith('.') && rule.Source.EndsWith('.'));

    [Test]
    public void The_operations_are_named_by_what_they_do() =>
        Contract.Operations.Select(operation => $"{operation.Name} {operation.Method} {operation.Path}").ShouldBe(
            ["polls.list GET /x1/{endpointId}/{*rest}", "polls.create POST /x1/{endpointId}/{*rest}", "polls.update PUT /x1/{endpointId}/{*rest}", "polls.delete DELETE /x1/{endpointId}/{*rest}"]);
}
