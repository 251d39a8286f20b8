using FakeJira.Stubs.Reading;
using Microsoft.Extensions.Configuration;

namespace FakeJira.Hosting;

/// <summary>Options from a section of a host's configuration, by the names of fakejira.json; hyphens and case do not matter.</summary>
internal static class ConfiguredOptions
{
    private static IEnumerable<ServeSetting> Settings => ServeSetting.All.Where(each => !each.IsOfProgram);

    /// <exception cref="FakeJiraException">A setting is not known or not possible; the message names its place in the configuration.</exception>
    public static FakeJiraOptions Read(FakeJiraOptions options, IConfigurationSection section, string? elsewhere)
    {
        RefuseValue(section);
        foreach (var child in section.GetChildren().Where(child => !string.Equals(child.Key, elsewhere, StringComparison.OrdinalIgnoreCase)))
        {
            options = Apply(options, Find(child.Key) ?? throw Unknown(child), child);
        }

        return options;
    }

    /// <summary>Refuses what no server of the host reads.</summary>
    /// <param name="section">That of all servers.</param>
    /// <param name="named">The key under which servers with names have theirs.</param>
    /// <param name="names">The names of the servers; null for one without.</param>
    /// <exception cref="FakeJiraException">A setting is for a server that there is not; the message names its place in the configuration.</exception>
    public static void Verify(IConfigurationSection section, string named, IReadOnlyList<string?> names)
    {
        RefuseValue(section);
        var sections = section.GetSection(named);
        RefuseValue(sections);
        if (sections.GetChildren().FirstOrDefault(child => !names.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } nobodys)
        {
            var known = names.OfType<string>().ToList();
            throw new FakeJiraException($"{nobodys.Path}: there is no such server" + (Suggestion.For(nobodys.Key, known) is { } near ? $"; did you mean '{near}'?" : $"; there are: {(known.Count > 0 ? string.Join(", ", known) : "none with a name")}."));
        }

        if (!names.Contains(null) && section.GetChildren().FirstOrDefault(child => !string.Equals(child.Key, named, StringComparison.OrdinalIgnoreCase)) is { } unread)
        {
            throw Find(unread.Key) is null ? Unknown(unread) : new FakeJiraException($"{unread.Path}: there is no server without a name; the others read {section.Path}:{named}:NAME.");
        }
    }

    /// <summary>Where the configuration says what turned out wrong as the server started; null where it does not, or code has said otherwise.</summary>
    public static string? PlaceOf(string? setting, IConfigurationSection section, FakeJiraOptions used)
    {
        var name = setting?.Split(':', 2);
        if (name is null || section.GetChildren().FirstOrDefault(child => Same(child.Key, name[0])) is not { } at)
        {
            return null;
        }

        if (name.Length > 1)
        {
            var said = Apply(new FakeJiraOptions(), Find(at.Key)!, at).Set;
            return said.TryGetValue(name[1], out var value) && value == used.Set.GetValueOrDefault(name[1]) ? (at.GetSection(name[1]) is { Value: not null } single ? single : at).Path : null;
        }

        // To say it once more changes nothing, unless code has said otherwise. Lists are equal where they are the same.
        var again = Apply(used, Find(at.Key)!, at);
        return again.Contracts.SequenceEqual(used.Contracts) && again with { Contracts = used.Contracts } == used with { Contracts = used.Contracts } ? at.Path : null;
    }

    private static void RefuseValue(IConfigurationSection section)
    {
        if (section.Value is { Length: > 0 } value)
        {
            throw new FakeJiraException($"{section.Path}: expected a section such as {{ \"seed\": \"vendor\" }}, not '{value}'.");
        }
    }

    private static FakeJiraOptions Apply(FakeJiraOptions options, ServeSetting setting, IConfigurationSection at)
    {
        try
        {
            return Values(setting, at).Aggregate(options, setting.Apply);
        }
        catch (FakeJiraException exception)
        {
            throw new FakeJiraException($"{at.Path}: {exception.Message}", exception);
        }
    }

    /// <summary>A list is an array or a text with commas; switches of behaviour are an object of names and values, too.</summary>
    private static IEnumerable<string> Values(ServeSetting setting, IConfigurationSection at)
    {
        var children = at.GetChildren().ToList();
        if (children.Find(child => child.Value is null) is { } nested)
        {
            throw new FakeJiraException($"'{nested.Key}' is a section; expected a value.");
        }

        return (setting, children) switch
        {
            (_, []) => setting.IsList ? (at.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [at.Value ?? ""],
            ({ Name: "set" }, _) when !children.TrueForAll(child => int.TryParse(child.Key, out _)) => children.Select(child => $"{child.Key}={child.Value}"),
            ({ IsList: true }, _) => children.Select(child => child.Value!),
            ({ Name: "contracts" }, _) => [string.Join(',', children.Select(child => child.Value))],
            _ => throw new FakeJiraException("expected one value, not a section."),
        };
    }

    private static FakeJiraException Unknown(IConfigurationSection at)
    {
        var names = Settings.Select(each => each.Name).ToList();
        return new FakeJiraException($"{at.Path}: there is no such setting" + (Suggestion.For(at.Key, names) is { } near ? $"; did you mean '{near}'?" : $"; there are: {string.Join(", ", names)}."));
    }

    private static ServeSetting? Find(string name) => Settings.FirstOrDefault(each => Same(each.Name, name));

    private static bool Same(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
