using System.Diagnostics.CodeAnalysis;
using FakeJira.Stubs.Mappings;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>The names a template starts with. What is not asked for is not made.</summary>
internal sealed class TemplateModel(Mapping mapping, StubRequest request) : Members
{
    private static readonly string[] Names = ["request", "mapping", "data"];
    private RequestMembers? _request;

    public override IEnumerable<string> Keys => Names;

    /// <summary>Whether templates can start with that name, in any case.</summary>
    public static bool Has(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    public override bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        var name = Array.FindIndex(Names, known => string.Equals(known, key, StringComparison.OrdinalIgnoreCase));
        value = name switch
        {
            0 => _request ??= new RequestMembers(request),
            1 => OfMapping(),
            2 => JsonModel.Of(mapping.Data),
            _ => null,
        };
        return name >= 0;
    }

    private KnownMembers OfMapping() => new(new Dictionary<string, object?>
    {
        ["Guid"] = mapping.Id.ToString(),
        ["Title"] = mapping.Title,
        ["Description"] = mapping.Description,
        ["Priority"] = (long)mapping.Priority,
        ["Scenario"] = mapping.Scenario,
        ["ExecutionConditionState"] = mapping.WhenStateIs,
        ["NextState"] = mapping.SetStateTo,
    });
}
