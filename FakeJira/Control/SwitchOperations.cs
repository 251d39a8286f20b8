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
        var settings = new SiteSettings(site);
        return new JObject
        {
            ["profile"] = settings.Profile,
            ["switches"] = new JArray(settings.All.Select(each => new JObject
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
