using FakeJira.Jira;

namespace FakeJira.Tests.Jira.Search;

public sealed class FieldTests
{
    [TestCase("type = Bug", "AB-1")]
    [TestCase("issuetype in (bug, STORY)", "AB-2 AB-1")]
    [TestCase("type = 10003", "AB-3")]
    [TestCase("status = 'in progress'", "AB-2")]
    [TestCase("status != Done", "AB-3 AB-2")]
    [TestCase("statusCategory = 'To Do'", "AB-3")]
    [TestCase("statusCategory in (done, indeterminate)", "AB-2 AB-1")]
    [TestCase("statusCategory = 3", "AB-1")]
    [TestCase("priority > Medium", "AB-1")]
    [TestCase("priority <= medium", "AB-3 AB-2")]
    [TestCase("priority in (High, 4)", "AB-2 AB-1")]
    [TestCase("labels = docs", "AB-3 AB-1")]
    [TestCase("labels = docs and labels = beta", "AB-1")]
    [TestCase("labels not in (beta)", "AB-3")]
    [TestCase("labels is empty", "AB-2")]
    [TestCase("assignee = currentUser()", "AB-1")]
    [TestCase("assignee != currentUser()", "AB-2")]
    [TestCase("not assignee = currentUser()", "AB-2")]
    [TestCase("assignee is empty", "AB-3")]
    [TestCase("assignee in (emma-id, EMPTY)", "AB-3 AB-2")]
    [TestCase("creator = emma-id", "AB-3 AB-2")]
    [TestCase("watcher = currentUser()", "AB-2 AB-1")]
    [TestCase("issue in watchedIssues()", "AB-2 AB-1")]
    [TestCase("watcher is empty", "AB-3")]
    [TestCase("watchers = 2", "AB-2")]
    [TestCase("created <= -30m", "AB-3 AB-2 AB-1")]
    [TestCase("created >= -1h", "AB-3")]
    [TestCase("created > -1h", "")]
    [TestCase("created > '-1d 1h'", "AB-3 AB-2")]
    [TestCase("created < -2w", "AB-1")]
    [TestCase("created < -99999999999w", "")]
    [TestCase("created < 99999999999w", "AB-3 AB-2 AB-1")]
    [TestCase("created >= '2024-05-15'", "AB-3")]
    [TestCase("created < \"2024/5/15 11:01\"", "AB-3 AB-2 AB-1")]
    [TestCase("createdDate = '2024-05-15 11:00'", "AB-3")]
    [TestCase("created in ('2024-05-15 11:00', '2024-05-01')", "AB-3 AB-1")]
    [TestCase("created > 1715727600000", "AB-3 AB-2")]
    [TestCase("created >= startOfDay()", "AB-3")]
    [TestCase("created >= startOfDay(-1)", "AB-3 AB-2")]
    [TestCase("created >= startOfDay('-1d')", "AB-3 AB-2")]
    [TestCase("created >= startOfWeek()", "AB-3 AB-2")]
    [TestCase("created < startOfWeek(-1w)", "AB-1")]
    [TestCase("created >= startOfMonth() and created < startOfMonth(1)", "AB-3 AB-2 AB-1")]
    [TestCase("created <= endOfDay('-1d')", "AB-2 AB-1")]
    [TestCase("created > endOfYear(-1y)", "AB-3 AB-2 AB-1")]
    [TestCase("created < startOfYear()", "")]
    [TestCase("created > endOfMonth(999999999M)", "")]
    [TestCase("created > now()", "")]
    [TestCase("created is not empty", "AB-3 AB-2 AB-1")]
    [TestCase("updated >= -30m", "AB-2")]
    [TestCase("resolved >= startOfMonth()", "AB-1")]
    [TestCase("resolved is empty", "AB-3 AB-2")]
    [TestCase("resolutiondate != '2024-05-02'", "AB-1")]
    [TestCase("due is empty", "AB-3 AB-2 AB-1")]
    [TestCase("description ~ changelog", "AB-1")]
    [TestCase("description is empty", "AB-3 AB-2")]
    [TestCase("comment ~ 'shared folder'", "AB-2")]
    [TestCase("text ~ shared or text ~ EXPORT", "AB-2 AB-1")]
    [TestCase("parent = AB-1", "AB-3")]
    [TestCase("parent in (AB-1, EMPTY)", "AB-3 AB-2 AB-1")]
    [TestCase("parent != AB-1", "")]
    [TestCase("project = AB order by priority desc", "AB-1 AB-3 AB-2")]
    [TestCase("project = AB order by assignee, key", "AB-2 AB-1 AB-3")]
    [TestCase("project = AB order by assignee desc", "AB-3 AB-1 AB-2")]
    [TestCase("project = AB order by status, created", "AB-3 AB-2 AB-1")]
    [TestCase("project = AB order by created asc", "AB-1 AB-2 AB-3")]
    [TestCase("project = AB order by watchers asc, updated", "AB-3 AB-1 AB-2")]
    public async Task Every_field_is_searched_and_sorted(string jql, string keys)
    {
        await using var site = await StartAsync();

        site.Keys(await site.Search(jql, site.Mia)).ShouldBe(keys);
    }

    [TestCase("created >= startOfDay()", "AB-3 AB-2")]
    [TestCase("created >= '2024-05-15'", "AB-3 AB-2")]
    [TestCase("created < '2024-05-15 09:31'", "AB-2 AB-1")]
    public async Task Dates_are_meant_in_the_callers_time_zone(string jql, string keys)
    {
        await using var site = await StartAsync();
        site.Fake.Site.Site.Replace(JiraContract.World, world => world.With(world.Users["mia-id"] with { TimeZone = "Australia/Sydney" }));

        site.Keys(await site.Search(jql, site.Mia)).ShouldBe(keys);
    }

    [TestCase("status = Open", "The value 'Open' does not exist for the field 'status'.")]
    [TestCase("priority = 99", "A value with ID '99' does not exist for the field 'priority'.")]
    [TestCase("created > yesterday", "Date value 'yesterday' for field 'created' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.")]
    [TestCase("created > '2023-02-29'", "Date value '2023-02-29' for field 'created' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.")]
    [TestCase("created > startOfDay(soon)", "Duration for function 'startOfDay' should have the format (+/-)n(yMwdm), e.g -1M for 1 month earlier.")]
    [TestCase("created > now(-1d)", "Function 'now' expected '0' arguments but received '1'.")]
    [TestCase("created > currentUser()", "A date for the field 'created' provided by the function 'currentUser' is not valid.")]
    [TestCase("assignee in votedIssues()", "A value provided by the function 'votedIssues' is invalid for the field 'assignee'.")]
    [TestCase("watchers is empty", "The field 'watchers' does not support searching for EMPTY values.")]
    [TestCase("comment is empty", "The operator 'is' is not supported by the 'comment' field.")]
    public async Task Mistakes_in_them_are_named(string jql, string message)
    {
        await using var site = await StartAsync();

        var answer = await site.Search(jql, site.Mia);

        (answer.Status, answer.Rule).ShouldBe((400, "JIRA-JQL-MEANING-400, JIRA-AUTH-BASIC"));
        SearchSite.Member(answer, "errorMessages").ShouldBe($"[\"{message}\"]");
    }

    /// <summary>Three issues, the last two of the same week; it is noon on Wednesday, the 15th of May 2024.</summary>
    private static async Task<SearchSite> StartAsync()
    {
        var site = new SearchSite(await FakeJiraServer.StartAsync());
        var (jira, clock) = (site.Fake.Jira, site.Fake.Clock);
        clock.Freeze(new(2024, 5, 1, 0, 0, 0, TimeSpan.Zero));
        jira.AddIssue("AB-1", site.Mia, resolution: "Done", type: "Bug", status: "Done", priority: "High", assignee: site.Mia, labels: ["docs", "beta"], description: "The new export writes a changelog.");
        clock.Set(new(2024, 5, 14, 23, 30, 0, TimeSpan.Zero));
        jira.AddIssue("AB-2", site.Emma, type: "Story", status: "In Progress", priority: "Low", assignee: site.Emma);
        clock.Set(new(2024, 5, 15, 11, 0, 0, TimeSpan.Zero));
        jira.AddIssue("AB-3", site.Emma, labels: ["docs"], parent: "AB-1");
        jira.Watch("AB-1", site.Mia);
        jira.Watch("AB-2", site.Mia, site.Emma);
        clock.Set(new(2024, 5, 15, 11, 30, 0, TimeSpan.Zero));
        jira.AddComment("AB-2", site.Mia, "See the shared folder.");
        clock.Set(new(2024, 5, 15, 12, 0, 0, TimeSpan.Zero));
        return site;
    }
}
