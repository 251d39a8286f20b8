using System.Collections;
using FakeJira.Stubs.Reading;

namespace FakeJira.Commands;

/// <summary>Makes options of the three sources: a switch beats the environment, the environment beats the file.</summary>
internal static class ServeSources
{
    public const string DefaultFile = "fakejira.json";
    private const string Prefix = "FAKEJIRA_";
    private const string SetVariable = Prefix + "SET_";

    /// <summary>What the standalone server does when it is told nothing.</summary>
    public static FakeJiraOptions Defaults => new() { Port = 8377, Seed = "vendor", Mappings = Directory.Exists("mappings") ? "mappings" : null };

    /// <exception cref="FakeJiraException">A source has something that is not known or not possible; the message names the place.</exception>
    public static FakeJiraOptions Resolve(IReadOnlyDictionary<string, IReadOnlyList<string>> switches, IDictionary environment, string? file)
    {
        var options = FromFile(Defaults, file);
        foreach (var setting in ServeSetting.All)
        {
            if (environment[setting.Variable] is string { Length: > 0 } value)
            {
                options = Apply(options, setting, setting.IsList ? value.Split(',', StringSplitOptions.TrimEntries) : [value], setting.Variable);
            }
        }

        RefuseMisspelt(environment);
        options = FromSetVariables(options, environment);
        foreach (var setting in ServeSetting.All)
        {
            if (switches.TryGetValue(setting.Name, out var values))
            {
                options = Apply(options, setting, values, null);
            }
        }

        return options;
    }

    private static FakeJiraOptions Apply(FakeJiraOptions options, ServeSetting setting, IReadOnlyList<string> values, string? source)
    {
        try
        {
            return values.Aggregate(options, setting.Apply);
        }
        catch (FakeJiraException exception) when (source is not null)
        {
            throw new FakeJiraException($"{source}: {exception.Message}", exception);
        }
    }

    /// <summary>Variables of other names may belong to other programs, such as the address that a test suite is told; one that is nearly right is a mistake.</summary>
    private static void RefuseMisspelt(IDictionary environment)
    {
        var known = ServeSetting.All.Select(setting => setting.Variable).ToList();
        foreach (var name in environment.Keys.OfType<string>().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !name.StartsWith(SetVariable, StringComparison.Ordinal) && !known.Contains(name)))
        {
            if (Suggestion.For(name[Prefix.Length..], known.Select(each => each[Prefix.Length..])) is { } near)
            {
                throw new FakeJiraException($"{name}: there is no such switch; did you mean '{Prefix}{near}'?");
            }
        }
    }

    /// <summary>FAKEJIRA_SET_REMOVEMISSINGVOTE, FAKEJIRA_SET_JIRA_VOTINGENABLED: names of switches in any case, dots as underscores.</summary>
    private static FakeJiraOptions FromSetVariables(FakeJiraOptions options, IDictionary environment)
    {
        var known = Catalog.Contracts.SelectMany(contract => contract.Switches).Select(each => each.Name).ToList();
        foreach (DictionaryEntry variable in environment)
        {
            if (variable.Key is not string name || !name.StartsWith(SetVariable, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var wanted = name[SetVariable.Length..];
            var found = known.Find(each => string.Equals(each.Replace('.', '_'), wanted, StringComparison.OrdinalIgnoreCase))
                ?? throw new FakeJiraException($"{name}: there is no switch '{wanted}'" + (Suggestion.For(wanted, known) is { } near ? $"; did you mean '{near}'?" : $"; there are: {string.Join(", ", known)}."));
            options = options with { Set = new Dictionary<string, string>(options.Set) { [found] = (string?)variable.Value ?? "" } };
        }

        return options;
    }

    private static FakeJiraOptions FromFile(FakeJiraOptions options, string? file)
    {
        if (file is null && !File.Exists(DefaultFile))
        {
            return options;
        }

        file ??= DefaultFile;
        var problems = new ProblemList();
        var root = JsonText.Parse(file, Read(file), problems, repeats: false);
        if (root is { IsObject: false })
        {
            root.Expected<object>("an object such as {\"port\": 8377}");
        }

        foreach (var setting in root is null ? [] : ServeSetting.All)
        {
            if (root![setting.Name] is { } value)
            {
                options = FromFile(options, setting, value);
            }
        }

        root?.ReportUnknown();
        return problems.HasErrors ? throw new FakeJiraException(string.Join(Environment.NewLine, problems.All)) : options;
    }

    private static FakeJiraOptions FromFile(FakeJiraOptions options, ServeSetting setting, JsonNodeAt value)
    {
        var values = value switch
        {
            { IsObject: true } when setting.Name == "set" => value.Members().Select(member => (member.Value, Text: Scalar.Text(member.Value.Token) is { } text ? $"{member.Name}={text}" : null)),
            { IsArray: true } when setting.IsList || setting.Name == "contracts" => value.Children().Select(child => (Value: child, Text: Scalar.Text(child.Token))),
            _ => [(value, Scalar.Text(value.Token))],
        };
        var texts = new List<string>();
        foreach (var (node, text) in values)
        {
            if (text is null)
            {
                node.Expected<string>("a text, a number, true or false");
                continue;
            }

            texts.Add(text);
        }

        try
        {
            return (setting.Name == "contracts" ? [string.Join(',', texts)] : texts).Aggregate(options, setting.Apply);
        }
        catch (FakeJiraException exception)
        {
            value.Error(exception.Message);
            return options;
        }
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FakeJiraException($"Cannot read '{file}': {exception.Message}", exception);
        }
    }
}
