namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary>What random names are made of.</summary>
internal static class Words
{
    public static IReadOnlyList<string> FirstNames { get; } = ["Mia", "Emma", "Noah", "Liam", "Ada", "Rob", "Zoe", "Ivan", "Aiko", "Omar", "Lena", "Paul", "Nina", "Hugo", "Sara", "Yusuf"];

    public static IReadOnlyList<string> LastNames { get; } = ["Krystof", "Richards", "Meyer", "Novak", "Silva", "Tanaka", "Okafor", "Larsen", "Rossi", "Dubois", "Kowalski", "Haddad", "Nguyen", "Murphy"];

    public static IReadOnlyList<string> Cities { get; } = ["Sydney", "Berlin", "Prague", "Lagos", "Osaka", "Lisbon", "Oslo", "Rome", "Lyon", "Krakow", "Beirut", "Hanoi", "Cork", "Quito"];

    public static IReadOnlyList<string> Countries { get; } = ["Australia", "Germany", "Czechia", "Nigeria", "Japan", "Portugal", "Norway", "Italy", "France", "Poland", "Lebanon", "Vietnam", "Ireland", "Ecuador"];

    public static IReadOnlyList<string> Plain { get; } = ["vote", "idea", "poll", "issue", "board", "sprint", "release", "team", "quick", "dark", "mode", "search", "export", "mobile", "faster", "filter"];
}
