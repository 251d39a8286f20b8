using System.Diagnostics;
using System.Globalization;

namespace FakeJira.Benchmarks;

/// <summary>A server in a process of its own, so that its CPU time is its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private const string Authorization = "Basic bWlhQGV4YW1wbGUuY29tOm1pYS10b2tlbg==";
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static ServerProcess Start(string kind, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ServerProcess).Assembly.Location, kind, "0", .. more]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        var process = Process.Start(start)!;
        return new ServerProcess(process, new Uri(process.StandardOutput.ReadLine() ?? throw new IOException($"{kind} has not started.")));
    }

    /// <summary>The request of the comparison, signed in.</summary>
    public static string RequestOf(string method) =>
        $"{method} /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nUser-Agent: load\r\nAuthorization: {Authorization}\r\n{(method == "POST" ? "Content-Length: 0\r\n" : "")}\r\n";

    /// <summary>FakeJira with one issue that has one vote.</summary>
    public static async Task<int> RunFakeAsync(string port)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Port = int.Parse(port, CultureInfo.InvariantCulture) }).ConfigureAwait(false);
        var mia = fake.Jira.AddUser("Mia Krystof", "mia@example.com", "mia-token");
        fake.Jira.AddIssue("MKY-1", voters: [mia]);
        return Wait(fake.BaseAddress);
    }

    /// <summary>FakeJira with a folder of mapping files and nothing else.</summary>
    public static async Task<int> RunMappedAsync(string port, string folder)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Port = int.Parse(port, CultureInfo.InvariantCulture), Mappings = folder, Contracts = [] }).ConfigureAwait(false);
        return Wait(fake.BaseAddress);
    }

    /// <summary>Bare Kestrel, with the answers that another server gives to GET and POST.</summary>
    public static async Task<int> RunBareAsync(string port, Uri like, string body)
    {
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Authorization);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var get = await client.GetAsync(like).ConfigureAwait(false);
        using var post = await client.PostAsync(like, content).ConfigureAwait(false);
        await using var bare = await BareServer.StartAsync(await CannedAnswer.Of(get).ConfigureAwait(false), await CannedAnswer.Of(post).ConfigureAwait(false), int.Parse(port, CultureInfo.InvariantCulture)).ConfigureAwait(false);
        return Wait(bare.Address);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>Says where it listens, and ends with the process that started it.</summary>
    private static int Wait(Uri address)
    {
        Console.WriteLine(address);
        while (Console.ReadLine() is not null)
        {
        }

        return 0;
    }
}
