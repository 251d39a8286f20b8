using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>What the ids in X-FakeJira-Rule mean.</summary>
internal static class RuleOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.Define("rules", "GET", "/rules", "Every rule of the contracts that are served: its sentence, and how it is known.", request => ControlErrors.Ok(Show(request.Site.Sites))),
    ];

    private static JObject Show(Sites sites) => new(sites.Contracts.SelectMany(contract => contract.Rules).DistinctBy(rule => rule.Id).Select(rule => new JProperty(rule.Id, new JObject
    {
        ["summary"] = rule.Summary,
        ["provenance"] = rule.Provenance.ToString(),
        ["source"] = rule.Source,
    })));
}
