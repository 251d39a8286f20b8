using System.Text.RegularExpressions;
using FakeJira.Stubs.Mappings.Parts;

namespace FakeJira.Stubs.Mappings;

/// <summary>The Request of a mapping, compiled: every part of it must match. Without parts it matches everything.</summary>
/// <param name="parts">The parts, those that are cheap to check first.</param>
internal sealed class RequestPattern(IReadOnlyList<RequestPart> parts)
{
    private readonly RequestPart[] _parts = [.. parts];

    /// <summary>How many parts of a request it looks at: more of them is more specific.</summary>
    public int Details => _parts.Length;

    /// <summary>Under which paths the index files it; several are alternatives.</summary>
    public IReadOnlyList<PathKey> Paths { get; init; } = [PathKey.Any];

    /// <summary>The methods it takes, upper case; null for any.</summary>
    public IReadOnlyList<string>? Methods { get; init; }

    /// <summary>The operation that a request must reach, or null when it does not care.</summary>
    public string? Operation { get; init; }

    /// <summary>The parts, those that are cheap to check first.</summary>
    public IReadOnlyList<RequestPart> Parts => _parts;

    /// <summary>Whether every part matches; stops at the first that does not.</summary>
    public bool Matches(StubRequest request)
    {
        foreach (var part in _parts)
        {
            if (ScoreOf(part, request) < PartResult.Perfect)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>How every part fares; each is compared when it is asked for.</summary>
    public IEnumerable<PartResult> Explain(StubRequest request) => _parts.Select(part => new PartResult(part.Name, ScoreOf(part, request), part.Expected, part.Actual(request)));

    /// <summary>A regular expression that takes too long does not match, nor does what fails on this request, as in WireMock.Net; the log says so.</summary>
    private static double ScoreOf(RequestPart part, StubRequest request)
    {
        try
        {
            return part.Score(request);
        }
        catch (RegexMatchTimeoutException exception)
        {
            request.Note($"{part.Name}: the regular expression /{exception.Pattern}/ took longer than {exception.MatchTimeout.TotalMilliseconds:0} ms on this request, so it does not match. Make it simpler.");
            return 0;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            request.Note($"{part.Name}: it cannot be compared with this request and does not match: {exception.Message}");
            return 0;
        }
    }
}

/// <summary>One part of a request that a mapping looks at.</summary>
/// <param name="Part">Its name, for example <c>Path</c> or <c>Header X-Tenant</c>.</param>
/// <param name="Score">From 0 to 1, which is a match.</param>
/// <param name="Expected">What the mapping wants.</param>
/// <param name="Actual">What the request has.</param>
internal sealed record PartResult(string Part, double Score, string Expected, string Actual)
{
    /// <summary>A score of so much is a match; averages are not exact.</summary>
    public const double Perfect = 1 - 1e-6;

    /// <summary>Whether it matches.</summary>
    public bool IsMatch => Score >= Perfect;

    /// <summary>Whether it says where a request goes to.</summary>
    public bool IsPlace => Part is "Path" or "Url" or "Operation";
}
