using System.Text;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>Who is calling, by which rule; or why that is refused.</summary>
/// <param name="User">The caller; null for one without a user.</param>
/// <param name="Token">What they signed in with.</param>
/// <param name="Rule">How that was decided.</param>
/// <param name="Refusal">The answer when wrong credentials are refused.</param>
/// <param name="LoginFailed">Whether a user was named and not accepted.</param>
internal readonly record struct Identified(User? User, Token? Token, Rule Rule, StubResponse? Refusal = null, bool LoginFailed = false);

/// <summary>Reads the header Authorization.</summary>
internal static class Credentials
{
    /// <summary>The prefix of the platform's gateway.</summary>
    public const string Gateway = "/ex/jira/";

    public static Identified Of(StubRequest request, JiraWorld world)
    {
        if (request.Header("Authorization") is not { } header)
        {
            return new(null, null, JiraRules.Anonymous);
        }

        var value = header.AsSpan().Trim();
        var space = value.IndexOf(' ');
        var scheme = space < 0 ? value : value[..space];
        var rest = space < 0 ? [] : value[(space + 1)..].Trim();
        if (scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
        {
            return Basic(request, world, rest);
        }

        return scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? Bearer(request, world, rest.ToString()) : new(null, null, JiraRules.Anonymous);
    }

    /// <summary>Who calls, for people.</summary>
    public static string NameOf(StubRequest request, JiraWorld world) => Of(request, world).User is { } user ? user.DisplayName : request.Header("Authorization") is null ? "anonymous" : "unknown credentials";

    private static bool IsGateway(StubRequest request) => request.Prefix.StartsWith(Gateway, StringComparison.Ordinal);

    private static Identified Basic(StubRequest request, JiraWorld world, ReadOnlySpan<char> encoded)
    {
        var (email, secret) = Decode(encoded);
        // A user without an email cannot sign in: a blank one is nobody's name.
        if (secret.Length > 0 && email.Length > 0 && world.Tokens.TryGetValue(secret, out var token) && !token.IsOAuth && world.UserOf(token) is { Active: true } user
            && string.Equals(user.Email, email, StringComparison.OrdinalIgnoreCase))
        {
            var gateway = IsGateway(request);
            return gateway || token.Scopes is null ? new(user, token, gateway ? JiraRules.OAuth : JiraRules.Basic) : Failed(request, world, userNamed: true, JiraRules.Scoped401);
        }

        return Failed(request, world, userNamed: email.Length > 0, JiraRules.Failed401);
    }

    private static Identified Bearer(StubRequest request, JiraWorld world, string value)
    {
        var gateway = IsGateway(request);
        if (!gateway && world.Settings.BearerOnSite == BearerOnSite.Refused)
        {
            return new(null, null, JiraRules.Bearer403, JiraErrors.BearerRefused());
        }

        return world.Tokens.TryGetValue(value, out var token) && token.IsOAuth && world.UserOf(token) is { Active: true } user
            ? new(user, token, gateway ? JiraRules.OAuth : JiraRules.Bearer)
            : Failed(request, world, userNamed: false, JiraRules.Failed401);
    }

    private static Identified Failed(StubRequest request, JiraWorld world, bool userNamed, Rule refused)
    {
        if (IsGateway(request))
        {
            return new(null, null, JiraRules.OAuthUnknown401, JiraErrors.UnknownToken());
        }

        return world.Settings.RejectBadCredentials
            ? new(null, null, refused, JiraErrors.Gate(request, refused), userNamed)
            : new(null, null, JiraRules.FailedAnonymous, null, userNamed);
    }

    private static (string Email, string Secret) Decode(ReadOnlySpan<char> encoded)
    {
        Span<byte> bytes = encoded.Length <= 1024 ? stackalloc byte[1024] : new byte[encoded.Length];
        if (!Convert.TryFromBase64Chars(encoded, bytes, out var length))
        {
            return ("", "");
        }

        var text = bytes[..length];
        var colon = text.IndexOf((byte)':');
        return colon < 0 ? (Encoding.UTF8.GetString(text), "") : (Encoding.UTF8.GetString(text[..colon]), Encoding.UTF8.GetString(text[(colon + 1)..]));
    }
}
