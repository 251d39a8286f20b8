using FakeJira.Stubs.Faulting;
using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding;
using FakeJira.Stubs.Responding.Templates;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>One entry of a mapping file: what was read, and the stub that it became.</summary>
internal sealed class Mapping
{
    /// <summary>Its Guid field, the name of its file where that is a GUID, or a function of file and index.</summary>
    public required Guid Id { get; init; }

    /// <summary>What tells it from the mapping that takes its place under the same Guid; whoever only has to know that need not keep all of it.</summary>
    public object Identity { get; } = new();

    /// <summary>File and index, for example <c>jira/fields.json#0</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The file, relative to the folder, with forward slashes; what a posted text is called otherwise.</summary>
    public required string File { get; init; }

    /// <summary>Its place in the file, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>For people.</summary>
    public string? Title { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>Lower wins.</summary>
    public int Priority { get; init; }

    /// <summary>The scenario it is a step of, or null.</summary>
    public string? Scenario { get; init; }

    /// <summary>The state in which it answers; null for the start.</summary>
    public string? WhenStateIs { get; init; }

    /// <summary>The state it leads to; null for the start.</summary>
    public string? SetStateTo { get; init; }

    /// <summary>How many answers it gives before the state changes.</summary>
    public int TimesInSameState { get; init; } = 1;

    /// <summary>From 0 to 1: the chance that it takes part in the choice at all.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>How many requests it answers before it retires; null for any number.</summary>
    public int? Times { get; init; }

    /// <summary>Whether it is left out for now.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Whether it came with the program.</summary>
    public bool IsBuiltIn { get; init; }

    /// <summary>When it answers; null for always.</summary>
    public TimeSettings? TimeSettings { get; init; }

    /// <summary>What templates see as <c>data</c>.</summary>
    public JToken? Data { get; init; }

    /// <summary>As it was written.</summary>
    public required JObject Document { get; init; }

    /// <summary>About how many bytes it takes.</summary>
    public long Size { get; init; }

    /// <summary>Something to say about its Guid, at the place where it stands; the message is missing. The text is not kept for it.</summary>
    public required Problem AtGuid { get; init; }

    /// <summary>The same about its Request.</summary>
    public required Problem AtRequest { get; init; }

    /// <summary>Which requests it answers.</summary>
    public required RequestPattern Request { get; init; }

    /// <summary>What it answers.</summary>
    public required Responder Response { get; init; }

    /// <summary>The fault that it was made of, or null.</summary>
    public FaultNote? Fault { get; set; }

    /// <summary>As an entry of the table.</summary>
    public MappingStub Stub { get; private set; } = null!;

    /// <summary>What templates of the answer can read.</summary>
    public Members ModelOf(StubRequest request) => new TemplateModel(this, request);

    /// <summary>Registers it: with equal rank the later one wins.</summary>
    internal Mapping Registered(long order)
    {
        Stub = MappingStub.Of(this, order);
        return this;
    }
}
