using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Control.Dashboard;

/// <summary>The dashboard: a page for people at the root of the control API, and the files it consists of. Everything it shows and does goes over the control API.</summary>
internal static class DashboardOperations
{
    private const string Root = "/__fakejira";

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.Define("dashboard.file", "GET", "/dashboard/{*file}", "The files of the dashboard, which GET /__fakejira/ shows to a browser.", File) with { IsOpen = true },
    ];

    /// <summary>
    /// The page, for callers that show pages; null for all others. Its links are relative, so it has to be asked for with a slash; and it begins with the site that
    /// its address names, so behind the door of a site it has to be asked for by that name.
    /// </summary>
    public static StubResponse? Page(StubRequest request) =>
        request.Header("Accept")?.Contains("text/html", StringComparison.OrdinalIgnoreCase) != true ? null
        : request.RawPath.EndsWith('/') && request.PrefixAtMainDoor == request.Prefix ? DashboardFiles.Answer(DashboardFiles.Page, request)
        : new() { Status = 302, Headers = [new("Location", $"{request.PrefixAtMainDoor}{Root}/"), new("Vary", "Accept")] };

    private static StubResponse File(StubRequest request)
    {
        var name = request.PathValue("file");
        return DashboardFiles.Answer(name, request)
            ?? ControlErrors.Refused(404, $"The dashboard has no file '{name}'" + (Suggestion.For(name, DashboardFiles.Names) is { } near ? $"; did you mean '{near}'?" : "."));
    }
}
