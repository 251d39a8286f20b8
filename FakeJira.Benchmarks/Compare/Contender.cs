using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace FakeJira.Benchmarks.Compare;

/// <summary>A server that takes part: what it is called, how it is started, and where it answers.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Address">Where it answers.</param>
internal sealed record Contender(string Name, IReadOnlyList<string> Command, Uri Address)
{
    /// <summary>How long a server may take to its first answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    /// <summary>Whether it works in an empty folder of its own; a server of the user works where the user is, as their commands mean it.</summary>
    public bool InEmptyFolder { get; init; }

    /// <summary>How it is started, in one line.</summary>
    public string CommandText => string.Join(' ', Command);

    /// <summary>How many static mappings it has; null for another server than FakeJira, which was given none.</summary>
    public int? Mappings { get; init; }

    /// <summary>The same for a table.</summary>
    public string MappingsText => Mappings?.ToString(CultureInfo.InvariantCulture) ?? "-";

    /// <summary>The standalone program with nothing to read: its built-in mappings and the vendors' examples.</summary>
    public static Contender OfFakeJira() => OfProgram();

    /// <summary>The standalone program, with a folder of mappings and a site of one issue with one voter.</summary>
    public static Contender OfFakeJira(Workload workload) => OfProgram("--mappings", workload.Folder, "--seed", workload.SeedFile) with { Mappings = workload.Mappings };

    /// <summary>The yardstick, writing the answer that stands in a file.</summary>
    public static Contender OfBare(string answer)
    {
        var port = FreePort();
        return new("bare Kestrel", ["dotnet", typeof(Contender).Assembly.Location, "bare", port.ToString(CultureInfo.InvariantCulture), answer], new Uri($"http://127.0.0.1:{port}")) { InEmptyFolder = true };
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <exception cref="CannotMeasureException">It does not, or something else answers there.</exception>
    public async Task<RunningContender> StartAsync()
    {
        // What is silent there costs the server none of its time.
        using (var look = new CancellationTokenSource(Look))
        {
            if (await AnswersAsync(look.Token).ConfigureAwait(false))
            {
                throw new CannotMeasureException($"{Name} was not started: something answers at {Address} already.");
            }
        }

        using var patience = new CancellationTokenSource(Patience);
        var watch = Stopwatch.StartNew();
        var measured = Begin();
        var process = measured.Process;
        var complaint = "";
        // Nobody reads what it prints; a full pipe would stop it.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => complaint = line.Data ?? complaint;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await AnswersAsync(patience.Token).ConfigureAwait(false))
        {
            if (process.HasExited || patience.IsCancellationRequested)
            {
                var ended = process.HasExited;
                if (ended)
                {
                    // Until all that it said is read, unless others hold its output.
                    using var last = new CancellationTokenSource(LastWords);
                    await process.WaitForExitAsync(last.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }

                measured.Dispose();
                throw new CannotMeasureException($"{Name} does not answer at {Address}: {(ended ? "its process has ended" : $"not within {Patience.TotalSeconds:0} seconds")}: {CommandText}{(complaint.Length > 0 ? ": " + complaint : "")}");
            }

            await Task.Delay(1, CancellationToken.None).ConfigureAwait(false);
        }

        return new(this, measured, watch.Elapsed.TotalMilliseconds);
    }

    private MeasuredProcess Begin()
    {
        try
        {
            return MeasuredProcess.Start(new(Command[0], Command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true }, InEmptyFolder);
        }
        catch (Win32Exception e)
        {
            throw new CannotMeasureException($"{Name} cannot be started: {e.Message}");
        }
    }

    private static Contender OfProgram(params string[] more)
    {
        var port = FreePort();
        return new("FakeJira", ["dotnet", typeof(FakeJiraServer).Assembly.Location, "--port", port.ToString(CultureInfo.InvariantCulture), .. more], new Uri($"http://127.0.0.1:{port}")) { InEmptyFolder = true };
    }

    private async Task<bool> AnswersAsync(CancellationToken patience)
    {
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(Address.Host, Address.Port, patience).ConfigureAwait(false);
            await socket.SendAsync("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray(), patience).ConfigureAwait(false);
            return await socket.ReceiveAsync(new byte[1], patience).ConfigureAwait(false) == 1;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>A port that nobody listens on at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
