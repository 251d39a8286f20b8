using FakeJira.Stubs;
using FakeJira.Stubs.Faulting;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>What goes wrong on a site: added, shown with what is left, and removed.</summary>
internal static class FaultOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("faults.list", "GET", "/faults", "The faults and what is left of them; the ready-made ones and the vendors' errors by name.", (_, site) => ControlErrors.Ok(List(site))),
        ControlContract.OfSite("faults.add", "POST", "/faults", "Adds a fault: {\"operation\": \"jira.votes.add\", \"error\": \"jira.rate-limited\", \"times\": 2}, or a ready-made one: {\"use\": \"rate-limit\"}.", Add),
        ControlContract.OfSite("faults.clear", "DELETE", "/faults", "Removes all faults.", Clear),
        ControlContract.OfSite("faults.get", "GET", "/faults/{name}", "One fault and what is left of it.", (request, site) => Find(request, site) is { } note ? ControlErrors.Ok(FaultList.Show(site, note)) : Missing(request, site)),
        ControlContract.OfSite("faults.remove", "DELETE", "/faults/{name}", "Removes a fault.", (request, site) => Find(request, site) is { } note && FaultList.Remove(site, note) ? ControlErrors.NoContent() : Missing(request, site)),
    ];

    private static JObject List(Site site) => new()
    {
        ["faults"] = FaultList.ShowAll(site),
        ["readyMade"] = new JArray(site.Faults.ReadyMade.Select(fault => new JObject { ["name"] = fault.Name, ["description"] = fault.Description })),
        ["errors"] = new JArray(site.Sites.Contracts.SelectMany(contract => contract.Errors).Select(error => new JObject { ["name"] = error.Name, ["rule"] = error.Rule.Id, ["description"] = error.Rule.Summary })),
    };

    private static StubResponse Add(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        return JsonText.Parse("request body", request.BodyText, problems) is { } root && FaultList.Add(site, root) is { } note
            ? ControlErrors.Ok(FaultList.Show(site, note), 201)
            : ControlErrors.Mistakes(problems);
    }

    private static StubResponse Clear(StubRequest request, Site site)
    {
        site.Faults.Clear();
        return ControlErrors.NoContent();
    }

    private static FaultNote? Find(StubRequest request, Site site) => FaultList.Find(site, request.PathValue("name"));

    private static StubResponse Missing(StubRequest request, Site site)
    {
        var name = request.PathValue("name");
        return ControlErrors.Refused(404, $"There is no fault '{name}' on the site '{site.Name}'" + (Suggestion.For(name, FaultList.Of(site).Select(note => note.Name)) is { } near ? $"; did you mean '{near}'?" : "."));
    }
}
