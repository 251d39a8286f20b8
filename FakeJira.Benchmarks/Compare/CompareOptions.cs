using System.CommandLine;
using System.CommandLine.Parsing;

namespace FakeJira.Benchmarks.Compare;

/// <summary>What <c>compare</c> is asked to do.</summary>
internal sealed record CompareOptions
{
    public required int Rounds { get; init; }

    public required int Requests { get; init; }

    /// <summary>How often each is started.</summary>
    public required int Starts { get; init; }

    /// <summary>How often each is asked before anything counts.</summary>
    public required int Warm { get; init; }

    public required IReadOnlyList<int> Connections { get; init; }

    public required IReadOnlyList<int> Mappings { get; init; }

    /// <summary>Servers beside FakeJira.</summary>
    public required IReadOnlyList<Contender> Others { get; init; }

    /// <summary>Where the table goes beside the terminal, or null.</summary>
    public string? Table { get; init; }

    /// <summary>Where the chart goes, or null.</summary>
    public string? Chart { get; init; }

    public static Command Command()
    {
        var (rounds, requests, warm) = (BenchmarkCommands.Number("--rounds", "How often all take turns.", 5), BenchmarkCommands.Number("--requests", "For each in a round.", 10_000), BenchmarkCommands.Number("--warm", "For each before anything counts.", 200_000));
        var starts = BenchmarkCommands.Number("--starts", "How often each is started; the last one is asked.", 3);
        var (connections, mappings) = (List("--connections", "How many clients ask at the same time.", [1, 8, 64]), List("--mappings", "How many mappings FakeJira has, all in one file.", [1, 1_000, 10_000]));
        var servers = new Option<IReadOnlyList<Contender>>("--server")
        {
            Description = "NAME \"COMMAND\" URL of another server, started without the mappings in the current folder (what belongs together in the command: in double quotes): it takes part in those requests that it answers with 2xx (docs/figures.md lists them).",
            Arity = new ArgumentArity(3, 300),
            AllowMultipleArgumentsPerToken = true,
            CustomParser = Servers,
            DefaultValueFactory = _ => [],
        };
        var table = FileTo("--table", "Where the table goes, too.", "FILE.md");
        var chart = FileTo("--chart", "Where a chart goes.", "FILE.svg");
        var command = new Command("compare", "FakeJira, and any other server, beside bare Kestrel, by connections and mappings.") { rounds, requests, starts, warm, connections, mappings, servers, table, chart };
        command.SetAction((parsed, _) => CompareCommand.RunAsync(new CompareOptions
        {
            Rounds = parsed.GetValue(rounds),
            Requests = parsed.GetValue(requests),
            Starts = parsed.GetValue(starts),
            Warm = parsed.GetValue(warm),
            Connections = parsed.GetValue(connections)!,
            Mappings = parsed.GetValue(mappings)!,
            Others = parsed.GetValue(servers)!,
            Table = parsed.GetValue(table),
            Chart = parsed.GetValue(chart),
        }));
        return command;
    }

    private static Option<IReadOnlyList<int>> List(string name, string description, IReadOnlyList<int> standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard, CustomParser = result => [.. result.Tokens[0].Value.Split(',').Select(each => BenchmarkCommands.Positive(result, each))] };

    /// <summary>Its folder has to be there before anything is measured.</summary>
    private static Option<string?> FileTo(string name, string description, string file)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = file };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } path && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                result.AddError($"{name} {path}: there is no such folder.");
            }
        });
        return option;
    }

    private static List<Contender> Servers(ArgumentResult result)
    {
        var servers = new List<Contender>();
        foreach (var server in result.Tokens.Select(token => token.Value).Chunk(3))
        {
            if (server is [var name, var command, var address] && CommandLineParser.SplitCommandLine(command).ToList() is [{ Length: > 0 }, ..] words && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.PathAndQuery == "/")
            {
                servers.Add(new(name, words, uri));
            }
            else
            {
                result.AddError($"{string.Join(' ', server.Select(part => $"'{part}'"))}: this is not a name, a command (in quotes) and a URL of http without a path.");
            }
        }

        return servers;
    }
}
