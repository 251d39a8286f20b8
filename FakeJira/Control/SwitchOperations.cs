using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>The switches of a site with what each of them is about.</summary>
internal static class SwitchOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("switches", "GET", "/switches", "Every switch: what it chooses, its value, what it can be, and what each profile says.", (_, site) => ControlErrors.Ok(Show(site))),
    ];

    private static JObject Show(Site site)
    {
        var all = new SiteSettings(site).All;
        var differing = all.Where(each => each.Switch.Documented != each.Switch.Observed).ToList();
        return new JObject
        {
            ["profile"] = differing.All(each => each.Value == each.Switch.Documented) ? "documented" : differing.All(each => each.Value == each.Switch.Observed) ? "observed" : "mixed",
            ["switches"] = new JArray(all.Select(each => new JObject
            {
                ["name"] = each.Switch.Name,
                ["contract"] = site.Sites.Contracts.First(contract => contract.Switches.Contains(each.Switch)).Name,
                ["summary"] = each.Switch.Summary,
                ["value"] = Scalar.Token(each.Value),
                ["values"] = new JArray(each.Switch.Values.Select(Scalar.Token)),
                ["documented"] = Scalar.Token(each.Switch.Documented),
                ["observed"] = Scalar.Token(each.Switch.Observed),
            })),
        };
    }
}
