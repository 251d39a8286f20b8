using Bogus;

namespace FakeJira.IdeaBank;

/// <summary>What a test does not care about. Each call has its own chance, never the global one.</summary>
internal static class MadeUp
{
    /// <summary>A title and a description.</summary>
    public static (string Title, string Description) Idea(ulong seed)
    {
        var faker = new Faker { Random = new Randomizer(unchecked((int)seed)) };
        return ($"{faker.Hacker.IngVerb()} {faker.Hacker.Adjective()} {faker.Hacker.Noun()}", faker.Hacker.Phrase());
    }
}
