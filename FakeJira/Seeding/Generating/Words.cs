namespace FakeJira.Seeding.Generating;

/// <summary>Words and sentences to draw from; Bogus is asked for each of them once, as it takes long for a hundred thousand.</summary>
internal sealed class Words(Chance chance)
{
    private const int Kept = 200;
    private readonly string[] _verbs = Draw(() => chance.Faker.Hacker.Verb());
    private readonly string[] _adjectives = Draw(() => chance.Faker.Hacker.Adjective());
    private readonly string[] _nouns = Draw(() => chance.Faker.Hacker.Noun());
    private readonly string[] _sentences = Draw(() => chance.Faker.Hacker.Phrase());

    public string Sentence() => chance.Of(_sentences);

    public string Title() => $"{chance.Of(_verbs)} the {chance.Of(_adjectives)} {chance.Of(_nouns)}";

    public string Label() => chance.Of(_nouns).Replace(' ', '-');

    private static string[] Draw(Func<string> next) => [.. Enumerable.Range(0, Kept).Select(_ => next())];
}
