using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Admin;

/// <summary>The mappings of a site: shown, added, replaced, removed, enabled and disabled, one or many.</summary>
internal static class MappingsAdmin
{
    private const string Missing = "Mapping not found";

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        AdminContract.Operation("mappings.list", "GET", "mappings", "Lists the mappings, and the operations as mappings with a Callback.", List),
        AdminContract.Operation("mappings.add", "POST", "mappings", "Adds one mapping, or several in an array: what a mapping file holds.", Add),
        AdminContract.Operation("mappings.clear", "DELETE", "mappings", "Removes all mappings of the folder and of the run time, or those whose Guids the body lists.", Clear),
        AdminContract.Operation("mappings.show", "GET", "mappings/{guid}", "Shows a mapping.", Show),
        AdminContract.Operation("mappings.put", "PUT", "mappings/{guid}", "Adds a mapping of that Guid, or replaces it.", Put),
        AdminContract.Operation("mappings.remove", "DELETE", "mappings/{guid}", "Removes a mapping.", Remove),
        AdminContract.Operation("mappings.enable", "PUT", "mappings/{guid}/enable", "Lets a mapping answer.", request => Enable(request, true)),
        AdminContract.Operation("mappings.disable", "PUT", "mappings/{guid}/disable", "Lets a mapping not answer for now.", request => Enable(request, false)),
    ];

    private static StubResponse List(StubRequest request) => AdminAnswers.Json(new JArray(Paging.Of(request,
        ListedMappings.Of(request.Site).Select(MappingModel.Of).Concat(request.Site.Sites.Contracts.SelectMany(contract => contract.Operations).Select(MappingModel.Of)))));

    private static StubResponse Add(StubRequest request) => Read($"posted-{request.Site.Sites.NextOrder()}", request, mappings =>
    {
        if (mappings.Select(mapping => OperationOf(request, mapping.Id)).FirstOrDefault(operation => operation is not null) is { } taken)
        {
            return OfOperation(taken);
        }

        if (!ListedMappings.Add(request.Site, mappings))
        {
            return Full(request);
        }

        return mappings is [var one] ? AdminAnswers.Done("Mapping added", one.Id, 201) : AdminAnswers.Done("Mappings added", status: 201);
    });

    private static StubResponse Show(StubRequest request) =>
        Id(request) is not { } id ? AdminAnswers.NotFound(Missing)
        : ListedMappings.Find(request.Site, id) is { } listed ? AdminAnswers.Json(MappingModel.Of(listed))
        : OperationOf(request, id) is { } operation ? AdminAnswers.Json(MappingModel.Of(operation))
        : AdminAnswers.NotFound(Missing);

    private static StubResponse Put(StubRequest request)
    {
        if (Id(request) is not { } id)
        {
            return AdminAnswers.NotFound(Missing);
        }

        if (OperationOf(request, id) is { } operation)
        {
            return OfOperation(operation);
        }

        // A file that is named by a Guid gives it to its mapping.
        return Read($"{id}.json", request, mappings =>
            mappings is not [_] ? AdminAnswers.BadRequest("Expected one mapping.")
            : ListedMappings.Add(request.Site, mappings) ? AdminAnswers.Done("Mapping added or updated", id)
            : Full(request));
    }

    private static StubResponse Remove(StubRequest request)
    {
        if (Id(request) is { } id && OperationOf(request, id) is { } operation)
        {
            return OfOperation(operation);
        }

        return Id(request) is { } found && TryRemove(request.Site, found) ? AdminAnswers.Done("Mapping removed", found) : AdminAnswers.NotFound(Missing);
    }

    private static StubResponse Clear(StubRequest request)
    {
        if (request.Body.Length == 0)
        {
            request.Site.Stubs.Remove([.. ListedMappings.Of(request.Site).Where(listed => listed.IsOwn || !listed.Mapping.IsBuiltIn).Select(listed => listed.Mapping.Id)]);
            request.Site.Scenarios.ResetAll();
            return AdminAnswers.Done("Mappings deleted");
        }

        var problems = new ProblemList();
        if (JsonText.Parse("body", request.BodyText, problems) is not { } body)
        {
            return AdminAnswers.BadRequest("Poorly formed mapping JSON.");
        }

        var named = (body.IsArray ? body.Children() : [body]).Select(item => item.IsObject ? item.Text("Guid") : item.Expected<string>("an object with a Guid")).ToList();
        if (problems.HasErrors)
        {
            return AdminAnswers.BadRequest(problems.All);
        }

        var removed = named.Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().Where(id => TryRemove(request.Site, id)).ToList();
        return AdminAnswers.Done($"Mappings deleted. Affected GUIDs: [{string.Join(", ", removed)}]");
    }

    private static StubResponse Enable(StubRequest request, bool enabled)
    {
        if (Id(request) is { } id && OperationOf(request, id) is { } operation)
        {
            return OfOperation(operation);
        }

        if (Id(request) is not { } found || !request.Site.Stubs.Enable(found, enabled))
        {
            return AdminAnswers.NotFound(Missing);
        }

        return AdminAnswers.Done(enabled ? "Mapping enabled" : "Mapping disabled", found);
    }

    private static bool TryRemove(Site site, Guid id)
    {
        if (ListedMappings.Find(site, id) is null)
        {
            return false;
        }

        site.Stubs.Remove(id);
        return true;
    }

    private static StubResponse Read(string name, StubRequest request, Func<IReadOnlyList<Mapping>, StubResponse> use)
    {
        var sites = request.Site.Sites;
        var (context, problems) = (sites.Library.ContextOf(sites.NextOrder), new ProblemList());
        var mappings = MappingFile.Read(name, request.BodyText, context, problems);
        return context.Room.IsExceeded ? Full(request) : problems.HasErrors ? AdminAnswers.BadRequest(problems.All) : use(mappings);
    }

    private static Operation? OperationOf(StubRequest request, Guid id) => request.Site.Sites.Library.OperationOf(id);

    private static Guid? Id(StubRequest request) => Guid.TryParse(request.PathValue("guid"), out var id) ? id : null;

    private static StubResponse Full(StubRequest request) => AdminAnswers.Done(request.Site.Stubs.Full, status: 413);

    private static StubResponse OfOperation(Operation operation) =>
        AdminAnswers.BadRequest($"{operation.Name} is an operation of this server: it is always there. Add a mapping with \"Operation\": \"{operation.Name}\" in its Request to answer in its place.");
}
