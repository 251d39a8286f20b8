using Microsoft.AspNetCore.Http;

namespace FakeJira.Stubs.Kestrel;

/// <summary>The headers that say which rule and which stub an answer came from.</summary>
internal static class Identity
{
    public const string Rule = "X-FakeJira-Rule";
    public const string Stub = "X-FakeJira-Stub";

    public static void AppendIdentity(this IHeaderDictionary headers, StubResponse response)
    {
        if (response.RuleHeader.Length > 0)
        {
            headers[Rule] = response.RuleHeader;
        }

        if (response.StubName.Length > 0)
        {
            headers[Stub] = response.StubName;
        }
    }
}

/// <summary>The target of a request line: a path and a query, also out of the absolute form.</summary>
internal static class Target
{
    public static (string Path, string Query) Split(string target)
    {
        if (target.Length > 0 && target[0] != '/' && target.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme)
        {
            var slash = target.IndexOf('/', scheme + 3);
            target = slash < 0 ? "/" : target[slash..];
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? (target, "") : (target[..question], target[(question + 1)..]);
    }
}
