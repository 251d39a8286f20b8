using FakeJira.Seeding;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>The sites of the server: made, listed and removed.</summary>
internal static class SiteOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.Define("sites.list", "GET", "/sites", "Every site.", request => ControlErrors.Ok(new JArray(request.Site.Sites.All.Select(site => Describe(request, site))))),
        ControlContract.Define("sites.create", "POST", "/sites", "Makes a site: {\"name\", \"seed\": \"vendor\", \"empty\" or a state document}, or {\"name\", \"from\": \"default\"}: as another one is now; {\"port\": 0}: on a port of its own, any free one; {\"idleSeconds\": 600}: removed when nobody has asked it for so long.", Create),
        ControlContract.OfSite("sites.get", "GET", "", "One site.", (request, site) => ControlErrors.Ok(Describe(request, site))),
        ControlContract.OfSite("sites.delete", "DELETE", "", "Removes a site; not the default one.", Delete),
    ];

    private static JObject Describe(StubRequest request, Site site)
    {
        var description = new JObject { ["name"] = site.Name };
        if (site.Port is { } own)
        {
            description["baseUrl"] = new UriBuilder("http", HostOf(request), own).Uri.GetLeftPart(UriPartial.Authority);
            description["port"] = own;
        }
        else
        {
            description["baseUrl"] = SiteAddress.UrlOf(site, request);
        }

        description["cloudId"] = site.Id;
        if (site.Idle is { } idle)
        {
            description["idleSeconds"] = (long)idle.TotalSeconds;
        }

        return description;
    }

    /// <summary>The name by which the caller has reached this machine, whatever the port after it.</summary>
    private static string HostOf(StubRequest request) =>
        ControlGate.NameOf(request.Host) is var name && Uri.CheckHostName(name) != UriHostNameType.Unknown ? name : "localhost";

    private static StubResponse Create(StubRequest request)
    {
        var sites = request.Site.Sites;
        var problems = new ProblemList();
        var root = JsonText.Parse("request body", request.BodyText, problems, repeats: false);
        if (root is { IsObject: false })
        {
            root.Expected<object>("an object such as {\"name\": \"team-a\", \"seed\": \"vendor\"}");
        }

        var name = root?.Text("name");
        if (root is { IsObject: true } && !Sites.IsName(name))
        {
            root.PlaceOf("name").Error("Expected a 'name' of 1 to 64 characters without slashes.");
        }

        var seed = root?["from"] is { } from ? Fork(from, root["seed"], sites) : ReadSeed(root?["seed"], sites, problems);
        var port = (int?)root?.Integer("port", 0, 65535);
        if (port is not null && sites.OpenPort is null)
        {
            root!.PlaceOf("port").Error("The server does not listen, so its sites have no ports.");
        }

        var idle = (int?)root?.Integer("idleSeconds", 1, int.MaxValue);
        root?.ReportUnknown();
        if (problems.HasErrors || name is null || seed is null)
        {
            return ControlErrors.Mistakes(problems);
        }

        if (sites.Create(name, seed, idle is { } seconds ? TimeSpan.FromSeconds(seconds) : null) is not { } site)
        {
            return ControlErrors.Refused(409, sites.Find(name) is null ? $"There are {sites.Limits.Sites} sites; delete one first." : $"There is a site '{name}' already; delete it or choose another name.");
        }

        if (port is { } wanted && sites.OpenPort!(site, wanted) is { } mistake)
        {
            sites.Remove(name);
            return ControlErrors.Refused(409, mistake);
        }

        return ControlErrors.Ok(Describe(request, site), 201);
    }

    private static SiteState? Fork(JsonNodeAt node, JsonNodeAt? seed, Sites sites)
    {
        seed?.Error("A site is made of a seed or from another site: say one of the two.");
        if (node.AsText() is not { } name)
        {
            return null;
        }

        if (sites.Find(name) is not { } other)
        {
            node.Error($"There is no site '{name}'" + (Suggestion.For(name, sites.All.Select(site => site.Name)) is { } near ? $"; did you mean '{near}'?" : "."));
            return null;
        }

        return other.Capture();
    }

    private static SiteState? ReadSeed(JsonNodeAt? node, Sites sites, ProblemList problems)
    {
        if (node is null)
        {
            return Seed.Named(Seed.Empty, sites);
        }

        if (node.IsObject)
        {
            return StateDocument.Read(node, sites, problems);
        }

        return node.AsText() is (Seed.Empty or Seed.Vendor) and var name ? Seed.Named(name, sites) : node.Expected<SiteState>("\"vendor\", \"empty\" or a state document");
    }

    private static StubResponse Delete(StubRequest request, Site site) =>
        request.Site.Sites.Remove(site.Name) ? ControlErrors.NoContent() : ControlErrors.Refused(409, "The default site cannot be removed; reset it instead.");
}
