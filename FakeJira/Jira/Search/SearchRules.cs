using FakeJira.Jira.Search.Jql;
using FakeJira.Stubs;
using static FakeJira.Stubs.Provenance;

namespace FakeJira.Jira.Search;

/// <summary>The rules of the search operations.</summary>
internal static class SearchRules
{
    private const string Page = "Issue search reference page.";
    private const string Live = "Seen on the live service.";
    private const string Texts = " The texts are those of Jira's own parser, seen on the live service and in its tests.";

    public static readonly Rule Search200 = new("JIRA-SEARCH-200", "The issues that the query means and the caller can see, a page of them; without fields only their ids. There is no total.", DocumentedElsewhere, Page + " Without ORDER BY the newest come first, which is assumed, as is that what is empty comes last in ascending order.");
    public static readonly Rule Count200 = new("JIRA-SEARCH-COUNT-200", "How many issues the query means; here the count is exact.", DocumentedElsewhere, Page);
    public static readonly Rule Unbounded400 = new("JIRA-SEARCH-UNBOUNDED-400", "No query, or one that restricts nothing.", Observed, Live);
    public static readonly Rule MaxResults400 = new("JIRA-SEARCH-MAX-RESULTS-400", "maxResults is not between 1 and 5000; a null in a body is read as 0.", Observed, Live);
    public static readonly Rule Token400 = new("JIRA-SEARCH-TOKEN-400", "A nextPageToken that is not ours, of another query, or older than seven days; said before anything else is.", Observed, Live + " The text is assumed, as is that another query makes it invalid; the seven days are documented.");
    public static readonly Rule Reconcile400 = new("JIRA-SEARCH-RECONCILE-400", "More than 50 ids in reconcileIssues.", DocumentedElsewhere, Page + " The text is assumed, and that it is refused.");
    public static readonly Rule IndexDelay = new("JIRA-SEARCH-INDEX-DELAY", "With searchIndexDelay: the issues are as they were so many seconds ago, but those in reconcileIssues.", DocumentedElsewhere, Page + " How long the live service lags is not documented.");
    public static readonly Rule Syntax400 = new("JIRA-JQL-SYNTAX-400", "The query is not JQL.", DocumentedElsewhere, Page + Texts);
    public static readonly Rule Meaning400 = new("JIRA-JQL-MEANING-400", "The query names a field, value, function or issue that is not there for the caller, or uses it as it cannot be used: every such mistake is named.", DocumentedElsewhere, Page + Texts);
    public static readonly Rule Meaning200 = new("JIRA-JQL-MEANING-ANONYMOUS-200", "The same without a user: no issues.", Observed, "Recorded by others on a public site. For the count it is inferred.");
    public static readonly Rule NotSimulated400 = new("JIRA-JQL-NOT-SIMULATED-400", "JQL that the vendor knows and this server does not: WAS, CHANGED, fields and functions that are not simulated.", Assumed, "The vendor would answer; this server cannot, and says so in words of its own.");
    public static readonly Rule TooLarge400 = new("JIRA-JQL-TOO-LARGE-400", "A query longer than 65,536 characters, nested deeper than 100 levels, with more than 2,000 conditions, a text of more than 200 words, or a word with wildcards that has more than ten of them or 255 characters.", Assumed, "Limits of this server; the vendor's are unknown.");
    public static readonly Rule Legacy410 = new("JIRA-LEGACY-SEARCH-410", "The removed search, with legacySearch false.", Observed, Live);
    public static readonly Rule Legacy200 = new("JIRA-LEGACY-SEARCH-200", "The removed search, with legacySearch true: a page by startAt and maxResults, and the total.", DocumentedElsewhere, Page + " At most 5000 a page is assumed.");
    public static readonly Rule LegacyWarning200 = new("JIRA-LEGACY-SEARCH-WARNING-200", "The same with validateQuery warn, none or false, and a mistake of meaning: no issues, and what is wrong as warnings (not with none).", DocumentedElsewhere, Page + " That nothing is found is inferred.");

    /// <summary>What can be wrong with a query.</summary>
    public static Rule[] OfQuery { get; } = [Syntax400, Meaning400, NotSimulated400, TooLarge400];

    public static Rule Of(JqlProblemKind kind) => kind switch
    {
        JqlProblemKind.Syntax => Syntax400,
        JqlProblemKind.Meaning => Meaning400,
        JqlProblemKind.NotSimulated => NotSimulated400,
        JqlProblemKind.TooLarge => TooLarge400,
    };
}
