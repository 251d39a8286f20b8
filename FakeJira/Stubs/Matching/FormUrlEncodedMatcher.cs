namespace FakeJira.Stubs.Matching;

/// <summary>The fields of a form: each pattern is <c>name=value</c>, wildcards on both sides, and is fulfilled by any field. Other fields do not matter.</summary>
internal sealed class FormUrlEncodedMatcher(IReadOnlyList<string> patterns, MatchOperator how, bool ignoreCase) : Matcher
{
    private readonly (Wildcard Name, Wildcard Value)[] _fields = [.. patterns.Select(pattern => Field(pattern, ignoreCase))];

    protected override string Wanted => "a form with " + Phrase(patterns.Select(Quoted), how) + (ignoreCase ? " in any case" : "");

    protected override double Of(string text, StubRequest request) => Of(QueryParameter.Parse(text), request);

    protected override double? Of(RequestContent content) => content.Form is { } form ? Of(form, content.Request) : null;

    private double Of(QueryParameter[] form, StubRequest request)
    {
        var tally = new Tally(how);
        foreach (var (name, value) in _fields)
        {
            tally.Add(Array.Exists(form, field => name.Matches(field.Name, request) && value.Matches(field.Value, request)));
        }

        return tally.Score;
    }

    private static (Wildcard Name, Wildcard Value) Field(string pattern, bool ignoreCase)
    {
        var parts = pattern.Split('=', 2);
        return (new(parts[0], ignoreCase), new(parts.Length > 1 ? parts[1] : "", ignoreCase));
    }
}
