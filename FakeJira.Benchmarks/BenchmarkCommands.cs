using System.CommandLine;
using System.CommandLine.Parsing;
using FakeJira.Benchmarks.Compare;
using FakeJira.Benchmarks.Falsify;
using FakeJira.Benchmarks.Fuzz;
using FakeJira.Benchmarks.Mutants;
using FakeJira.Benchmarks.Soak;

namespace FakeJira.Benchmarks;

/// <summary>What can be measured and tried. What is wrong with a call is one line on the error output, and exit code 2.</summary>
internal static class BenchmarkCommands
{
    private const int Usage = 2;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{parsed.Errors[0].Message.ReplaceLineEndings(" ")} --help lists what there is.").ConfigureAwait(false);
            return Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        }
        catch (CannotMeasureException e)
        {
            await Console.Error.WriteLineAsync(e.Message).ConfigureAwait(false);
            return Usage;
        }
        catch (Exception e)
        {
            // What nobody has expected, with all that is known of it: an end of 1, and no dump of the process.
            await Console.Error.WriteLineAsync(e.ToString()).ConfigureAwait(false);
            return 1;
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("What FakeJira costs, and what shows that it holds. Without a command: ratios.");
        root.SetAction((_, _) => Ratios.RunAsync());
        Command[] commands =
        [
            RatiosCommand(),
            Plain("mappings", "The same by the number of mappings.", MappingRatios.RunAsync),
            Plain("watched", "What coverage and a fault cost the requests that they do not touch.", Ratios.WatchedAsync),
            Hot(),
            Started(),
            Cold(),
            Plain("allocations", "Bytes that a request leaves on the heap.", Allocations.RunAsync),
            Plain("search", "The search on a large site.", () => Task.FromResult(SearchAtSize.Run())),
            Plain("sites", "What sites, forks and state documents cost.", SitesTable.RunAsync),
            CompareOptions.Command(),
            MemoryCommand.Command(),
            SoakOf(),
            FuzzOf(),
            FalsifyOf(),
            MutantsOf(),
        ];
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    /// <summary>A switch with a number that is not zero.</summary>
    internal static Option<int> Number(string name, string description, int standard) =>
        new(name) { Description = description, DefaultValueFactory = _ => standard, CustomParser = result => Positive(result, result.Tokens[0].Value) };

    /// <summary>A number that is not zero; says so where it is not.</summary>
    internal static int Positive(ArgumentResult result, string text)
    {
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0)
        {
            return number;
        }

        result.AddError($"'{text}' is not a number from 1 to {int.MaxValue}.");
        return 0;
    }

    private static Command Plain(string name, string description, Func<Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction((_, _) => run());
        return command;
    }

    private static Command RatiosCommand()
    {
        var named = new Argument<string?>("NAME") { Description = "Only requests with this in their name.", Arity = ArgumentArity.ZeroOrOne };
        named.Validators.Add(result =>
        {
            if (!ContractRequests.All.Any(each => each.Name.Contains(result.Tokens[0].Value, StringComparison.Ordinal)))
            {
                result.AddError($"'{result.Tokens[0].Value}' is in no name of: {string.Join("; ", ContractRequests.All.Select(each => each.Name))}.");
            }
        });
        var command = new Command("ratios", "What requests cost beside bare Kestrel.") { named };
        command.SetAction((parsed, _) => parsed.GetValue(named) is { } name ? Ratios.RequestsAsync(name) : Ratios.RunAsync());
        return command;
    }

    private static Command Hot()
    {
        var more = new Argument<string[]>("OPTIONS") { Description = "For BenchmarkDotNet; after --.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("hot", "The hot paths with BenchmarkDotNet.") { more };
        command.SetAction(parsed => HotPaths.Run(parsed.GetValue(more) ?? []));
        return command;
    }

    private static Command Started()
    {
        var package = new Argument<FileInfo>("PACKAGE") { Description = "With the library of this package (.nupkg) instead of the one that was built here.", Arity = ArgumentArity.ZeroOrOne }.AcceptExistingOnly();
        var command = new Command("started", "What a fixture waits for: the first time in a process, the tenth, and warm.") { package };
        command.SetAction((parsed, _) => FixtureStart.RunAsync(parsed.GetValue(package)?.FullName));
        return command;
    }

    private static Command Cold()
    {
        var program = new Argument<FileInfo>("FILE") { Description = "A published program instead of the one that was built here.", Arity = ArgumentArity.ZeroOrOne }.AcceptExistingOnly();
        var slim = new Option<FileInfo>("--slim") { Description = "FakeJira.Slim, published in the same way.", HelpName = "FILE" }.AcceptExistingOnly();
        var command = new Command("cold", "What a process needs to its first answer, beside a slim server.") { program, slim };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(program)?.Tokens.Count > 0) != (result.GetResult(slim)?.Tokens.Count > 0))
            {
                result.AddError("A published program is compared with a slim server that was published in the same way: cold FILE --slim FILE.");
            }
        });
        command.SetAction(parsed => parsed.GetValue(program) is { } file ? ColdStart.Run([file.FullName], [parsed.GetValue(slim)!.FullName]) : ColdStart.Run());
        return command;
    }

    private static Command SoakOf()
    {
        var (seconds, seed) = (Seconds(SoakCommand.DefaultSeconds), Number("--seed", "What chance begins with.", 1));
        var command = new Command("soak", "Many clients doing everything at once, compared with a model.") { seconds, seed };
        command.SetAction((parsed, _) => SoakCommand.RunAsync(parsed.GetValue(seconds), parsed.GetValue(seed)));
        return command;
    }

    private static Command FuzzOf()
    {
        var (seconds, seed) = (Seconds(FuzzCommand.DefaultSeconds), Number("--seed", "What chance begins with.", 1));
        var only = new Option<string?>("--only") { Description = "One kind of input.", HelpName = "KIND" }.AcceptOnlyFromAmong([.. FuzzKind.All.Select(kind => kind.Name)]);
        var replay = new Option<int?>("--replay") { Description = "One input again.", HelpName = "CASE" };
        replay.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 0)
            {
                result.AddError("--replay has to be the number of a case, from 0 on.");
            }
        });
        var command = new Command("fuzz", "Requests, mapping files, seeds, queries and templates by chance, until something goes wrong.") { seconds, seed, only, replay };
        command.SetAction((parsed, _) => FuzzCommand.RunAsync(parsed.GetValue(seconds), parsed.GetValue(seed), parsed.GetValue(only), parsed.GetValue(replay)));
        return command;
    }

    private static Command FalsifyOf()
    {
        var only = new Option<string>("--only") { Description = "Those in which this text occurs.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var (sample, workers) = (Number("--sample", "Not more than this, by chance, evenly spread.", int.MaxValue), Number("--workers", "How many are tried at the same time.", 1));
        var seed = Number("--seed", "What chance begins with; another in every run, and said.", Random.Shared.Next(1, 1_000_000));
        var command = new Command("falsify", "The edits of FakeJira.Tests/Falsifications, each in a copy in which its test has to go red.") { only, sample, workers, seed };
        command.SetAction((parsed, _) => FalsifyCommand.RunAsync(parsed.GetValue(only)!, parsed.GetValue(sample), parsed.GetValue(workers), parsed.GetValue(seed)));
        return command;
    }

    private static Command MutantsOf()
    {
        var report = new Argument<FileInfo>("REPORT") { Description = "Of Stryker, as JSON." }.AcceptExistingOnly();
        var reasons = new Argument<FileInfo>("REASONS") { Description = "Why tests need not notice some." }.AcceptExistingOnly();
        var command = new Command("mutants", "Whether every mutant that no test has noticed has a reason.") { report, reasons };
        command.SetAction(parsed => MutantsCommand.Run(parsed.GetValue(report)!.FullName, parsed.GetValue(reasons)!.FullName));
        return command;
    }

    private static Argument<int> Seconds(int standard) => new("SECONDS") { Description = "How long.", DefaultValueFactory = _ => standard, CustomParser = result => Positive(result, result.Tokens[0].Value) };
}
