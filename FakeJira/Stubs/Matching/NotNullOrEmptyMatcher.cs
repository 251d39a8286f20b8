namespace FakeJira.Stubs.Matching;

/// <summary>Something, whatever it is.</summary>
internal sealed class NotNullOrEmptyMatcher : Matcher
{
    protected override string Wanted => "not empty";

    protected override double Of(string text, StubRequest request) => text.Length > 0 ? 1 : 0;

    protected override double? Of(RequestContent content) => content.Bytes.IsEmpty ? 0 : 1;
}
