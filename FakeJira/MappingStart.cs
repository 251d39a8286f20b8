using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Noting;

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

        var log = GuardedLog.Of(options.MappingLog ?? options.Log);
        var folder = library.Open(path, options.Strict);
        if (options.Strict && library.AllProblems() is { Count: > 0 } problems)
        {
            throw new FakeJiraException(string.Join(Environment.NewLine, problems));
        }

        if (log is not null)
        {
            Report(library, log);
            folder.Changed += content =>
            {
                log($"{path}: {content.Mappings.Count} mapping{(content.Mappings.Count == 1 ? "" : "s")}.");
                Report(library, log);
            };
        }

        if (options.WatchMappings)
        {
            library.Watch(log ?? (static _ => { }));
        }
    }

    private static void Report(Library library, Action<string> log)
    {
        foreach (var problem in library.AllProblems())
        {
            log(problem.ToString());
        }
    }
}
