using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace FakeJira.Benchmarks;

/// <summary>What a fixture waits for: start, one answer and stop, beside the bare server; the first in a process, the tenth, and once everything is warm.</summary>
internal static class FixtureStart
{
    private const int Rounds = 9;
    private const int Tenth = 10;
    private const int Many = 50;
    private static readonly CannedAnswer Small = new(404, [("Content-Type", "application/json;charset=UTF-8")], new byte[100]);

    /// <param name="package">Whose library is started instead of the one that was built beside this; null for none.</param>
    public static async Task<int> RunAsync(string? package = null)
    {
        if (package is null)
        {
            return await CompareAsync(typeof(FixtureStart).Assembly.Location).ConfigureAwait(false);
        }

        var folder = Directory.CreateTempSubdirectory("started-").FullName;
        try
        {
            return await CompareAsync(WithLibraryOf(package, folder)).ConfigureAwait(false);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<int> CompareAsync(string program)
    {
        var pairs = new List<(double[] Bare, double[] Fake)>();
        for (var round = 0; round < Rounds; round++)
        {
            pairs.Add(await Ratios.InTurnAsync(round, () => InProcessAsync(program, "bare"), () => InProcessAsync(program, "fake")).ConfigureAwait(false));
        }

        Ratios.Print("start + answer + stop, first in a process", "µs", [.. pairs.Select(pair => (pair.Bare[0], pair.Fake[0]))]);
        Ratios.Print("start + answer + stop, tenth in a process", "µs", [.. pairs.Select(pair => (pair.Bare[1], pair.Fake[1]))]);
        Ratios.Print("start + answer + stop, warm", "µs", [.. pairs.Select(pair => (pair.Bare[2], pair.Fake[2]))]);
        return 0;
    }

    /// <summary>In a process of its own: prints the time of the first, of the tenth, and the median of many.</summary>
    public static async Task<int> OnceAsync(string kind)
    {
        var times = new List<double>();
        for (var i = 0; i < Tenth + Many + Many; i++)
        {
            var watch = Stopwatch.StartNew();
            await (kind == "bare" ? BareAsync() : FakeAsync()).ConfigureAwait(false);
            times.Add(watch.Elapsed.TotalMicroseconds);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times[0]} {times[Tenth - 1]} {Spread.MedianOf(times.TakeLast(Many))}"));
        return 0;
    }

    /// <summary>This program with the library that a test project on this system gets from the package.</summary>
    private static string WithLibraryOf(string package, string folder)
    {
        var program = typeof(FixtureStart).Assembly.Location;
        foreach (var file in Directory.EnumerateFiles(Path.GetDirectoryName(program)!))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        using var files = ZipFile.OpenRead(package);
        var library = files.GetEntry($"runtimes/{RuntimeInformation.RuntimeIdentifier}/lib/net10.0/FakeJira.dll") ?? files.GetEntry("lib/net10.0/FakeJira.dll")!;
        library.ExtractToFile(Path.Combine(folder, "FakeJira.dll"), overwrite: true);
        Console.WriteLine(library.FullName);
        return Path.Combine(folder, Path.GetFileName(program));
    }

    private static async Task<double[]> InProcessAsync(string program, string kind)
    {
        using var once = MeasuredProcess.Start(new("dotnet", [program, "started-once", kind]) { RedirectStandardOutput = true });
        var said = await once.Process.StandardOutput.ReadToEndAsync().ConfigureAwait(false);
        await once.Process.WaitForExitAsync().ConfigureAwait(false);
        return [.. said.Split(' ').Select(each => double.Parse(each, CultureInfo.InvariantCulture))];
    }

    private static async Task BareAsync()
    {
        await using var bare = await BareServer.StartAsync(Small).ConfigureAwait(false);
        await AskAsync(bare.Address).ConfigureAwait(false);
    }

    private static async Task FakeAsync()
    {
        await using var fake = await FakeJiraServer.StartAsync().ConfigureAwait(false);
        await AskAsync(fake.BaseAddress).ConfigureAwait(false);
    }

    private static Task<Load.Asked> AskAsync(Uri address) => Load.OnceAsync(address, "GET /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
}
