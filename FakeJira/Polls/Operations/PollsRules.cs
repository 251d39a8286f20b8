using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Polls.Operations;

/// <summary>The rules that every operation shares, in the order in which they are looked at.</summary>
internal static class PollsRules
{
    /// <summary>The vendor's page.</summary>
    public const string Page = "Team Voice, REST API (beta)";

    /// <summary>The vendor's page about tokens.</summary>
    public const string TokenPage = "Team Voice, Access tokens";

    public static readonly Rule EndpointUnknown = new("POLLS-ENDPOINT-404", "No app is reached at this endpoint: 404 without a body.", Assumed, "Nothing is known of what the platform says.");

    public static readonly Rule TokenMissing = new("POLLS-TOKEN-MISSING-403", "token is absent or blank: 403 without a body, before anything else about the query is looked at.", Documented, Page + ": \"'token' is not provided or not valid\". That blank counts as absent and the empty body are assumed, the order is inferred.");

    public static readonly Rule TokenInvalid = new("POLLS-TOKEN-INVALID-403", "token is none of the endpoint's, or was revoked: 403 without a body.", Documented, Page + ": \"'token' is not provided or not valid\"; revoked: " + TokenPage + ". The empty body is assumed.");

    public static readonly Rule TypeWrong = new("POLLS-TYPE-400", "type is absent, blank or not exactly 'polls': 400 without a body.", Documented, Page + ": \"Required field is not defined in query parameters\". That any other value is refused and the empty body are assumed; on Confluence endpoints DELETE's is inferred, as its 400 is \"for Jira version\".");

    public static readonly Rule WorkspaceMissing = new("POLLS-WORKSPACE-400", "workspace is absent or blank: 400 without a body.", Documented, Page + ": \"Required field is not defined in query parameters\". Blank and the empty body are assumed; on Confluence endpoints DELETE's is inferred, as its 400 is \"for Jira version\".");

    public static readonly Rule ContentMissing = new("POLLS-CONTENT-400", "content is absent or blank: 400 without a body.", Documented, Page + ": \"Required field is not defined in query parameters\". Blank and the empty body are assumed; on Confluence endpoints DELETE's is inferred, as its 400 is \"for Jira version\".");

    public static readonly Rule ContainerMissing = new("POLLS-CONTAINER-400", "The endpoint is Confluence's and container is absent or blank: 400 without a body.", Documented, Page + ": container is \"required for Confluence only\". For DELETE it is inferred, as the page speaks of its 400 \"for Jira version\" only; blank and the empty body are assumed.");

    public static readonly Rule ContainerIgnored = new("POLLS-CONTAINER-IGNORED", "The endpoint is Jira's and container was given: it changes nothing.", Inferred, Page + ": container is \"Empty in Jira\".");

    public static readonly Rule PollIdMissing = new("POLLS-ID-400", "PUT or DELETE without pollId, or with a blank one: 400 without a body.", Documented, Page + ": pollId is required and 400 is for a required field that is not defined. Blank and the empty body are assumed; on Confluence endpoints DELETE's is inferred, as its 400 is \"for Jira version\".");

    public static readonly Rule OutOfScope = new("POLLS-TOKEN-SCOPE-403", "The token is not good for this workspace: 403 without a body, after every 400 of the query.", Inferred, "Tokens have a scope (" + TokenPage + "); the status and the order follow from 403 for a token that is not valid.");

    public static readonly Rule MethodUnknown = new("POLLS-METHOD-405", "Any other method: 405 without a body, Allow names those there are.", Assumed, "The page has GET, POST, PUT and DELETE; nothing is known of the others.");

    public static readonly Rule BodyInvalid = new("POLLS-BODY-400", "The body is empty, not JSON in UTF-8, nested deeper than 64, or not an object: 400 without a body; nothing is stored.", Assumed, "The page says nothing of bad bodies.");

    public static readonly Rule BodyTooLarge = new("POLLS-BODY-413", "The body is longer than this server takes: 413 without a body; nothing is stored.", Assumed, "A limit of this server; the platform's is not known.");

    public static readonly Rule PollInvalid = new("POLLS-INVALID-400", "Only with the switch strictPolls: no title, fewer than two options, two options of one id, or a known member of a wrong type: 400 without a body; nothing is stored.", Assumed, "The page says nothing of checks; without the switch a poll is stored as it was sent.");

    public static readonly Rule Full = new("POLLS-FULL-507", "The site has no room for the poll (switch pollsMegabytes): 507 without a body; nothing is stored. What a test or a seed arranges always has room.", Assumed, "A limit of this server, so that no client can fill its memory; with a status that the vendor is not known to use.");

    public static readonly Rule IssueUnknown = new("POLLS-ISSUE-UNKNOWN", "Only with the switch pollsCheckIssues: content is no issue of the site, or workspace not its project, so it has no polls.", Assumed, "How the app treats issues that do not exist is not known.");

    public static readonly Rule IssueUnknownOnWrite = new("POLLS-ISSUE-400", "Only with the switch pollsCheckIssues: a poll was to be made for what is no issue of the site: 400 without a body.", Assumed, "400 is the only answer to a bad request that the page has for a poll that is made.");

    public static readonly Rule FailedDependency = new("POLLS-FAILED-DEPENDENCY-424", "The platform gives up on the app, which may well have done its work: only by fault or mapping.", Assumed, "Nothing is known of when; that the write has happened by then is the case that a client has to be ready for.");

    /// <summary>What can keep any call out, and what it can be told on the way in.</summary>
    public static readonly Rule[] Admission = [EndpointUnknown, TokenMissing, TokenInvalid, TypeWrong, WorkspaceMissing, ContentMissing, ContainerMissing, OutOfScope, ContainerIgnored];

    /// <summary>What can be wrong with a poll that is to be stored.</summary>
    public static readonly Rule[] Body = [BodyInvalid, BodyTooLarge, PollInvalid, Full];
}
