namespace FakeJira.Stubs.Mappings.Parts;

/// <summary>The method: one of a list, or none of it. HEAD is not GET.</summary>
internal sealed class MethodPart(IReadOnlyList<string> methods, bool rejects) : RequestPart
{
    private readonly string[] _methods = [.. methods];

    public override string Name => "Method";

    public override string Expected { get; } = (rejects ? "not " : "") + string.Join(" or ", methods);

    /// <summary>The methods it takes, upper case; null where they are not listed.</summary>
    public IReadOnlyList<string>? Taken => rejects ? null : _methods;

    public override double Score(StubRequest request)
    {
        foreach (var method in _methods)
        {
            if (method.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
            {
                return rejects ? 0 : 1;
            }
        }

        return rejects ? 1 : 0;
    }

    public override string Actual(StubRequest request) => request.Method;
}
