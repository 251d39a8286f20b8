using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Lists;

/// <summary>The rules of the lists that hardly ever change.</summary>
internal static class ListRules
{
    private const string Reference = "Reference page of the operation.";
    private const string Contents = Reference + " What is in it is that of a new site; the texts are assumed.";

    public static readonly Rule Fields200 = new("JIRA-FIELDS-200", "The fields of issues, votes among them.", DocumentedElsewhere, Contents);
    public static readonly Rule IssueTypes200 = new("JIRA-ISSUETYPES-200", "The types of issues.", DocumentedElsewhere, Contents);
    public static readonly Rule Statuses200 = new("JIRA-STATUSES-200", "The statuses of issues.", DocumentedElsewhere, Contents);
    public static readonly Rule StatusCategories200 = new("JIRA-STATUS-CATEGORIES-200", "The categories of statuses.", DocumentedElsewhere, Contents);
    public static readonly Rule Priorities200 = new("JIRA-PRIORITIES-200", "The priorities of issues.", DocumentedElsewhere, Contents);
    public static readonly Rule PrioritySearch200 = new("JIRA-PRIORITY-SEARCH-200", "A page of the priorities.", DocumentedElsewhere, Contents);
    public static readonly Rule Resolutions200 = new("JIRA-RESOLUTIONS-200", "The resolutions of issues.", DocumentedElsewhere, Contents);
    public static readonly Rule LinkTypes200 = new("JIRA-ISSUE-LINK-TYPES-200", "The types of links between issues; links themselves are not simulated.", DocumentedElsewhere, Contents);
    public static readonly Rule PermissionSchemes200 = new("JIRA-PERMISSION-SCHEMES-200", "The permission schemes: one, which is not looked at.", DocumentedElsewhere, Contents);
    public static readonly Rule SecuritySchemes200 = new("JIRA-SECURITY-SCHEMES-200", "The issue security schemes: none, as levels belong to projects here.", DocumentedElsewhere, Contents);
    public static readonly Rule SecuritySchemes403 = new("JIRA-SECURITY-SCHEMES-403", "The caller does not administer the site.", DocumentedElsewhere, Reference + " The text is assumed.");
    public static readonly Rule Categories200 = new("JIRA-PROJECT-CATEGORIES-200", "The project categories.", DocumentedElsewhere, Reference);
    public static readonly Rule Labels200 = new("JIRA-LABELS-200", "A page of the labels that issues have, in alphabetical order.", DocumentedElsewhere, Reference + " Of which issues is assumed: of all.");
}
