using System.Text.RegularExpressions;
using FakeJira.Stubs.Matching;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Stubs.Matching;

public class WildcardTests
{
    private static readonly Arbitrary<string> Texts = Arb.From(Gen.Elements('a', 'b', 'A', '/', '.', '\n', ' ').ArrayOf().Select(letters => new string(letters)));

    private static readonly Arbitrary<string> Patterns = Arb.From(Gen.Elements('a', 'b', '/', '.', '*', '*', '?', '\n').ArrayOf().Select(letters => new string(letters)));

    [Test]
    public void It_matches_what_the_regular_expression_of_WireMock_matches([Values] bool ignoreCase) =>
        Prop.ForAll(Patterns, Texts, (pattern, text) => new Wildcard(pattern, ignoreCase).Matches(text, null) == Reference(pattern, ignoreCase).IsMatch(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    /// <summary>Milliseconds; going back over the text for every star would take years.</summary>
    [TestCase("*a*a*a*a*a*a*a*a*a*a*a*a*b")]
    [TestCase("*a?a?a?a?a*b*")]
    public async Task A_long_text_takes_no_longer_than_it_has_to(string pattern)
    {
        var text = new string('a', 1_000_000);

        (await Task.Run(() => new Wildcard(pattern, false).Matches(text, null)).WaitAsync(TimeSpan.FromSeconds(60))).ShouldBeFalse();
    }

    /// <summary>It is looked for in some thousands of places at a time; nothing may be missed where they meet, nor at the end.</summary>
    [TestCase(0)]
    [TestCase(4193)]
    [TestCase(4194)]
    [TestCase(4195)]
    [TestCase(9000)]
    public void A_long_piece_is_found_wherever_it_stands(int before)
    {
        var piece = new string('a', 999) + "b";
        var wildcard = new Wildcard($"*{piece}*", false);

        for (var after = 0; after < 5000; after += 100)
        {
            wildcard.Matches(new string('x', before) + piece + new string('y', after), null).ShouldBeTrue($"{after} behind");
            wildcard.Matches(new string('x', before) + piece[..^1] + new string('y', after), null).ShouldBeFalse($"{after} behind");
        }
    }

    private static Regex Reference(string pattern, bool ignoreCase) => new(
        "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
        RegexOptions.Multiline | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
        TimeSpan.FromSeconds(5));
}
