using System.IO.Enumeration;
using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding;

namespace FakeJira.Tests.Stubs.Responding;

/// <summary>Puts mappings into a site, without the matchers of a mapping file: a Path with wildcards is all that Request may say.</summary>
internal static class Mapped
{
    /// <summary>Reads a mapping and lets it answer on the default site.</summary>
    public static Stub Map(this FakeJiraServer fake, string json, string? folder = null, int priority = 0)
    {
        var (stub, problems) = Read(json, folder, fake.Universe, priority);
        problems.ShouldAllBe(problem => problem.Severity == Severity.Warning);
        fake.Site.Site.Stubs.Put(stub!);
        return stub!;
    }

    /// <summary>What is wrong with a response, a line each.</summary>
    public static IReadOnlyList<string> Problems(string response, string? folder = null) =>
        [.. Read($$"""{"Request": {"Path": "/x"}, "Response": {{response}}}""", folder, null, 0).Problems.Select(problem => problem.ToString())];

    private static (Stub? Stub, IReadOnlyList<Problem> Problems) Read(string json, string? folder, Sites? sites, int priority)
    {
        var problems = new ProblemList();
        var node = JsonText.Parse("a.json", json, problems)!;
        var operations = (sites?.Contracts ?? []).SelectMany(contract => contract.Operations).ToDictionary(operation => operation.Name, StringComparer.OrdinalIgnoreCase);
        var context = new MappingContext(operations, folder, priority, () => sites?.NextOrder() ?? 0, false);
        if (Responder.Read(node["Response"]!, context, node["Request"]) is not { } responder || problems.HasErrors)
        {
            return (null, problems.All);
        }

        var mapping = new Mapping
        {
            Id = node.Text("Guid") is { } guid ? Guid.Parse(guid) : NameGuid(json),
            Name = "a.json#0",
            Title = node.Text("Title"),
            Scenario = node.Text("Scenario"),
            WhenStateIs = node.Text("WhenStateIs"),
            SetStateTo = node.Text("SetStateTo"),
            TimesInSameState = (int)(node.Integer("TimesInSameState") ?? 1),
            Times = (int?)node.Integer("Times"),
            Probability = (double?)node["Probability"]?.Token ?? 1,
            TimeSettings = TimeSettings.Read(node["TimeSettings"]),
            Data = node["Data"]?.Token,
            Response = responder,
        };
        return (new PathStub(mapping, node["Request"]!.Text("Path")!) { Id = mapping.Id, Name = mapping.Name, Priority = priority, Order = context.NextOrder() }, problems.All);
    }

    private static Guid NameGuid(string text) => FakeJira.Stubs.NameGuid.Of(text);

    private sealed class PathStub(Mapping mapping, string path) : Stub
    {
        public override bool NeedsClaim => Turns.NeedClaim(mapping);

        public override bool Matches(StubRequest request) => FileSystemName.MatchesSimpleExpression(path, request.Path, ignoreCase: false) && Turns.AreOpen(mapping, request.Site);

        public override bool TryClaim(StubRequest request) => Turns.TryClaim(mapping, request.Site);

        public override ValueTask<StubResponse> AnswerAsync(StubRequest request) => mapping.Response.AnswerAsync(request, mapping);
    }
}
