using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Server;

/// <summary>How clients find out the id of a site: operations of the vendor's platform, outside of Jira's own API.</summary>
internal static class PlatformOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new Operation("jira.tenantInfo.get", "GET", "/_edge/tenant_info", "The cloudId of the site.", [ServerRules.Tenant200], TenantInfo).Knows(),
        new Operation("jira.accessibleResources.list", "GET", "/oauth/token/accessible-resources", "The sites that an OAuth access token gives access to.", [ServerRules.Resources200, ServerRules.Resources401], AccessibleResources).Knows(),
    ];

    private static StubResponse TenantInfo(StubRequest request) =>
        StubResponse.Text(200, $$"""{"cloudId":"{{request.Site.Id}}"}""", JiraJson.ContentType, ServerRules.Tenant200);

    private static StubResponse AccessibleResources(StubRequest request)
    {
        const string scheme = "Bearer ";
        var value = request.Header("Authorization") is { } header && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : "";
        var found = request.Site.Sites.All.Select(site => (site, token: TokenOf(site, value))).Where(pair => pair.token is not null).ToList();
        return found.Count == 0 ? JiraErrors.UnknownToken(ServerRules.Resources401) : JiraJson.Answer(200, (request, found), static (json, resources) =>
        {
            json.WriteStartArray();
            foreach (var (site, token) in resources.found)
            {
                json.WriteStartObject();
                json.WriteString("id", site.Id);
                json.WriteString("url", SiteAddress.UrlOf(site, resources.request));
                json.WriteString("name", site.Name);
                json.WriteStartArray("scopes");
                foreach (var scope in (token!.Scopes ?? Scopes.EveryClassic).Order(StringComparer.Ordinal))
                {
                    json.WriteStringValue(scope);
                }

                json.WriteEndArray();
                json.WriteString("avatarUrl", $"https://site-admin-avatar-cdn.prod.public.atl-paas.net/avatars/240/site.png");
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }, ServerRules.Resources200);
    }

    private static Token? TokenOf(Site site, string value)
    {
        var world = site.Read(JiraContract.World);
        return world.Tokens.TryGetValue(value, out var token) && token.IsOAuth && world.UserOf(token) is { Active: true } ? token : null;
    }
}
