using FakeJira.Seeding;
using FakeJira.Seeding.Generating;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>Settings and state of a site.</summary>
internal static class StateOperations
{
    private const string Body = "request body";

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.OfSite("settings.get", "GET", "/settings", "Every switch and its value.", (_, site) => ControlErrors.Ok(SettingsOf(site))),
        ControlContract.OfSite("settings.change", "PATCH", "/settings", "Sets switches: {\"jira.votingEnabled\": false}; \"profile\" sets all on which the profiles differ.", ChangeSettings),
        ControlContract.Define("state.schema", "GET", "/" + StateSchema.FileName, "The JSON schema of the state document and of seed files, for editors.", _ => StubResponse.Text(200, StateSchema.Read(), "application/schema+json")),
        ControlContract.OfSite("state.get", "GET", "/state", "The state document: what --seed takes.", (_, site) => ControlErrors.Ok(StateDocument.Write(site.Capture(), site.Sites))),
        ControlContract.OfSite("state.put", "PUT", "/state", "Replaces the state; ?seed=true makes it what a reset goes back to.", PutState),
        ControlContract.OfSite("generate", "POST", "/generate", "Makes up data in addition to what there is: {\"users\": 50, \"issues\": 500, \"votes\": 2000, \"randomSeed\": 7}.", Generate),
        ControlContract.OfSite("reset", "POST", "/reset", "Back to what the site started with.", Reset),
    ];

    private static JObject SettingsOf(Site site) => new(new SiteSettings(site).All.Select(each => new JProperty(each.Switch.Name, Scalar.Token(each.Value))));

    private static StubResponse ChangeSettings(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        var root = JsonText.Parse(Body, request.BodyText, problems, repeats: false);
        if (root is { IsObject: false })
        {
            root.Expected<object>("an object such as {\"jira.votingEnabled\": false}");
        }

        var settings = new SiteSettings(site);
        var changes = root?.Members() ?? [];
        foreach (var (name, value) in changes)
        {
            if (problems.IsFull(Severity.Error))
            {
                problems.AddUntold(Severity.Error, Body);
                break;
            }

            if (settings.Check(name, Scalar.Text(value.Token) ?? "") is { } mistake)
            {
                value.Error(mistake);
            }
        }

        if (problems.HasErrors)
        {
            return ControlErrors.Mistakes(problems);
        }

        foreach (var (name, value) in changes.OrderByDescending(change => change.Name.Equals("profile", StringComparison.OrdinalIgnoreCase)))
        {
            settings.TrySet(name, Scalar.Text(value.Token)!);
        }

        return ControlErrors.Ok(SettingsOf(site));
    }

    private static StubResponse PutState(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        if (StateDocument.Read(Body, request.BodyText, site.Sites, problems) is not { } state)
        {
            return ControlErrors.Mistakes(problems);
        }

        site.Restore(state);
        if (request.QueryValue("seed") == "true")
        {
            site.KeepAsSeed(state);
        }

        return ControlErrors.NoContent();
    }

    private static StubResponse Generate(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        if (JsonText.Parse(Body, request.BodyText, problems, repeats: false) is { } root)
        {
            GenerateDocument.Read(root, site);
        }

        return problems.HasErrors ? ControlErrors.Mistakes(problems) : ControlErrors.NoContent();
    }

    private static StubResponse Reset(StubRequest request, Site site)
    {
        site.Reset();
        return ControlErrors.NoContent();
    }
}
