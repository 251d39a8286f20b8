using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Admin;

/// <summary>WireMock.Net's settings: the delay of every answer can be set, the rest shows how this server works.</summary>
internal static class SettingsAdmin
{
    private const string Delay = "GlobalProcessingDelay";
    private const int LongestDelay = 600_000;

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        AdminContract.Operation("settings.show", "GET", "settings", "Shows the settings.", request => AdminAnswers.Json(Show(request.Site))),
        AdminContract.Operation("settings.put", "PUT", "settings", "Sets the delay of every answer.", Change),
        AdminContract.Operation("settings.update", "POST", "settings", "Sets the delay of every answer.", Change),
    ];

    private static JObject Show(Site site)
    {
        var library = site.Sites.Library;
        return new()
        {
            [Delay] = (int)site.ProcessingDelay.TotalMilliseconds,
            ["AllowPartialMapping"] = false,
            ["MaxRequestLogCount"] = site.Journal.Capacity,
            ["AllowBodyForAllHttpMethods"] = false,
            ["HandleRequestsSynchronously"] = false,
            ["ReadStaticMappings"] = library.Folder is not null,
            ["WatchStaticMappings"] = library.IsWatched,
            ["WatchStaticMappingsInSubdirectories"] = library.IsWatched,
        };
    }

    private static StubResponse Change(StubRequest request)
    {
        var problems = new ProblemList();
        var body = AdminAnswers.ObjectIn(request, problems);
        var delay = body?.Integer(Delay, 0, LongestDelay);
        if (body is null || problems.HasErrors)
        {
            return AdminAnswers.BadRequest(problems.All);
        }

        request.Site.ProcessingDelay = TimeSpan.FromMilliseconds(delay ?? request.Site.ProcessingDelay.TotalMilliseconds);
        var without = Ignored(body, Show(request.Site));
        var done = new JObject { ["Status"] = "Settings updated" };
        if (without.Count > 0)
        {
            done["WithoutEffect"] = without;
        }

        return AdminAnswers.Json(done);
    }

    /// <summary>Settings that were sent, are not what they are, and cannot be changed: better said than believed.</summary>
    private static JArray Ignored(JsonNodeAt body, JObject shown) =>
        [.. body.Members().Where(member => !member.Value.IsNull && !string.Equals(member.Name, Delay, StringComparison.OrdinalIgnoreCase) && !JToken.DeepEquals(shown.GetValue(member.Name, StringComparison.OrdinalIgnoreCase), member.Value.Token)).Select(member => member.Name)];
}
