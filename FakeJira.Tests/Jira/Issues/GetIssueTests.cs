namespace FakeJira.Tests.Jira.Issues;

public sealed class GetIssueTests
{
    private static readonly DateTimeOffset Now = new(2024, 10, 9, 2, 37, 54, 643, TimeSpan.Zero);

    [Test]
    public async Task An_issue_says_its_fields_in_the_words_of_the_version([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        fake.Clock.Freeze(Now);
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        fake.Jira.AddIssue("MKY-1", mia, summary: "Bananas", description: "One\nline", labels: ["b", "a"], voters: [mia]);
        fake.Jira.Watch("MKY-1", mia);
        using var client = fake.Client(door, mia);

        var answer = await client.Get("/rest/api/3/issue/mky-1?fields=summary,votes&fields=watches,labels,description,created,issuetype,status,resolution,nothing");

        answer.ShouldBe(new(200, "JIRA-ISSUE-GET-200, JIRA-AUTH-BASIC", """
            {"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10001","self":"https://x.test/rest/api/3/issue/10001","key":"MKY-1","fields":{"issuetype":{"self":"https://x.test/rest/api/3/issuetype/10002","id":"10002","description":"A small, distinct piece of work.","iconUrl":"https://x.test/rest/api/2/universal_avatar/view/type/issuetype/avatar/10318?size=medium","name":"Task","subtask":false,"avatarId":10318,"hierarchyLevel":0},"resolution":null,"watches":{"self":"https://x.test/rest/api/3/issue/MKY-1/watchers","watchCount":1,"isWatching":true},"created":"2024-10-09T02:37:54.643+0000","labels":["b","a"],"status":{"self":"https://x.test/rest/api/3/status/10000","description":"","iconUrl":"https://x.test/images/icons/statuses/generic.png","name":"To Do","id":"10000","statusCategory":{"self":"https://x.test/rest/api/3/statuscategory/2","id":2,"key":"new","colorName":"blue-gray","name":"To Do"}},"description":{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"One"},{"type":"hardBreak"},{"type":"text","text":"line"}]}]},"summary":"Bananas","votes":{"self":"https://x.test/rest/api/3/issue/MKY-1/votes","votes":1,"hasVoted":true}}}
            """.Trim()));
        (await client.Get("/rest/api/latest/issue/10001?fields=description,votes")).Body.ShouldBe("""
            {"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations","id":"10001","self":"https://x.test/rest/api/latest/issue/10001","key":"MKY-1","fields":{"description":"One\nline","votes":{"self":"https://x.test/rest/api/latest/issue/MKY-1/votes","votes":1,"hasVoted":true}}}
            """.Trim());
    }

    [TestCase("", "issuetype timespent project fixVersions aggregatetimespent resolution resolutiondate workratio watches lastViewed created priority labels timeestimate aggregatetimeoriginalestimate versions issuelinks assignee updated status components timeoriginalestimate description timetracking security attachment aggregatetimeestimate summary creator subtasks reporter aggregateprogress environment duedate progress votes comment worklog")]
    [TestCase("?fields=", "issuetype timespent project fixVersions aggregatetimespent resolution resolutiondate workratio watches lastViewed created priority labels timeestimate aggregatetimeoriginalestimate versions issuelinks assignee updated status components timeoriginalestimate description timetracking security attachment aggregatetimeestimate summary creator subtasks reporter aggregateprogress environment duedate progress votes comment worklog")]
    [TestCase("?fields=-comment,-worklog&fields=-issuetype,-timespent,-project,-fixVersions,-aggregatetimespent", "resolution resolutiondate workratio watches lastViewed created priority labels timeestimate aggregatetimeoriginalestimate versions issuelinks assignee updated status components timeoriginalestimate description timetracking security attachment aggregatetimeestimate summary creator subtasks reporter aggregateprogress environment duedate progress votes")]
    [TestCase("?fields=*navigable,-summary,comment", "issuetype timespent project fixVersions aggregatetimespent resolution resolutiondate workratio watches lastViewed created priority labels timeestimate aggregatetimeoriginalestimate versions issuelinks assignee updated status components timeoriginalestimate description security aggregatetimeestimate creator subtasks reporter aggregateprogress environment duedate progress votes comment")]
    [TestCase("?fields=votes", "votes")]
    [TestCase("?fields=nothing", "")]
    public async Task The_query_chooses_fields(string query, string names)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        (await client.Get("/rest/api/2/issue/MKY-1?fields=summary")).At("fields").ShouldBe("""{"summary":"Summary of MKY-1"}""");

        var answer = await client.Get("/rest/api/2/issue/MKY-1" + query);

        using var body = System.Text.Json.JsonDocument.Parse(answer.Body);
        string.Join(' ', body.RootElement.GetProperty("fields").EnumerateObject().Select(field => field.Name)).ShouldBe(names);
    }

    [Test]
    public async Task Times_are_in_the_zone_of_the_caller()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        await client.Put("/__fakejira/sites/default/state", """{ "jira": { "users": [ { "accountId": "u", "displayName": "U", "email": "u@example.com", "apiToken": "t", "timeZone": "Asia/Shanghai" } ], "projects": [ { "key": "MKY", "anonymousBrowse": true } ], "issues": [ { "key": "MKY-1", "created": "2024-10-09T02:37:54.6437Z" } ] } }""");
        using var shanghai = fake.Client(Door.Handler, fake.Jira.User("u"));

        (await shanghai.Get("/rest/api/3/issue/MKY-1?fields=created")).At("fields.created").ShouldBe("2024-10-09T10:37:54.643+0800");
        (await client.Get("/rest/api/3/issue/MKY-1?fields=created")).At("fields.created").ShouldBe("2024-10-09T02:37:54.643+0000");
    }

    [Test]
    public async Task A_moved_issue_is_found_by_its_old_key_and_a_deleted_one_by_none([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        var issue = fake.Jira.AddIssue("MKY-1");
        fake.Jira.MoveIssue("MKY-1", "PLAT-7");
        using var client = fake.Client(door, mia);

        (await client.Get("/rest/api/3/issue/MKY-1?fields=votes")).At("key").ShouldBe("PLAT-7");
        fake.Jira.DeleteIssue("PLAT-7");

        foreach (var name in new[] { "MKY-1", "PLAT-7", issue.Id, "0" + issue.Id, "MKY-2", "nonsense" })
        {
            (await client.Get("/rest/api/3/issue/" + name)).ShouldBe(new(404, "JIRA-ISSUE-404, JIRA-AUTH-BASIC", """{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}"""));
        }
    }

    [Test]
    public async Task What_is_expanded_stands_beside_the_fields([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        fake.Jira.AddIssue("MKY-1", description: "a < b");
        using var client = fake.Client(door, fake.Jira.AddUser());

        var answer = await client.Get("/rest/api/3/issue/MKY-1?fields=votes,description&expand=names,schema,renderedFields,transitions,operations,changelog,editmeta&properties=*all");

        answer.At("names").ShouldBe("""{"description":"Description","votes":"Votes"}""");
        answer.At("schema").ShouldBe("""{"description":{"type":"string","system":"description"},"votes":{"type":"votes","system":"votes"}}""");
        answer.At("renderedFields").ShouldBe("""{"description":"<p>a &lt; b</p>","votes":null}""");
        answer.At("transitions.2.name").ShouldBe("Done");
        answer.At("operations").ShouldBe("""{"linkGroups":[]}""");
        answer.At("changelog").ShouldBe("""{"startAt":0,"maxResults":0,"total":0,"histories":[]}""");
        answer.At("editmeta.fields.priority.allowedValues.0.name").ShouldBe("Highest");
        answer.At("properties").ShouldBe("{}");
    }

    [Test]
    public async Task Parents_and_subtasks_name_each_other()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1", summary: "Whole");
        fake.Jira.AddIssue("MKY-2", summary: "Part", parent: "MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Get("/rest/api/3/issue/MKY-1")).At("fields.subtasks.0.fields.summary").ShouldBe("Part");
        (await client.Get("/rest/api/3/issue/MKY-2")).At("fields.parent.key").ShouldBe("MKY-1");
    }
}
