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

    private static Regex Reference(string pattern, bool ignoreCase) => new(
        "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$",
        RegexOptions.Multiline | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None),
        TimeSpan.FromSeconds(5));
}
