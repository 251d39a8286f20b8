using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using FakeJira.Benchmarks.Compare;

namespace FakeJira.Benchmarks;

/// <summary>From the start of a process to its first answer: the standalone program beside a bare slim server.</summary>
internal static class ColdStart
{
    private const int Rounds = 7;
    private static readonly string Product = typeof(FakeJiraServer).Assembly.Location;

    /// <param name="command">How the program is started instead, without its port; none for the one that was built beside this.</param>
    public static int Run(params string[] command)
    {
        var bare = typeof(ColdStart).Assembly.Location;
        Compare("cold process start to first answer", port => Once(["dotnet", bare, "slim", Text(port)], port), port => Once([.. command.Length > 0 ? command : ["dotnet", Product], "--port", Text(port)], port));
        return 0;
    }

    /// <summary>The standalone program twice, with different arguments.</summary>
    public static void Compare(string what, string[] some, string[] others) =>
        Compare(what, port => Once(["dotnet", Product, "--port", Text(port), .. some], port), port => Once(["dotnet", Product, "--port", Text(port), .. others], port));

    private static void Compare(string what, Func<int, double> bare, Func<int, double> fake)
    {
        var pairs = new List<(double Bare, double Fake)>();
        for (var round = 0; round < Rounds; round++)
        {
            pairs.Add((bare(Contender.FreePort()), fake(Contender.FreePort())));
        }

        Ratios.Print(what, "ms", pairs);
    }

    private static double Once(string[] command, int port)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() })!;
        while (!Answers(port))
        {
            if (process.HasExited || watch.Elapsed > Contender.Patience)
            {
                RunningContender.End(process);
                throw new CannotMeasureException($"{string.Join(' ', command)} does not answer on port {port} within {Contender.Patience.TotalSeconds:0} seconds, or has ended.");
            }

            Thread.Sleep(1);
        }

        var elapsed = watch.Elapsed.TotalMilliseconds;
        RunningContender.End(process);
        return elapsed;
    }

    private static bool Answers(int port)
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            client.GetStream().Write(Encoding.ASCII.GetBytes("GET /rest/api/3/issue/MKY-1/votes HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
            client.ReceiveTimeout = (int)Contender.Patience.TotalMilliseconds;
            return client.GetStream().Read(new byte[1]) == 1;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
