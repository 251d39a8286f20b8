using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Admin;

/// <summary>The journal of a site: listed, searched, emptied.</summary>
internal static class RequestsAdmin
{
    private const string Missing = "Request not found";
    private const string BeforePattern = "{\"Response\":{},\"Request\":";

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        AdminContract.Operation("requests.list", "GET", "requests", "Lists what was asked and answered, oldest first; offset and limit give a part.", request => Shown(request, _ => true)),
        AdminContract.Operation("requests.clear", "DELETE", "requests", "Forgets all requests.", Clear),
        AdminContract.Operation("requests.reset", "POST", "requests/reset", "Forgets all requests.", Clear),
        AdminContract.Operation("requests.find", "POST", "requests/find", "Lists the requests that a mapping's Request would match.", Find),
        AdminContract.Operation("requests.byMapping", "GET", "requests/find", "Lists the requests that a mapping answered: mappingGuid=….", ByMapping),
        AdminContract.Operation("requests.unmatched", "GET", "requests/unmatched", "Lists the requests that nothing matched, with the closest mappings.", request => Shown(request, entry => entry.StubId is null)),
        AdminContract.Operation("requests.show", "GET", "requests/{guid}", "Shows a request.", Show),
        AdminContract.Operation("requests.remove", "DELETE", "requests/{guid}", "Forgets a request.", Remove),
    ];

    private static StubResponse Shown(StubRequest request, Func<JournalEntry, bool> wanted) =>
        AdminAnswers.Json(new JArray(Paging.Of(request, request.Site.Journal.Entries.Where(wanted)).Select(LogEntryModel.Of)));

    private static StubResponse Clear(StubRequest request)
    {
        request.Site.Journal.Clear();
        return AdminAnswers.Done("Requests deleted");
    }

    private static StubResponse Find(StubRequest request)
    {
        var problems = new ProblemList();
        var context = request.Site.Sites.Library.ContextOf(static () => 0) with { Strict = false, Room = MappingRoom.OfFile() };
        var mappings = MappingFile.Read("body", BeforePattern + request.BodyText + "}", context, problems);
        return problems.HasErrors || mappings is not [var mapping]
            ? AdminAnswers.BadRequest([.. problems.All.Select(problem => problem.Line == 1 ? problem with { Column = Math.Max(1, problem.Column - BeforePattern.Length) } : problem)])
            : Shown(request, entry => mapping.Request.Matches(entry.Request.ForReading()));
    }

    private static StubResponse ByMapping(StubRequest request) => Guid.TryParse(request.QueryValue("mappingGuid"), out var id)
        ? Shown(request, entry => entry.StubId == id)
        : AdminAnswers.BadRequest("Expected ?mappingGuid= with the Guid of a mapping.");

    private static StubResponse Show(StubRequest request) =>
        Guid.TryParse(request.PathValue("guid"), out var id) && request.Site.Journal.Entries.FirstOrDefault(entry => entry.Id == id) is { } entry
            ? AdminAnswers.Json(LogEntryModel.Of(entry))
            : AdminAnswers.NotFound(Missing);

    private static StubResponse Remove(StubRequest request) =>
        Guid.TryParse(request.PathValue("guid"), out var id) && request.Site.Journal.Remove(id) ? AdminAnswers.Done("Request removed") : AdminAnswers.NotFound(Missing);
}
