using FakeJira.Stubs.Mappings;

namespace FakeJira;

/// <summary>Takes the mappings into service that a server starts with.</summary>
internal static class MappingStart
{
    /// <exception cref="FakeJiraException">The folder has problems, and the server is to be strict.</exception>
    public static void Open(Library library, FakeJiraOptions options)
    {
        library.Use(Catalog.BuiltIn);
        if (options.Mappings is not { } path)
        {
            return;
        }

        var log = options.MappingLog ?? options.Log ?? (static _ => { });
        var folder = library.Open(path, options.Strict);
        if (options.Strict && folder.Content.Problems.Count > 0)
        {
            throw new FakeJiraException(string.Join(Environment.NewLine, folder.Content.Problems));
        }

        Report(folder.Content);
        folder.Changed += content =>
        {
            log($"{path}: {content.Mappings.Count} mappings.");
            Report(content);
        };
        if (options.WatchMappings)
        {
            library.Watch(log);
        }

        void Report(FolderContent content)
        {
            foreach (var problem in content.Problems)
            {
                log(problem.ToString());
            }
        }
    }
}
