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
        if (section.Value is { Length: > 0 } value)
        {
            throw new FakeJiraException($"{section.Path}: expected a section such as {{ \"seed\": \"vendor\" }}, not '{value}'.");
        }

        foreach (var child in section.GetChildren().Where(child => !string.Equals(child.Key, elsewhere, StringComparison.OrdinalIgnoreCase)))
        {
            var setting = Settings.FirstOrDefault(each => string.Equals(Plain(each.Name), Plain(child.Key), StringComparison.OrdinalIgnoreCase)) ?? throw Unknown(child);
            options = Apply(options, setting, child);
        }

        return options;
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

    private static string Plain(string name) => name.Replace("-", "", StringComparison.Ordinal);
}
