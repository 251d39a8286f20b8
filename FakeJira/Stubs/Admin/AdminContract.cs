namespace FakeJira.Stubs.Admin;

/// <summary>
/// WireMock.Net's admin API at <c>/__admin</c>, so that its clients and people's scripts keep working: the same paths, statuses and bodies.
/// What it does is done to the site whose prefix stands before the path.
/// </summary>
internal static class AdminContract
{
    public static Contract Contract { get; } = new("admin", "WireMock.Net's admin API",
    [
        .. Health(), .. SettingsAdmin.Operations, .. MappingsAdmin.Operations, .. MappingFilesAdmin.Operations, .. RequestsAdmin.Operations, .. ScenariosAdmin.Operations, .. FilesAdmin.Operations,
    ]);

    /// <summary>An operation of the admin API.</summary>
    public static Operation Operation(string name, string method, string path, string summary, Func<StubRequest, StubResponse> callback) =>
        new("admin." + name, method, "/__admin/" + path, summary, [], request => request.BodyTooLarge ? AdminAnswers.Done("The body is too long.", status: 413) : callback(request));

    private static IEnumerable<Operation> Health() => [Operation("health", "GET", "health", "Says that the server answers.", _ => StubResponse.Text(200, "Healthy", "text/plain"))];
}
