using System.IO.Enumeration;
using FakeJira.Jira.Search.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Jira.Search.Texts;

public sealed class TextPhraseTests
{
    [Test]
    public void A_word_with_wildcards_means_what_it_does_in_the_name_of_a_file() =>
        Prop.ForAll(Of('a', 'b', 'B', 'é', '*', '?'), Of('a', 'b', 'A', 'É'), (pattern, word) =>
            new TextWord("a" + pattern + "*", true).Is(word) == FileSystemName.MatchesSimpleExpression("a" + pattern + "*", word)).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Test]
    public void A_long_word_is_found_by_all_of_its_letters()
    {
        var word = new string('a', 100);
        var phrase = TextPhrase.Exact($"{word} {word}");

        phrase.IsIn($"{word}b {word} {word.ToUpperInvariant()}").ShouldBeTrue();
        phrase.IsIn($"{word} {word}b {word}").ShouldBeFalse();
        TextPhrase.WithWildcards(word + "?b").IsIn($"{word}a {word}ab").ShouldBeTrue();
        TextPhrase.WithWildcards(word + "?b").IsIn($"{word}a {word}b").ShouldBeFalse();
    }

    /// <summary>Milliseconds; looking for all of the word at every letter of the text would take hours.</summary>
    [Test]
    public async Task A_long_text_takes_no_longer_than_it_has_to()
    {
        var phrase = TextPhrase.Exact(Repeated("ab", 4_000_000) + "cb");
        var text = Repeated("ab", 8_000_000);

        (await Task.Run(() => phrase.IsIn(text)).WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeFalse();
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static Arbitrary<string> Of(params char[] letters) => Arb.From(Gen.Elements(letters).ArrayOf().Select(chosen => new string(chosen)));
}
