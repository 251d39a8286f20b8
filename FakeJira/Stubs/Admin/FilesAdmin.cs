namespace FakeJira.Stubs.Admin;

/// <summary>Body and pattern files in the mapping folder, by their names alone: no path leads out of it.</summary>
internal static class FilesAdmin
{
    public static IReadOnlyList<Operation> Operations { get; } =
    [
        Operation("read", "GET", "Shows a file of the mapping folder.", Read),
        Operation("add", "POST", "Writes a file into the mapping folder.", request => Write(request, "File created")),
        Operation("put", "PUT", "Replaces a file of the mapping folder.", request => Existing(request) is null ? Missing : Write(request, "File updated")),
        Operation("remove", "DELETE", "Deletes a file of the mapping folder.", Remove),
    ];

    private static StubResponse Missing => AdminAnswers.NotFound("File is not found");

    private static Operation Operation(string name, string method, string summary, Func<StubRequest, StubResponse> callback) => AdminContract.Operation("files." + name, method, "files/{name}", summary, request =>
    {
        try
        {
            return callback(request);
        }
        catch (FileNotFoundException)
        {
            // Somebody else has deleted it in this moment.
            return Missing;
        }
        catch (Exception exception) when (exception is PathTooLongException || (exception is IOException or UnauthorizedAccessException && Directory.Exists(Path(request))))
        {
            return AdminAnswers.BadRequest($"No file can have this name: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return AdminAnswers.Unwritable(exception);
        }
    });

    private static StubResponse Read(StubRequest request) => Existing(request) is not { } path ? Missing
        : request.Method == "HEAD" ? new StubResponse { Status = 204 }
        : new StubResponse { Headers = [new("Content-Type", "application/octet-stream")], Body = RegularFile.ReadAllBytes(path) };

    private static StubResponse Write(StubRequest request, string done)
    {
        if (Path(request) is not { } path)
        {
            return AdminAnswers.BadRequest("Expected the plain name of a file, and a server with a mapping folder.");
        }

        var sites = request.Site.Sites;
        return sites.Library.Folder!.TryWrite([(path, request.Body)], sites.Limits.Files) ? AdminAnswers.Done(done) : AdminAnswers.FolderFull(sites);
    }

    private static StubResponse Remove(StubRequest request)
    {
        if (Existing(request) is not { } path)
        {
            return Missing;
        }

        File.Delete(path);
        request.Site.Sites.Library.Folder!.Scan();
        return AdminAnswers.Done("File deleted.");
    }

    private static string? Existing(StubRequest request) => Path(request) is { } path && File.Exists(path) ? path : null;

    private static string? Path(StubRequest request)
    {
        var name = request.PathValue("name");
        if (request.Site.Sites.Library.Folder is not { } folder || name.Length == 0 || name[0] == '.' || name.IndexOfAny(['/', '\\', '\0', ':']) >= 0)
        {
            return null;
        }

        var file = new FileInfo(System.IO.Path.Combine(folder.Path, name));
        return file.LinkTarget is not null && !RealPath.IsInside(file.FullName, folder.Path) ? null : file.FullName;
    }
}
