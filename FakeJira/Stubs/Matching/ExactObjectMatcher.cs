namespace FakeJira.Stubs.Matching;

/// <summary>A body of the same bytes.</summary>
internal sealed class ExactObjectMatcher(byte[] bytes) : Matcher
{
    public override bool TakesText => false;

    protected override string Wanted => $"the {bytes.Length} bytes {Convert.ToBase64String(bytes)} (base64)";

    protected override double Of(string text, StubRequest request) => 0;

    protected override double? Of(RequestContent content) => content.Bytes.IsEmpty ? null : content.Bytes.Span.SequenceEqual(bytes) ? 1 : 0;
}
