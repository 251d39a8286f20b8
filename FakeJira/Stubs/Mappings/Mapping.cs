using FakeJira.Stubs.Responding;
using FakeJira.Stubs.Responding.Templates;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>One request pattern and what is answered to it, as it was read.</summary>
internal sealed class Mapping
{
    public required Guid Id { get; init; }

    /// <summary>The value of the header X-FakeJira-Stub: file#index.</summary>
    public required string Name { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    public int Priority { get; init; }

    public string? Scenario { get; init; }

    public string? WhenStateIs { get; init; }

    public string? SetStateTo { get; init; }

    public int TimesInSameState { get; init; } = 1;

    public double Probability { get; init; } = 1;

    public int? Times { get; init; }

    public TimeSettings? TimeSettings { get; init; }

    /// <summary>What templates see as <c>data</c>.</summary>
    public JToken? Data { get; init; }

    public required Responder Response { get; init; }

    /// <summary>What templates of the answer can read.</summary>
    public Members ModelOf(StubRequest request) => TemplateModel.Of(this, request);
}
