using System.Text;
using FakeJira.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Admin;

/// <summary>What the admin API does with the mapping folder: read again, write to, say what is wrong with it.</summary>
internal static class MappingFilesAdmin
{
    public static IReadOnlyList<Operation> Operations { get; } =
    [
        AdminContract.Operation("mappings.reset", "POST", "mappings/reset", "Removes what was added at run time, brings back the folder's mappings, and resets the scenarios; reads the folder again with reloadStaticMappings=true.", Reset),
        AdminContract.Operation("mappings.reload", "POST", "mappings/reloadStaticMappings", "Reads the folder again and brings back what was removed of it; what was added stays.", Reload),
        AdminContract.Operation("mappings.save", "POST", "mappings/save", "Writes the mappings that were added at run time into the folder, a file each.", Save),
        AdminContract.Operation("mappings.problems", "GET", "mappings/problems", "Lists what is wrong with the mapping files, each at its line and column, and the files that were skipped.", Problems),
        AdminContract.Operation("mappings.schema", "GET", MappingSchema.FileName, "The JSON schema of mapping files, for editors.", _ => StubResponse.Text(200, MappingSchema.Read(), "application/schema+json")),
    ];

    private static StubResponse Reset(StubRequest request)
    {
        request.Site.Stubs.Clear();
        request.Site.Scenarios.ResetAll();
        if (!bool.TryParse(request.QueryValue("reloadStaticMappings"), out var reload) || !reload)
        {
            return AdminAnswers.Done("Mappings reset");
        }

        request.Site.Sites.Library.Folder?.Scan();
        return AdminAnswers.Done("Mappings reset and static mappings reloaded");
    }

    private static StubResponse Reload(StubRequest request)
    {
        request.Site.Sites.Library.Folder?.Scan();
        request.Site.Stubs.BringBack();
        return AdminAnswers.Done("Static Mappings reloaded");
    }

    private static StubResponse Save(StubRequest request)
    {
        if (request.Site.Sites.Library.Folder is not { } folder)
        {
            return AdminAnswers.BadRequest("There is no mapping folder to save to; start the server with --mappings DIR.");
        }

        // Not the faults: a file would let them go wrong on every site, and for ever.
        var own = ListedMappings.Of(request.Site).Where(listed => listed.IsOwn && listed.Mapping.Fault is null).ToList();
        try
        {
            if (!folder.TryWrite([.. own.Select(listed => (Path.Combine(folder.Path, FileName(listed.Mapping)), Written(listed)))], request.Site.Sites.Limits.Files))
            {
                return AdminAnswers.FolderFull(request.Site.Sites);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return AdminAnswers.Unwritable(exception);
        }

        return AdminAnswers.Done("Mappings saved to disk");
    }

    private static StubResponse Problems(StubRequest request)
    {
        var library = request.Site.Sites.Library;
        return AdminAnswers.Json(new JObject { ["Problems"] = AdminAnswers.Problems(library.AllProblems()), ["Skipped"] = new JArray(library.Folder?.Content.Skipped ?? []) });
    }

    private static ReadOnlyMemory<byte> Written(ListedMapping listed) => Encoding.UTF8.GetBytes(MappingModel.Of(listed with { TimesLeft = null }) + "\n");

    /// <summary>Named by its Guid, so that a second save replaces it.</summary>
    private static string FileName(Mapping mapping) => mapping.Id + ".json";
}
