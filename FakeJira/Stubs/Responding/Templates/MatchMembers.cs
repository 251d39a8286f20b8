using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>The groups of a match by name and number, those that took part; as a text: the match. What is not asked for is not made: each group can be as long as the text.</summary>
internal sealed class MatchMembers(Match match) : Members
{
    public override IEnumerable<string> Keys => match.Groups.Values.Where(group => group.Success).Select(group => group.Name);

    public override bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value)
    {
        value = match.Groups.TryGetValue(key, out var group) && group.Success ? group.Value : null;
        return value is not null;
    }

    public override string ToString() => match.Value;
}
