using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Server;

/// <summary>The rules of what the site says of itself.</summary>
internal static class ServerRules
{
    private const string Reference = "Reference page of the operation.";
    private const string Live = "Seen on the live service.";

    public static readonly Rule Info200 = new("JIRA-SERVER-INFO-200", "Version, deployment type and time of the site, for everybody.", DocumentedElsewhere, Reference + " Version and build are those of the live service at some time.");
    public static readonly Rule Configuration200 = new("JIRA-CONFIGURATION-200", "The optional features; votingEnabled is the setting of the site.", DocumentedElsewhere, Reference + " The values of the other features are assumed.");
    public static readonly Rule Locale200 = new("JIRA-LOCALE-200", "The language of the caller.", DocumentedElsewhere, Reference + " That it is en_US for everybody is assumed.");
    public static readonly Rule Tenant200 = new("JIRA-TENANT-INFO-200", "The cloudId of the site, for everybody.", Observed, Live);
    public static readonly Rule Resources200 = new("JIRA-ACCESSIBLE-RESOURCES-200", "The sites on which an OAuth access token is known, with its scopes; every classic one for a token without scopes, which may do everything.", DocumentedElsewhere, "The vendor's page on OAuth 2.0 (3LO) apps. Tokens without scopes are those of this server.");
    public static readonly Rule Resources401 = new("JIRA-ACCESSIBLE-RESOURCES-401", "No Bearer token, or one that no site knows.", DocumentedElsewhere, "The vendor's page on OAuth 2.0 (3LO) apps; body in the shape of the gateway's scope error.");
    public static readonly Rule Session200 = new("JIRA-SESSION-200", "Who is signed in.", Observed, Live);
    public static readonly Rule Session401 = new("JIRA-SESSION-401", "Nobody is signed in.", Assumed, "Jira Server does so; the text is that of other operations.");
    public static readonly Rule SessionDelete204 = new("JIRA-SESSION-DELETE-204", "The session is ended; Basic and Bearer credentials hold on, as there is no session in them.", Assumed, "Jira Server does so.");
}
