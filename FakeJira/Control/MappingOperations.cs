using FakeJira.Control.Pages;
using FakeJira.Stubs;
using FakeJira.Stubs.Admin;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>The mappings of a site: shown, switched on and off, added as a file has them, and removed.</summary>
internal static class MappingOperations
{
    private const string One = "/mappings/{guid}";

    public static IReadOnlyList<Operation> All { get; } =
    [
        Page.Operation("mappings.list", "/mappings", "The mappings, those added at run time first: offset=, limit= (50), search= in name, title and operation.", [], List),
        ControlContract.OfSite("mappings.problems", "GET", "/mappings/problems", "What is wrong with the mapping files, each at its line and column, and the files that were skipped.", (_, site) => ControlErrors.Ok(Problems(site))),
        ControlContract.OfSite("mappings.add", "POST", "/mappings", "Adds what a mapping file holds: one mapping or an array of them; file= says what it is called.", Add),
        ControlContract.OfSite("mappings.get", "GET", One, "A mapping as it was written.", (request, site) => Find(request, site) is { } listed ? ControlErrors.Ok(Whole(listed)) : Missing(request, site)),
        ControlContract.OfSite("mappings.change", "PATCH", One, "Lets a mapping answer or not: {\"enabled\": false}.", Change),
        ControlContract.OfSite("mappings.remove", "DELETE", One, "Removes a mapping from the site; its file stays.", Remove),
    ];

    private static StubResponse List(StubRequest request, Site site, Page page)
    {
        var found = ListedMappings.Of(site).Where(listed => listed.Mapping.Fault is null && page.Finds(listed.Mapping.Name, listed.Mapping.Title, (string?)listed.Mapping.Document.SelectToken("Request.Operation")))
            .OrderBy(listed => listed.IsOwn ? 0 : listed.Mapping.IsBuiltIn ? 2 : 1).ToList();
        return ControlErrors.Ok(page.Of("mappings", found, Show));
    }

    private static JObject Show(ListedMapping listed) => new()
    {
        ["guid"] = listed.Mapping.Id.ToString(),
        ["name"] = listed.Mapping.Name,
        ["title"] = listed.Mapping.Title,
        ["description"] = listed.Mapping.Description,
        ["from"] = listed.IsOwn ? "runTime" : listed.Mapping.IsBuiltIn ? "builtIn" : "folder",
        ["enabled"] = !listed.IsDisabled,
        ["priority"] = listed.Mapping.Priority,
        ["scenario"] = listed.Mapping.Scenario,
        ["timesLeft"] = listed.TimesLeft,
    };

    private static JObject Whole(ListedMapping listed)
    {
        var shown = Show(listed);
        shown["mapping"] = listed.Mapping.Document.DeepClone();
        return shown;
    }

    private static JObject Problems(Site site)
    {
        var library = site.Sites.Library;
        return new JObject { ["problems"] = new JArray(library.AllProblems().Select(Show)), ["skipped"] = new JArray(library.Folder?.Content.Skipped ?? []) };
    }

    private static JObject Show(Problem problem) => new()
    {
        ["severity"] = problem.Severity == Severity.Error ? "error" : "warning",
        ["file"] = problem.File,
        ["line"] = problem.Line,
        ["column"] = problem.Column,
        ["path"] = problem.JsonPath,
        ["message"] = problem.Message,
    };

    private static StubResponse Add(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        var order = site.Sites.NextOrder();
        var name = request.QueryValue("file") is { Length: > 0 } file ? $"{file} ({order})" : $"added-{order}";
        var context = site.Sites.Library.ContextOf(site.Sites.NextOrder);
        var mappings = MappingFile.Read(name, request.BodyText, context, problems);
        if (problems.HasErrors)
        {
            return context.Room.IsExceeded ? ControlErrors.Refused(413, site.Stubs.Full) : ControlErrors.Mistakes(problems);
        }

        if (mappings.Select(mapping => site.Sites.Library.OperationOf(mapping.Id)).FirstOrDefault(operation => operation is not null) is { } taken)
        {
            return ControlErrors.Refused(409, $"The Guid is that of the operation {taken.Name}, which is always there; leave the Guid out.");
        }

        if (!ListedMappings.Add(site, mappings))
        {
            return ControlErrors.Refused(413, site.Stubs.Full);
        }

        return ControlErrors.Ok(new JObject
        {
            ["added"] = new JArray(mappings.Select(mapping => new JObject { ["guid"] = mapping.Id.ToString(), ["name"] = mapping.Name })),
            ["warnings"] = new JArray(problems.All.Select(Show)),
        }, 201);
    }

    private static StubResponse Change(StubRequest request, Site site)
    {
        var problems = new ProblemList();
        var root = JsonText.Parse("request body", request.BodyText, problems, repeats: false);
        var enabled = root is { IsObject: true } ? root.Flag("enabled") : null;
        if (root is not null && enabled is null && !problems.HasErrors)
        {
            root.Expected<object>("an object: {\"enabled\": false}");
        }

        root?.ReportUnknown();
        if (problems.HasErrors)
        {
            return ControlErrors.Mistakes(problems);
        }

        if (Find(request, site) is not { } listed)
        {
            return Missing(request, site);
        }

        site.Stubs.Enable(listed.Mapping.Id, enabled == true);
        return ControlErrors.NoContent();
    }

    private static StubResponse Remove(StubRequest request, Site site)
    {
        if (Find(request, site) is not { } listed)
        {
            return Missing(request, site);
        }

        site.Stubs.Remove(listed.Mapping.Id);
        return ControlErrors.NoContent();
    }

    private static ListedMapping? Find(StubRequest request, Site site) => Guid.TryParse(request.PathValue("guid"), out var id) ? ListedMappings.Find(site, id) : null;

    private static StubResponse Missing(StubRequest request, Site site) => ControlErrors.Refused(404, $"There is no mapping '{request.PathValue("guid")}' on the site '{site.Name}'; GET …/mappings lists them.");
}
