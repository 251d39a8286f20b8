using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Control;

/// <summary>Profile and switches of a site by their names, as <c>--set</c>, the environment and the control API spell them.</summary>
public sealed class SiteSettings
{
    private const string ProfileName = "profile";
    private readonly Site _site;

    internal SiteSettings(Site site) => _site = site;

    /// <summary>The value of a switch, as a JSON scalar without quotes; of <c>profile</c> that whose values all switches have, or <c>mixed</c>.</summary>
    /// <exception cref="FakeJiraException">There is no such switch, or the value is none of its.</exception>
    public string this[string name]
    {
        get => IsProfile(name) ? Profile : TryFind(name)?.Get(_site) ?? throw new FakeJiraException(Check(name, "")!);
        set
        {
            if (TrySet(name, value) is { } mistake)
            {
                throw new FakeJiraException(mistake);
            }
        }
    }

    /// <summary>Every switch and its value.</summary>
    internal IReadOnlyList<(Switch Switch, string Value)> All => [.. _site.Sites.Switches.Select(each => (each, each.Get(_site)))];

    /// <summary>The profile that every switch follows on which the two differ; <c>mixed</c> for neither.</summary>
    internal string Profile => Differing.All(each => each.Get(_site) == each.Documented) ? "documented" : Differing.All(each => each.Get(_site) == each.Observed) ? "observed" : "mixed";

    private IEnumerable<Switch> Differing => _site.Sites.Switches.Where(each => each.Documented != each.Observed);

    /// <summary>Sets every switch on which the two profiles differ.</summary>
    /// <exception cref="FakeJiraException">It is neither <c>documented</c> nor <c>observed</c>.</exception>
    public void UseProfile(string profile) => this[ProfileName] = profile;

    /// <summary>Sets a switch, or the profile; returns what is wrong, or null.</summary>
    internal string? TrySet(string name, string value)
    {
        if (Check(name, value) is { } mistake)
        {
            return mistake;
        }

        if (TryFind(name) is { } found)
        {
            found.Set(_site, found.Accept(value)!);
            return null;
        }

        foreach (var each in Differing)
        {
            each.Set(_site, value == "observed" ? each.Observed : each.Documented);
        }

        return null;
    }

    /// <summary>What is wrong with a name and value, or null.</summary>
    internal string? Check(string name, string value)
    {
        if (IsProfile(name))
        {
            return value is "documented" or "observed" ? null : $"The profile is 'documented' or 'observed', not '{value}'.";
        }

        if (TryFind(name) is { } found)
        {
            return found.Accept(value) is null ? found.Wrong(value) : null;
        }

        var names = _site.Sites.Switches.Select(each => each.Name).Append(ProfileName).ToList();
        return $"There is no switch '{name}'; " + (Suggestion.For(name, names) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", names)}.");
    }

    private static bool IsProfile(string name) => string.Equals(name, ProfileName, StringComparison.OrdinalIgnoreCase);

    private Switch? TryFind(string name) => _site.Sites.Switches.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase));
}
