using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs.Mappings.Parts;

/// <summary>A header: present, absent, or of a value. Where it was sent several times, every value has to satisfy one and the same matcher.</summary>
/// <param name="header">Its name, in any case.</param>
/// <param name="matchers">What they want of the value; null when it is enough that it is there.</param>
/// <param name="rejects">Whether it matches when the header is absent; without matchers it must be.</param>
internal sealed class HeaderPart(string header, MatcherGroup? matchers, bool rejects) : RequestPart
{
    public override string Name => $"Header {header}";

    public override string Expected { get; } = matchers is null ? rejects ? "absent" : "present" : matchers.Expected + (rejects ? ", or absent" : "");

    public override double Score(StubRequest request)
    {
        if (request.Header(header) is null)
        {
            return rejects ? 1 : 0;
        }

        if (matchers is null)
        {
            return rejects ? 0 : 1;
        }

        var tally = new Tally(matchers.How);
        foreach (var matcher in matchers.Matchers)
        {
            var values = new Tally(MatchOperator.And);
            foreach (var sent in request.Headers)
            {
                if (sent.Is(header))
                {
                    values.Add(matcher.Score(sent.Value, request));
                }
            }

            tally.Add(values.Score);
        }

        return tally.Score;
    }

    public override string Actual(StubRequest request) => Shown(request.Headers.Where(sent => sent.Is(header)).Select(sent => sent.Value));
}
