using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs.Mappings.Parts;

/// <summary>A parameter of the query. Every value needs a matcher, and every matcher a value; alternatives are patterns of one matcher.</summary>
/// <param name="parameter">Its name.</param>
/// <param name="ignoreCase">Whether the name is in any case.</param>
/// <param name="matchers">What they want of the values; null when it is enough that it is there.</param>
/// <param name="rejects">Whether it matches when the rest does not.</param>
internal sealed class ParameterPart(string parameter, bool ignoreCase, MatcherGroup? matchers, bool rejects) : RequestPart
{
    public override string Name => $"Param {parameter}";

    public override string Expected { get; } = matchers is null ? rejects ? "absent" : "present" : (rejects ? "not " : "") + string.Join(" and ", Each(matchers));

    public override double Score(StubRequest request)
    {
        var score = request.Content.Parameters.Find(parameter, ignoreCase) is { } values ? matchers is null ? 1 : Matrix(matchers, values, request) : 0;
        return !rejects ? score : score < PartResult.Perfect ? 1 : 0;
    }

    public override string Actual(StubRequest request) => Shown(request.Content.Parameters.Find(parameter, ignoreCase) ?? []);

    private static List<string> Each(MatcherGroup matchers)
    {
        var expected = new List<string>();
        foreach (var matcher in matchers.Matchers)
        {
            expected.Add(matcher.Expected);
        }

        return expected;
    }

    private static double Matrix(MatcherGroup matchers, IReadOnlyList<string> values, StubRequest request)
    {
        var all = new Tally(MatchOperator.And);
        foreach (var value in values)
        {
            var best = new Tally(MatchOperator.Or);
            foreach (var matcher in matchers.Matchers)
            {
                best.Add(matcher.Score(value, request));
            }

            all.Add(best.Score);
        }

        foreach (var matcher in matchers.Matchers)
        {
            var best = new Tally(MatchOperator.Or);
            foreach (var value in values)
            {
                best.Add(matcher.Score(value, request));
            }

            all.Add(best.Score);
        }

        return all.Score;
    }
}
