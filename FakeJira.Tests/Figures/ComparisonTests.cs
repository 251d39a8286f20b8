using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Xml.Linq;
using FakeJira.Benchmarks;
using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests.Figures;

/// <summary><c>compare</c> with servers that users put beside FakeJira: too few requests to say anything, as many as show that it says it.</summary>
public sealed class ComparisonTests
{
    private const string Address = "http://127.0.0.1";
    private static readonly string[] Small = ["compare", "--rounds", "1", "--requests", "20", "--warm", "8", "--starts", "1", "--mappings", "1", "--connections", "1"];

    private static string Program => RepositoryFiles.At($"FakeJira.Benchmarks/bin/{new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name}/net10.0/FakeJira.Benchmarks.dll");

    [Test]
    public async Task A_server_of_the_user_stands_in_the_table_and_in_the_chart_beside_FakeJira()
    {
        using var folder = new TemporaryFolder();
        var port = FreePort();
        new CannedAnswer(200, [("Content-Type", "text/plain")], "hello"u8.ToArray()).Write(Path.Combine(folder.Path, "an answer"));

        // Its file is found where the user is, has a space in its name, and the shell does none of the work.
        var (exit, output, errors) = await RunAsync(folder, [.. Small, "--server", "mine", $"sh -c \"dotnet '{Program}' bare {port} 'an answer'; exit\"", $"{Address}:{port}", "--table", "table.md", "--chart", "chart.svg"]);

        errors.ShouldBeEmpty();
        exit.ShouldBe(0);
        var table = await File.ReadAllTextAsync(Path.Combine(folder.Path, "table.md"));
        output.ShouldBe(table);
        var rows = table.Split('\n').Select(line => line.Trim('|', ' ').Split(" | ")).Where(row => row is ["FakeJira" or "mine", ..]).ToList();
        rows.Count(row => row[0] == "FakeJira").ShouldBe(8);
        rows.Count(row => row[0] == "mine").ShouldBe(8);
        rows.ShouldAllBe(row => row.Skip(3).All(cell => !cell.Contains("no answer", StringComparison.Ordinal)));
        var chart = XDocument.Load(Path.Combine(folder.Path, "chart.svg")).Root!;
        chart.Name.ShouldBe(XName.Get("svg", "http://www.w3.org/2000/svg"));
        chart.Value.ShouldContain("bare Kestrel");
        chart.Elements(XName.Get("text", "http://www.w3.org/2000/svg")).Count(text => text.Value.StartsWith("FakeJira, ", StringComparison.Ordinal)).ShouldBe(4);
        chart.Elements(XName.Get("text", "http://www.w3.org/2000/svg")).Count(text => text.Value.StartsWith("mine, ", StringComparison.Ordinal)).ShouldBe(4);
    }

    [TestCase("", "'mine' '' '{0}': this is not a name, a command (in quotes) and a URL of http without a path. --help lists what there is.\n")]
    [TestCase("sh -c \"echo sorry >&2; exit 3\"", "mine does not answer at {0}/: its process has ended: sh -c echo sorry >&2; exit 3: sorry\n")]
    [TestCase("no-such-program-of-mine", "mine cannot be started: ")]
    public async Task A_server_that_does_not_start_is_one_line_that_says_why(string command, string expected)
    {
        using var folder = new TemporaryFolder();
        var address = $"{Address}:{FreePort()}";

        var (exit, _, errors) = await RunAsync(folder, [.. Small, "--server", "mine", command, address]);

        exit.ShouldBe(2);
        errors.ShouldStartWith(string.Format(CultureInfo.InvariantCulture, expected, address));
        errors.Count(letter => letter == '\n').ShouldBe(1);
    }

    [TestCase("--table")]
    [TestCase("--chart")]
    public async Task A_folder_that_is_not_there_is_told_before_anything_is_measured(string option)
    {
        using var folder = new TemporaryFolder();

        (await RunAsync(folder, [.. Small, option, "no/such"])).ShouldBe((2, "", $"{option} no/such: there is no such folder. --help lists what there is.\n"));
    }

    [Test]
    public async Task A_path_in_the_address_is_refused_because_the_requests_have_paths_of_their_own()
    {
        using var folder = new TemporaryFolder();

        (await RunAsync(folder, [.. Small, "--server", "mine", "cat", "http://127.0.0.1:1/base"])).ShouldBe((2, "", "'mine' 'cat' 'http://127.0.0.1:1/base': this is not a name, a command (in quotes) and a URL of http without a path. --help lists what there is.\n"));
    }

    [Test]
    public async Task A_process_that_does_none_of_the_work_is_told_apart_from_the_server()
    {
        using var folder = new TemporaryFolder();
        var port = FreePort();
        new CannedAnswer(200, [], "hello"u8.ToArray()).Write(Path.Combine(folder.Path, "answer"));

        // What answers is nobody's child; it ends when nobody holds its input any longer.
        var (exit, _, errors) = await RunAsync(folder, [.. Small, "--server", "mine", $"sh -c \"exec 3<&0; (dotnet '{Program}' bare {port} answer <&3 &); exec sleep 60\"", $"{Address}:{port}"]);

        exit.ShouldBe(2);
        errors.ShouldStartWith($"mine answers at {Address}:{port}/, but its process did no work; give the command of the server itself: sh -c ");
    }

    [Test]
    public async Task A_published_program_is_compared_with_a_slim_server_that_was_published_too()
    {
        using var folder = new TemporaryFolder();

        (await RunAsync(folder, ["cold", Program])).ShouldBe((2, "", "A published program is compared with a slim server that was published in the same way: cold FILE --slim FILE. --help lists what there is.\n"));
    }

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(TemporaryFolder folder, string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, .. args]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder.Path })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync();
        return (process.ExitCode, output.ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
