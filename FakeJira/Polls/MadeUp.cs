using Bogus;

namespace FakeJira.Polls;

/// <summary>What a test does not care about. Each call has its own chance, never the global one.</summary>
internal static class MadeUp
{
    /// <summary>A title.</summary>
    public static string Title(ulong seed) => "What about " + Faker(seed).Commerce.ProductName() + "?";

    /// <summary>The titles of three options.</summary>
    public static IReadOnlyList<string> Options(ulong seed) => [.. Faker(seed).Random.ListItems(["Yes", "No", "Maybe", "Later", "Never", "Ask me again"], 3)];

    private static Faker Faker(ulong seed) => new() { Random = new Randomizer((int)(seed & int.MaxValue)) };
}
