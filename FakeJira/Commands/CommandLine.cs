using System.CommandLine;
using FakeJira.Stubs.Reading;

namespace FakeJira.Commands;

/// <summary>The program's commands. What is wrong with a call is one line on the error output, and exit code 2.</summary>
internal static class CommandLine
{
    private const int Usage = 2;

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            // Told nothing, it serves: the parser is not needed for that, and a cold start is short.
            if (args.Length == 0)
            {
                return await ServeCommand.RunAsync(ServeSources.Resolve(new Dictionary<string, IReadOnlyList<string>>(), Environment.GetEnvironmentVariables(), null), output).ConfigureAwait(false);
            }

            var root = Root(output, errors);
            var parsed = root.Parse(args);
            if (parsed.Errors.Count > 0)
            {
                await errors.WriteLineAsync(Explain(parsed)).ConfigureAwait(false);
                return Usage;
            }

            // Without a timeout of its own for signals: it would cut requests in flight after two seconds, whatever --end-time says.
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }).ConfigureAwait(false);
        }
        catch (FakeJiraException exception)
        {
            await errors.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return Usage;
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter errors)
    {
        var root = new RootCommand("""
            FakeJira: an offline, in-memory, stateful fake of Jira issue votes, Team Voice polls and Votito idea banks.
            Without a command it serves, on http://127.0.0.1:8377 with the examples of the vendors' pages.
            Every switch can also be set as FAKEJIRA_NAME in the environment or as "name" in fakejira.json; a switch beats the environment, the environment beats the file.
            """);
        Serve(root, output);
        var serve = new Command("serve", "Runs the server; the same as no command.");
        Serve(serve, output);
        root.Subcommands.Add(serve);
        root.Subcommands.Add(CheckCommand.Create(output));
        root.Subcommands.Add(ContractCommand.Create(output));
        root.Subcommands.Add(RoutesCommand.Create(output));
        root.Subcommands.Add(SeedCommand.Create(output));
        root.Subcommands.Add(CoverageCommand.Create(output, errors));
        return root;
    }

    private static void Serve(Command command, TextWriter output)
    {
        var options = ServeSetting.All.Select(setting => (setting.Name, Option: OptionOf(setting))).ToList();
        options.ForEach(each => command.Options.Add(each.Option));
        var config = new Option<string>("--config") { Description = "The file of switches to read instead of ./fakejira.json.", HelpName = "FILE" };
        command.Options.Add(config);
        command.SetAction((parsed, _) =>
        {
            var switches = options.Where(each => parsed.GetResult(each.Option) is { Implicit: false }).ToDictionary(each => each.Name, each => (IReadOnlyList<string>)ValuesOf(parsed, each.Option));
            return ServeCommand.RunAsync(ServeSources.Resolve(switches, Environment.GetEnvironmentVariables(), parsed.GetValue(config)), output);
        });
    }

    private static Option OptionOf(ServeSetting setting)
    {
        var name = "--" + setting.Name;
        return setting switch
        {
            { IsFlag: true } => new Option<bool>(name) { Description = setting.Description },
            { IsList: true } => new Option<string[]>(name) { Description = setting.Description, HelpName = setting.Argument },
            _ => new Option<string>(name) { Description = setting.Description, HelpName = setting.Argument },
        };
    }

    private static string[] ValuesOf(ParseResult parsed, Option option) => option switch
    {
        Option<bool> flag => [parsed.GetValue(flag) ? "true" : "false"],
        Option<string[]> list => parsed.GetValue(list) ?? [],
        Option<string> text => [parsed.GetValue(text) ?? ""],
        _ => [],
    };

    /// <summary>The first mistake, in one line, and what may have been meant.</summary>
    private static string Explain(ParseResult parsed)
    {
        var stray = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        if (stray is null)
        {
            return parsed.Errors[0].Message.ReplaceLineEndings(" ");
        }

        var known = parsed.CommandResult.Command.Options.Select(option => option.Name).Concat(parsed.CommandResult.Command.Subcommands.Select(command => command.Name));
        var what = stray.StartsWith('-') ? "switch" : "command";
        return Suggestion.For(stray, known) is { } near ? $"Unknown {what} '{stray}'; did you mean '{near}'?" : $"Unknown {what} '{stray}'; --help lists what there is.";
    }
}
