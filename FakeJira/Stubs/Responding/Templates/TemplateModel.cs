using FakeJira.Stubs.Mappings;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>The names a template starts with.</summary>
internal static class TemplateModel
{
    public static Members Of(Mapping mapping, StubRequest request) => new KnownMembers(new Dictionary<string, object?>
    {
        ["request"] = new RequestMembers(request),
        ["mapping"] = OfMapping(mapping),
        ["data"] = JsonModel.Of(mapping.Data),
    });

    private static KnownMembers OfMapping(Mapping mapping) => new(new Dictionary<string, object?>
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
