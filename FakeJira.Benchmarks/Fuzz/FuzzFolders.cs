namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Mapping files and provider states that a server may read and write, beside what it must neither read nor write.</summary>
internal sealed class FuzzFolders : IDisposable
{
    private const string Kept = "what nobody may read 0b9e1c";

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("fakejira-fuzz-");
    private readonly string _kept;

    public FuzzFolders()
    {
        _kept = Write("kept.txt", Kept);
        Write("mappings/a.json", """[{"Request": {"Path": "/files/body"}, "Response": {"BodyAsFile": "body.txt"} }, {"Request": {"Path": "/files/state"}, "Scenario": "s", "SetStateTo": "two", "Times": 2, "Response": {"Body": "{{request.path}}", "UseTransformer": true} }]""");
        Write("mappings/body.txt", "a body");
        Write("mappings/sub/b.json", """{"Request": {"Path": "/files/sub"}, "Response": {"Body": "sub"} }""");
        Write("states/one vote.json", """{"jira": {"users": [{"accountId": "a", "displayName": "${name}"}], "projects": [{"key": "MKY"}], "issues": [{"key": "MKY-1", "reporter": "a", "voters": ["a"]}]} }""");
        Write("states/broken.json", "{");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(Mappings, "link.txt"), _kept);
            Directory.CreateSymbolicLink(Path.Combine(Mappings, "linked"), _root.FullName);
            File.CreateSymbolicLink(Path.Combine(Mappings, "twice.txt"), Path.Combine("linked", "kept.txt"));
        }
    }

    public string Mappings => Path.Combine(_root.FullName, "mappings");

    public string States => Path.Combine(_root.FullName, "states");

    /// <summary>What an answer has or has done that it must not, or null.</summary>
    public string? Escape(string answer) =>
        answer.Contains(Kept, StringComparison.Ordinal) ? $"A file outside of the folder was read: {answer}"
        : File.ReadAllText(_kept) != Kept || _root.GetFileSystemInfos().Length != 3 ? "Outside of the folder something was written or deleted."
        : null;

    public void Dispose() => _root.Delete(recursive: true);

    private string Write(string name, string text)
    {
        var file = new FileInfo(Path.Combine(_root.FullName, name));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
        return file.FullName;
    }
}
