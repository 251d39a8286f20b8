using FakeJira.Stubs.Matching;

namespace FakeJira.Stubs.Mappings.Parts;

/// <summary>The body. That of a GET or HEAD is not looked at.</summary>
internal sealed class ContentPart(MatcherGroup matchers) : RequestPart
{
    public override string Name => "Body";

    public override string Expected { get; } = matchers.Expected;

    public override double Score(StubRequest request) => matchers.Score(request.Content);

    public override string Actual(StubRequest request) =>
        request.Content.Bytes.IsEmpty ? "no body" : request.Content.Text is { } text ? Shown([text]) : $"{request.Content.Bytes.Length} bytes that are not text";
}
