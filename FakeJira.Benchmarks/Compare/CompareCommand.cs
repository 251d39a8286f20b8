namespace FakeJira.Benchmarks.Compare;

/// <summary>FakeJira, and any other server, beside a bare Kestrel: the same closed-loop load in alternating rounds, each server a process of its own.</summary>
internal sealed class CompareCommand(CompareOptions options)
{
    private const int WarmConnections = 8;
    private readonly List<string> _lines = [];
    private readonly List<Row> _rows = [];

    /// <summary>1 when FakeJira has not answered everything: its other rows mean less then.</summary>
    public static Task<int> RunAsync(CompareOptions options) => new CompareCommand(options).RunAsync();

    private async Task<int> RunAsync()
    {
        Say($"| server | mappings | request | connections | {string.Join(" | ", Round.Metrics.Select(metric => metric.Name))} |");
        Say($"|---|---|---|---|{string.Concat(Round.Metrics.Select(_ => "---|"))}");
        var processes = new List<string>();
        foreach (var mappings in options.Mappings)
        {
            using var workload = new Workload(mappings, Math.Max(WarmConnections, options.Connections.Max()));
            foreach (var request in workload.Requests)
            {
                processes.AddRange(await CompareAsync(workload, request).ConfigureAwait(false));
            }
        }

        Say("");
        Say("| server | mappings | request | MB after start | MB after the load | cold start ms |");
        Say("|---|---|---|---|---|---|");
        processes.ForEach(Say);
        if (options.Table is { } table)
        {
            await File.WriteAllLinesAsync(table, _lines).ConfigureAwait(false);
        }

        if (options.Chart is { } chart)
        {
            await File.WriteAllTextAsync(chart, Chart.Of(_rows)).ConfigureAwait(false);
        }

        var broken = _rows.Where(row => row.Server.Mappings is not null && !row.IsWhole(options.Rounds)).ToList();
        foreach (var row in broken)
        {
            await Console.Error.WriteLineAsync($"Not answered as it should be, in each of {options.Rounds} rounds: {row}").ConfigureAwait(false);
        }

        return broken.Count == 0 ? 0 : 1;
    }

    /// <summary>One request against all servers; what is answered are the lines about their processes.</summary>
    private async Task<IReadOnlyList<string>> CompareAsync(Workload workload, Comparison request)
    {
        using (var asked = await Contender.OfFakeJira(workload).StartAsync().ConfigureAwait(false))
        {
            (await request.AnswerOfAsync(asked.Contender.Address).ConfigureAwait(false)).Write(workload.AnswerFile);
        }

        // Mappings make no difference to other servers.
        var others = workload.Mappings == options.Mappings[0] ? options.Others : [];
        List<Contender> contenders = [Contender.OfBare(workload.AnswerFile), Contender.OfFakeJira(workload), .. others];
        using var started = await StartedContenders.StartAsync(contenders, options.Starts).ConfigureAwait(false);
        foreach (var each in started.Running)
        {
            await each.AskAsync(request, WarmConnections, options.Warm).ConfigureAwait(false);
        }

        var counted = new List<(RunningContender Of, Round Bare, Round Other)>();
        foreach (var connections in options.Connections)
        {
            counted.AddRange(await CompareAsync(request, connections, started).ConfigureAwait(false));
        }

        return [.. Enumerable.Range(1, contenders.Count - 1).Select(each => $"| {contenders[each].Name} | {contenders[each].MappingsText} | {request.Name} | {started.BesideBare(each, run => run.MemoryAtStart)} | {AfterLoad(started.Running[each])} | {started.BesideBare(each, run => run.ColdStart)} |")];

        string AfterLoad(RunningContender server) => counted.Where(round => round.Of == server).Select(round => (round.Bare.Memory, round.Other.Memory)).ToList() is { Count: > 0 } pairs ? new Figure(pairs).ToString() : Row.NoAnswer;
    }

    private async Task<IReadOnlyList<(RunningContender Of, Round Bare, Round Other)>> CompareAsync(Comparison request, int connections, StartedContenders started)
    {
        var pairs = started.Running.ToDictionary(each => each, _ => new List<(Round Bare, Round Other)>());
        for (var round = 0; round <= options.Rounds; round++)
        {
            var asked = new Dictionary<RunningContender, Round?>();
            // Whoever is asked later may find another machine, so the order turns.
            foreach (var each in round % 2 == 0 ? started.Running : started.Running.Reverse())
            {
                asked[each] = await each.AskAsync(request, connections, options.Requests).ConfigureAwait(false);
            }

            var yardstick = asked[started.Bare] ?? throw new CannotMeasureException($"{started.Bare.Contender.Name} has stopped answering {request.Name}.");
            // The first round gets used to the number of connections.
            foreach (var (each, other) in round == 0 ? [] : asked)
            {
                if (other is not null)
                {
                    pairs[each].Add((yardstick, other));
                }
            }
        }

        foreach (var each in started.Running.Skip(1))
        {
            var rounds = pairs[each];
            var row = new Row(each.Contender, request.Name, connections, rounds.Count == 0 ? null : [.. Round.Metrics.Select(metric => new Figure([.. rounds.Select(pair => (metric.Of(pair.Bare), metric.Of(pair.Other)))]))], rounds.Sum(pair => pair.Other.Strays));
            _rows.Add(row);
            Say(row.ToString());
        }

        return [.. pairs.SelectMany(each => each.Value, (each, pair) => (each.Key, pair.Bare, pair.Other))];
    }

    private void Say(string line)
    {
        _lines.Add(line);
        Console.WriteLine(line);
    }
}
