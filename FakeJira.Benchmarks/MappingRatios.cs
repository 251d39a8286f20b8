using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace FakeJira.Benchmarks;

/// <summary>What mapping files cost: per request by their number, when they are loaded, and when one of them changes.</summary>
internal static class MappingRatios
{
    private const int Requests = 20_000;
    private const int Connections = 8;

    public static async Task<int> RunAsync()
    {
        Console.WriteLine("| what | bare | FakeJira | ratio (min to max) |");
        Console.WriteLine("|---|---|---|---|");
        foreach (var count in new[] { 1, 100, 1_000, 10_000 })
        {
            await CompareAsync($"request, {count} mappings of different paths", Paths(count), $"/m/{count - 1}/x", "").ConfigureAwait(false);
        }

        await CompareAsync("request, 1000 regex paths", Regexes(1_000), "/r/500/x", "").ConfigureAwait(false);
        await CompareAsync("request, 1000 body matchers on one path", Bodies(1_000), "/b", """{"number":500}""").ConfigureAwait(false);
        await CompareAsync("request, a templated answer", ["""{"Request":{"Path":"/t"},"Response":{"UseTransformer":true,"Body":"{{request.path}} {{request.query.a}}"}}"""], "/t?a=1", "").ConfigureAwait(false);
        await LoadingAsync().ConfigureAwait(false);
        return 0;
    }

    private static async Task CompareAsync(string what, IEnumerable<string> mappings, string path, string body)
    {
        using var folder = new Folder();
        folder.Write("all.json", "[" + string.Join(',', mappings) + "]");
        using var fake = ServerProcess.Start("mapped", folder.Path);
        await Ratios.CompareAsync(new Comparison(what, body.Length > 0 ? "POST" : "GET", path, "", body), fake, Requests, Connections).ConfigureAwait(false);
    }

    private static async Task LoadingAsync()
    {
        using var folder = new Folder();
        var count = 0;
        foreach (var mapping in Paths(1_000))
        {
            folder.Write(string.Create(CultureInfo.InvariantCulture, $"{count++:0000}.json"), mapping);
        }

        ColdStart.Compare("cold process start to first answer, 1000 files beside none", [], ["--mappings", folder.Path]);
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path }).ConfigureAwait(false);
        var files = fake.Universe.Library.Folder ?? throw new InvalidOperationException("There is no folder.");
        var times = new List<double>();
        for (var round = 0; round < 9; round++)
        {
            folder.Write("0500.json", string.Create(CultureInfo.InvariantCulture, $$"""{"Request":{"Path":"/m/500/x"},"Response":{"Body":"{{round}}"} }"""));
            var watch = Stopwatch.StartNew();
            files.Scan();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| reload of one file among 1000 | - | {Spread.MedianOf(times):0.0} ms | - |"));
    }

    private static IEnumerable<string> Paths(int count) => Enumerable.Range(0, count).Select(number => $$"""{"Request":{"Path":"/m/{{number}}/x","Methods":["GET"]},"Response":{"Body":"{{number}}"} }""");

    private static IEnumerable<string> Regexes(int count) => Enumerable.Range(0, count).Select(number => $$"""{"Request":{"Path":{"Matchers":[{"Name":"RegexMatcher","Pattern":"^/r/{{number}}/[a-z]+$"}] } },"Response":{"Body":"{{number}}"} }""");

    private static IEnumerable<string> Bodies(int count) => Enumerable.Range(0, count).Select(number => $$$"""{"Request":{"Path":"/b","Body":{"Matcher":{"Name":"JsonMatcher","Pattern":{"number":{{{number}}} } } } },"Response":{"Body":"{{{number}}}"} }""");

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("fakejira-").FullName;

        public void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text, Encoding.UTF8);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
