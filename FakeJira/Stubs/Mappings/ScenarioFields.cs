using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>What makes a mapping a step of a scenario.</summary>
/// <param name="Scenario">The scenario, or null.</param>
/// <param name="WhenStateIs">The state in which it answers; null for the start.</param>
/// <param name="SetStateTo">The state it leads to; null for the start.</param>
/// <param name="TimesInSameState">How many answers it gives before the state changes.</param>
internal sealed record ScenarioFields(string? Scenario, string? WhenStateIs, string? SetStateTo, int TimesInSameState)
{
    public static ScenarioFields Read(JsonNodeAt node)
    {
        var (scenario, when, next) = (Wording(node["Scenario"]), Wording(node["WhenStateIs"]), Wording(node["SetStateTo"]));
        var times = (int?)node.Integer("TimesInSameState", 1, int.MaxValue) ?? 1;
        if (node["Scenario"] is null)
        {
            (node["WhenStateIs"] ?? node["SetStateTo"] ?? node["TimesInSameState"])?.Warning("It means nothing without a Scenario.");
        }
        else if (scenario is not null && node["SetStateTo"] is null)
        {
            node.PlaceOf("Scenario").Warning($"Without a SetStateTo its answer puts the scenario '{scenario}' back to its start; to stay, repeat the state{(when is null ? "" : $" '{when}'")} in SetStateTo.");
        }

        if (scenario is not null && when == "Started")
        {
            node.PlaceOf("WhenStateIs").Warning("The start has no name here, 'Started' is a state like any other; for the start leave WhenStateIs out.");
        }

        return new(scenario, when, next, times);
    }

    private static string? Wording(JsonNodeAt? node) => node?.AtMost(Scenarios.LongestText, node.AsWording());
}
