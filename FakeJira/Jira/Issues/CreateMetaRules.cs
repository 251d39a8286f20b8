using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Issues;

/// <summary>The rules of the operations that tell what can be said of issues.</summary>
internal static class CreateMetaRules
{
    private const string Page = "Issues reference page.";

    public static readonly Rule All200 = new("JIRA-CREATEMETA-200", "The projects in which the caller may create issues, of those that the query names, with their issue types; expand=projects.issuetypes.fields adds the fields.", DocumentedElsewhere, Page);
    public static readonly Rule Types200 = new("JIRA-CREATEMETA-TYPES-200", "A page of the issue types of a project.", DocumentedElsewhere, Page);
    public static readonly Rule Fields200 = new("JIRA-CREATEMETA-FIELDS-200", "A page of the fields on the screen of a new issue of a type.", DocumentedElsewhere, Page);
    public static readonly Rule Limit400 = new("JIRA-CREATEMETA-LIMIT-400", "maxResults is more than 200.", DocumentedElsewhere, Page);
    public static readonly Rule Project404 = new("JIRA-CREATEMETA-PROJECT-404", "There is no such project, or the caller may not create issues in it.", Assumed, "The reference page lists 400 and 401 only; the body is that of an unknown project.");
    public static readonly Rule Type404 = new("JIRA-CREATEMETA-TYPE-404", "The project has no such issue type.", Assumed, "The reference page lists 400 and 401 only.");
    public static readonly Rule Edit200 = new("JIRA-EDITMETA-200", "The fields on the screen of an issue that is there; none without Edit issues.", DocumentedElsewhere, Page);
}
