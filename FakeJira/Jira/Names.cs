using Bogus;

namespace FakeJira.Jira;

/// <summary>Makes up what a test did not say. Bogus is touched only then.</summary>
internal static class Names
{
    /// <summary>A first and a last name: a function of the seed.</summary>
    public static string FullName(ulong seed)
    {
        var name = new Faker { Random = new Randomizer(unchecked((int)seed)) }.Name;
        return $"{name.FirstName()} {name.LastName()}";
    }

    /// <summary>An email of the name that nobody has.</summary>
    public static string FreeEmail(string name, Func<string, bool> isTaken)
    {
        var local = string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '.')).Trim('.');
        local = local.Length == 0 ? "user" : local;
        var candidates = Enumerable.Range(1, int.MaxValue - 1).Select(number => number == 1 ? $"{local}@example.com" : $"{local}{number}@example.com");
        return candidates.First(candidate => !isTaken(candidate));
    }
}
