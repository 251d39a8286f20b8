using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using FakeJira.Benchmarks.Compare;

namespace FakeJira.Benchmarks;

/// <summary>From the start of a process to its first answer: the standalone program beside a slim server that was built, or published, in the same way.</summary>
internal static class ColdStart
{
    private const int Rounds = 7;
    private static readonly string[] Product = ["dotnet", typeof(FakeJiraServer).Assembly.Location];
    private static readonly string[] Slim = ["dotnet", Path.Combine(AppContext.BaseDirectory, "FakeJira.Slim.dll")];

    /// <summary>Those that lie beside this.</summary>
    public static int Run() => Run(Product, Slim);

    /// <param name="program">How the program is started, without its port.</param>
    /// <param name="slim">How the slim server is started, without its address.</param>
    public static int Run(string[] program, string[] slim)
    {
        Compare("cold process start to first answer", port => Once([.. slim, "--urls", $"http://127.0.0.1:{Text(port)}"], port), port => Once([.. program, "--port", Text(port)], port));
        return 0;
    }

    /// <summary>The standalone program twice, with different arguments.</summary>
    public static void Compare(string what, string[] some, string[] others) =>
        Compare(what, port => Once([.. Product, "--port", Text(port), .. some], port), port => Once([.. Product, "--port", Text(port), .. others], port));

    private static void Compare(string what, Func<int, double> bare, Func<int, double> fake)
    {
        var pairs = new List<(double Bare, double Fake)>();
        for (var round = 0; round < Rounds; round++)
        {
            // Whoever starts later may find another machine, so the order turns.
            var first = (round % 2 == 0 ? bare : fake)(Contender.FreePort());
            var second = (round % 2 == 0 ? fake : bare)(Contender.FreePort());
            pairs.Add(round % 2 == 0 ? (first, second) : (second, first));
        }

        Ratios.Print(what, "ms", pairs);
    }

    private static double Once(string[] command, int port)
    {
        var watch = Stopwatch.StartNew();
        using var server = MeasuredProcess.Start(new(command[0], command.Skip(1)) { RedirectStandardOutput = true });
        while (!Answers(port))
        {
            if (server.Process.HasExited || watch.Elapsed > Contender.Patience)
            {
                throw new CannotMeasureException($"{string.Join(' ', command)} does not answer on port {port} within {Contender.Patience.TotalSeconds:0} seconds, or has ended.");
            }

            Thread.Sleep(1);
        }

        return watch.Elapsed.TotalMilliseconds;
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
