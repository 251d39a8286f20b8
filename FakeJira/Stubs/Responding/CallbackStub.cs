using System.IO.Enumeration;

namespace FakeJira.Stubs.Responding;

/// <summary>A function of a test's own that answers a path.</summary>
internal sealed class CallbackStub(string path, Func<StubRequest, ValueTask<StubResponse?>> callback) : Stub
{
    private const string Wildcards = "*?";
    private readonly bool _hasWildcard = path.AsSpan().IndexOfAny(Wildcards) >= 0;

    public override bool Matches(StubRequest request) =>
        (Methods is null || Methods.Contains(request.Method, StringComparer.OrdinalIgnoreCase))
        && (_hasWildcard ? FileSystemName.MatchesSimpleExpression(path, request.Path, ignoreCase: false) : request.Path == path);

    /// <summary>WireMock.Net answers 200 without a body where a callback returns nothing.</summary>
    public override async ValueTask<StubResponse> AnswerAsync(StubRequest request) =>
        await callback(request).ConfigureAwait(false) is { } answer ? Sent(answer) : new StubResponse();

    /// <summary>A copy without the headers that say how long the body is, which the engine knows.</summary>
    /// <exception cref="FakeJiraException">It has a header that cannot be sent: the web server would fail where nobody can tell of it.</exception>
    private static StubResponse Sent(StubResponse answer)
    {
        foreach (var header in (Header[])[.. answer.Headers, new("X-FakeJira-Rule", answer.RuleHeader)])
        {
            if ((HeaderText.WrongName(header.Name) ?? HeaderText.WrongValue(header.Name, header.Value)) is { } wrong)
            {
                throw new FakeJiraException(wrong);
            }
        }

        return answer.With(headers: [.. answer.Headers.Where(header => !header.Is("Content-Length") && !header.Is("Transfer-Encoding"))]);
    }

    /// <summary>What every path that fits the pattern begins with, or is.</summary>
    public static PathKey KeyOf(string path)
    {
        var wildcard = path.AsSpan().IndexOfAny(Wildcards);
        return wildcard < 0 ? PathKey.Whole(path) : PathKey.StartsWith(path[..wildcard]);
    }
}
