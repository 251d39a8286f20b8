using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Projects;

/// <summary>The rules of the projects operations.</summary>
internal static class ProjectRules
{
    private const string Reference = "Reference page of the operation.";
    private const string TextAssumed = Reference + " The text is assumed.";
    private const string ServerTexts = Reference + " The texts are those of Jira Server.";

    public static readonly Rule Get200 = new("JIRA-PROJECT-GET-200", "A project by id, or by key in its own spelling, for whoever may browse it.", DocumentedElsewhere, Reference + " That keys are case-sensitive here was seen on the live service.");
    public static readonly Rule Unseen404 = new("JIRA-PROJECT-404", "Unknown project, or no Browse projects permission.", DocumentedElsewhere, Reference + " The text was seen on the live service.");
    public static readonly Rule List200 = new("JIRA-PROJECT-LIST-200", "The projects that the caller may browse, by key.", DocumentedElsewhere, Reference + " The order is assumed.");
    public static readonly Rule Search200 = new("JIRA-PROJECT-SEARCH-200", "A page of the projects that the caller may browse and that fit the query; an empty one where there is none.", DocumentedElsewhere, Reference + " It lists 404 for no project found; the empty page is assumed.");
    public static readonly Rule Search400 = new("JIRA-PROJECT-SEARCH-400", "The order or the action asked for is none.", DocumentedElsewhere, TextAssumed);
    public static readonly Rule Create201 = new("JIRA-PROJECT-CREATE-201", "A project is made by one who administers the site.", DocumentedElsewhere, Reference + " The schemes and the template that are named are not looked at; that the administrators of the site have its role Administrators is inferred: clients write comments for that role in a project that they have just made.");
    public static readonly Rule Create400 = new("JIRA-PROJECT-CREATE-400", "Key, name, lead or category is missing, taken or unknown: what is wrong with each.", DocumentedElsewhere, ServerTexts);
    public static readonly Rule Create403 = new("JIRA-PROJECT-CREATE-403", "The caller does not administer the site.", DocumentedElsewhere, TextAssumed);
    public static readonly Rule Full507 = new("JIRA-PROJECTS-FULL-507", "The site has no room for another project (switch jiraProjects); none is made. What a test or a seed arranges always has room.", Assumed, "A limit of this server, so that no client can fill its memory; with a status that the vendor is not known to use.");
    public static readonly Rule Delete204 = new("JIRA-PROJECT-DELETE-204", "A project and its issues are removed by one who administers the site; enableUndo makes no difference.", DocumentedElsewhere, Reference);
    public static readonly Rule DeleteForbidden404 = new("JIRA-PROJECT-DELETE-FORBIDDEN-404", "The caller does not administer the site.", DocumentedElsewhere, Reference + " The text is that of an unknown project.");
    public static readonly Rule Statuses200 = new("JIRA-PROJECT-STATUSES-200", "The statuses of a project by type of issue.", DocumentedElsewhere, Reference);
    public static readonly Rule Versions200 = new("JIRA-PROJECT-VERSIONS-200", "The versions of a project: there are none here.", DocumentedElsewhere, Reference);
    public static readonly Rule Components200 = new("JIRA-PROJECT-COMPONENTS-200", "The components of a project: there are none here.", DocumentedElsewhere, Reference);

    public static readonly Rule Roles200 = new("JIRA-PROJECT-ROLES-200", "The roles of a project, each with its address.", DocumentedElsewhere, Reference);
    public static readonly Rule Role200 = new("JIRA-PROJECT-ROLE-200", "A role and who has it in a project.", DocumentedElsewhere, Reference + " The ids of actors are assumed: they count from 10240.");
    public static readonly Rule Role404 = new("JIRA-PROJECT-ROLE-404", "There is no role of that id.", DocumentedElsewhere, TextAssumed);
    public static readonly Rule RoleAdded200 = new("JIRA-PROJECT-ROLE-ADD-200", "Users or groups get a role; the answer is the role.", DocumentedElsewhere, Reference);
    public static readonly Rule RoleAdd400 = new("JIRA-PROJECT-ROLE-ADD-400", "One of the users or groups has the role already.", DocumentedElsewhere, TextAssumed);
    public static readonly Rule RoleSet200 = new("JIRA-PROJECT-ROLE-SET-200", "These users and groups have a role and nobody else; the answer is the role.", DocumentedElsewhere, Reference);
    public static readonly Rule RoleRemoved204 = new("JIRA-PROJECT-ROLE-DELETE-204", "A user or a group has the role no longer.", DocumentedElsewhere, Reference);
    public static readonly Rule RoleRemove404 = new("JIRA-PROJECT-ROLE-DELETE-404", "The user or group has not the role.", DocumentedElsewhere, TextAssumed);
    public static readonly Rule Actor404 = new("JIRA-PROJECT-ROLE-ACTOR-404", "The user or group is unknown, or none is named.", DocumentedElsewhere, TextAssumed);
    public static readonly Rule RoleForbidden401 = new("JIRA-PROJECT-ROLE-FORBIDDEN-401", "The caller may not administer the project.", DocumentedElsewhere, TextAssumed);
}
