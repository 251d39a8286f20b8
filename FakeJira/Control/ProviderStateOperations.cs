using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>What the verifiers of Pact call between interactions: <c>{"consumer", "state", "params", "action"}</c>.</summary>
internal static class ProviderStateOperations
{
    private static readonly string[] Actions = ["setup", "teardown"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.Define("providerStates.list", "GET", "/provider-states", "The states that a pact can name: documents of --provider-states, seeds and misbehaviours.", request => List(request.Site)),
        ControlContract.Define("providerStates.change", "POST", "/provider-states", "What verifiers of Pact call: {\"state\": \"vendor\", \"params\": {}, \"action\": \"setup\"} puts the site into a state, \"teardown\" resets it.", request => Change(request, request.Site)),
        ControlContract.OfSite("sites.providerStates.list", "GET", "/provider-states", "The same for a site by its name.", (_, site) => List(site)),
        ControlContract.OfSite("sites.providerStates.change", "POST", "/provider-states", "The same for a site by its name.", Change),
    ];

    private static StubResponse List(Site site)
    {
        var problems = new ProblemList();
        var names = ProviderStates.Names(site, problems);
        return problems.HasErrors ? ControlErrors.Mistakes(problems) : ControlErrors.Ok(new JObject { ["states"] = new JArray(names) });
    }

    /// <summary>Members that verifiers add of their own are theirs and not looked at.</summary>
    private static StubResponse Change(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        if (JsonText.Parse(ControlErrors.RequestBody, request.BodyText, problems) is not { } root)
        {
            return ControlErrors.Mistakes(problems);
        }

        var action = root.Text("action") ?? "setup";
        var parameters = root["params"];
        if (root["state"] is not { } state)
        {
            root.Expected<object>("an object such as {\"state\": \"vendor\", \"params\": {}, \"action\": \"setup\"}");
            return ControlErrors.Mistakes(problems);
        }

        if (!Actions.Contains(action))
        {
            root.PlaceOf("action").Expected<string>("\"setup\" or \"teardown\"");
        }

        if (parameters is { IsObject: false })
        {
            parameters.Expected<object>("an object");
        }

        if (problems.HasErrors)
        {
            return ControlErrors.Mistakes(problems);
        }

        if (action == "teardown")
        {
            site.Reset();
        }
        else
        {
            ProviderStates.SetUp(site, state, parameters?.Token as JObject ?? [], problems);
        }

        return problems.HasErrors ? ControlErrors.Mistakes(problems) : ControlErrors.Ok(new JObject { ["site"] = site.Name, ["state"] = state.Token, ["action"] = action });
    }
}
