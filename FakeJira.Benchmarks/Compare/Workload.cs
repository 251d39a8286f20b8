using System.Globalization;

namespace FakeJira.Benchmarks.Compare;

/// <summary>A folder with so many mappings and a seed, and what is asked of it.</summary>
internal sealed class Workload : IDisposable
{
    private static readonly string Basic = ContractRequests.BasicOf("mia@example.com", "mia-token");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fakejira-");

    /// <param name="mappings">How many static ones.</param>
    /// <param name="voters">How many users have not voted: each connection that votes is one of them.</param>
    public Workload(int mappings, int voters = 1)
    {
        Mappings = mappings;
        Directory.CreateDirectory(Folder);
        File.WriteAllText(SeedFile, SeedOf(voters));
        File.WriteAllText(Path.Combine(Folder, "all.json"), $"[{string.Join(',', Enumerable.Range(0, mappings).Select(Mapping).Append(Templated))}]");
        var last = string.Create(CultureInfo.InvariantCulture, $"/m/{mappings - 1}/x");
        Requests =
        [
            new("GET votes", "GET", "/rest/api/3/issue/MKY-1/votes", Basic),
            ContractRequests.CastAndWithdraw("/rest/api/3/issue/MKY-1/votes"),
            new("a mapping", "GET", last, ""),
            new("a templated mapping", "GET", "/t?name=world", ""),
        ];
    }

    /// <summary>How many static ones.</summary>
    public int Mappings { get; }

    /// <summary>Where they are.</summary>
    public string Folder => Path.Combine(_folder.FullName, "mappings");

    /// <summary>A site of one issue with one voter, and of users who have not voted.</summary>
    public string SeedFile => Path.Combine(_folder.FullName, "seed.json");

    /// <summary>What the yardstick answers is put here.</summary>
    public string AnswerFile => Path.Combine(_folder.FullName, "answer");

    public IReadOnlyList<Comparison> Requests { get; }

    private static string Templated => """{"Request":{"Path":"/t","Methods":["GET"]},"Response":{"UseTransformer":true,"Headers":{"Content-Type":"text/plain"},"Body":"Hello {{request.query.name}} at {{request.path}}"}}""";

    public void Dispose() => _folder.Delete(recursive: true);

    private static string SeedOf(int voters)
    {
        var users = Enumerable.Range(0, voters).Select(voter => User(ContractRequests.NameOfVoter(voter), ContractRequests.EmailOfVoter(voter), ContractRequests.TokenOfVoter(voter)));
        return $$"""
            {"jira": {"users": [{{User("mia", "mia@example.com", "mia-token")}}, {{User("emma", "emma@example.com", "emma-token")}}, {{string.Join(", ", users)}}],
              "projects": [{"key": "MKY", "name": "Monkey"}], "issues": [{"key": "MKY-1", "reporter": "emma", "voters": ["mia"]}] } }
            """;
    }

    private static string User(string id, string email, string token) => $$"""{"accountId": "{{id}}", "displayName": "{{id}}", "email": "{{email}}", "tokens": [{"value": "{{token}}"}] }""";

    private static string Mapping(int number) => string.Create(CultureInfo.InvariantCulture, $$$"""{"Request":{"Path":"/m/{{{number}}}/x","Methods":["GET"]},"Response":{"Headers":{"Content-Type":"text/plain"},"Body":"{{{number}}}"} }""");
}
