using System.Diagnostics;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>A folder of mapping files that is gone when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
        {
            Write(name, text);
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("fakejira-mappings-").FullName;

    /// <summary>A mapping file of one mapping: GET of a path answers a text.</summary>
    public static string Answering(string path, string body) => $$"""{ "Request": { "Path": "{{path}}" }, "Response": { "Body": "{{body}}" } }""";

    public void Write(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A file that whoever reads it waits for, until someone has written it and closed it.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> PipeAsync(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        using var make = Process.Start("mkfifo", [path]);
        await make.WaitForExitAsync();
        return path;
    }

    public void Delete(string name) => File.Delete(System.IO.Path.Combine(Path, name));

    public void Rename(string from, string to) => File.Move(System.IO.Path.Combine(Path, from), System.IO.Path.Combine(Path, to));

    /// <summary>A server of these files alone.</summary>
    public Task<FakeJiraServer> ServeAsync(bool strict = false, bool watch = false) =>
        FakeJiraServer.StartAsync(new() { Mappings = Path, Contracts = [], Listens = false, Strict = strict, WatchMappings = watch });

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
