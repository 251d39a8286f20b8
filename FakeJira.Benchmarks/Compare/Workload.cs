using System.Globalization;

namespace FakeJira.Benchmarks.Compare;

/// <summary>A folder with so many mappings and a seed, and what is asked of it.</summary>
internal sealed class Workload : IDisposable
{
    private const string Basic = "Basic bWlhQGV4YW1wbGUuY29tOm1pYS10b2tlbg==";
    private const string Seed = """
        {"jira": {"users": [{"accountId": "mia", "displayName": "Mia Krystof", "email": "mia@example.com", "tokens": [{"value": "mia-token"}]}],
          "projects": [{"key": "MKY", "name": "Monkey"}], "issues": [{"key": "MKY-1", "voters": ["mia"]}]}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fakejira-");

    public Workload(int mappings)
    {
        Mappings = mappings;
        Directory.CreateDirectory(Folder);
        File.WriteAllText(SeedFile, Seed);
        File.WriteAllText(Path.Combine(Folder, "all.json"), $"[{string.Join(',', Enumerable.Range(0, mappings).Select(Mapping).Append(Templated))}]");
        var last = string.Create(CultureInfo.InvariantCulture, $"/m/{mappings - 1}/x");
        Requests =
        [
            new("GET votes", "GET", "/rest/api/3/issue/MKY-1/votes", Basic),
            new("POST votes", "POST", "/rest/api/3/issue/MKY-1/votes", Basic),
            new("a mapping", "GET", last, ""),
            new("a templated mapping", "GET", "/t?name=world", ""),
        ];
    }

    /// <summary>How many static ones.</summary>
    public int Mappings { get; }

    /// <summary>Where they are.</summary>
    public string Folder => Path.Combine(_folder.FullName, "mappings");

    /// <summary>A site of one issue with one voter.</summary>
    public string SeedFile => Path.Combine(_folder.FullName, "seed.json");

    /// <summary>What the yardstick answers is put here.</summary>
    public string AnswerFile => Path.Combine(_folder.FullName, "answer");

    public IReadOnlyList<Comparison> Requests { get; }

    private static string Templated => """{"Request":{"Path":"/t","Methods":["GET"]},"Response":{"UseTransformer":true,"Headers":{"Content-Type":"text/plain"},"Body":"Hello {{request.query.name}} at {{request.path}}"}}""";

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Mapping(int number) => string.Create(CultureInfo.InvariantCulture, $$$"""{"Request":{"Path":"/m/{{{number}}}/x","Methods":["GET"]},"Response":{"Headers":{"Content-Type":"text/plain"},"Body":"{{{number}}}"} }""");
}
