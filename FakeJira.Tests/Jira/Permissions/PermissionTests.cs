using System.Text;

namespace FakeJira.Tests.Jira.Permissions;

public sealed class PermissionTests
{
    [Test]
    public async Task A_caller_is_told_what_they_may_do_in_a_project_and_anywhere([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var rob = fake.Jira.AddUser("Rob Reader");
        fake.Jira.AddIssue("MKY-1", rob);
        fake.Jira.AddIssue("PLAT-1", rob);
        fake.Jira.Grant("MKY", "VIEW_VOTERS_AND_WATCHERS");
        using var client = fake.Client(door, rob);
        static string Body(string administer, string voters) => $$$$"""{"permissions":{"ADMINISTER":{"id":"0","key":"ADMINISTER","name":"Administer Jira","type":"GLOBAL","description":"Create and administer projects, issue types, fields, workflows, and schemes for all projects.","havePermission":{{{{administer}}}}},"VIEW_VOTERS_AND_WATCHERS":{"id":"31","key":"VIEW_VOTERS_AND_WATCHERS","name":"View Voters and Watchers","type":"PROJECT","description":"View who has voted for an issue and who watches it.","havePermission":{{{{voters}}}}}}}""";
        const string asked = "/rest/api/3/mypermissions?permissions=VIEW_VOTERS_AND_WATCHERS,ADMINISTER";

        (await Answer.Of(client, "GET", asked)).ShouldBe(new(200, "JIRA-MYPERMISSIONS-200, JIRA-AUTH-BASIC", Body("false", "true")));
        (await Answer.Of(client, "GET", asked + "&projectKey=MKY")).ShouldBe(new(200, "JIRA-MYPERMISSIONS-200, JIRA-AUTH-BASIC", Body("false", "false")));
        (await Answer.Of(client, "GET", asked + "&issueKey=PLAT-1")).ShouldBe(new(200, "JIRA-MYPERMISSIONS-200, JIRA-AUTH-BASIC", Body("false", "true")));
    }

    [Test]
    public async Task Permissions_and_places_that_there_are_not_are_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", "/rest/api/3/mypermissions")).ShouldBe(new(400, "JIRA-MYPERMISSIONS-400, JIRA-AUTH-ANONYMOUS", """{"errorMessages":["The 'permissions' query parameter is required."],"errors":{}}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/mypermissions?permissions=VOTE")).ShouldBe(new(400, "JIRA-MYPERMISSIONS-400, JIRA-AUTH-ANONYMOUS", """{"errorMessages":[],"errors":{"VOTE":"Unrecognized permission"}}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/mypermissions?permissions=ADMINISTER&projectKey=X")).ShouldBe(new(404, "JIRA-MYPERMISSIONS-404, JIRA-AUTH-ANONYMOUS", """{"errorMessages":["No project could be found with key 'X'."],"errors":{}}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/mypermissions?permissions=ADMINISTER&issueId=7")).ShouldBe(new(404, "JIRA-MYPERMISSIONS-404, JIRA-AUTH-ANONYMOUS", """{"errorMessages":["Issue does not exist or you do not have permission to see it."],"errors":{}}"""));
    }

    [Test]
    public async Task Permissions_are_checked_for_projects_and_issues_by_their_ids([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (ada, rob) = (fake.Jira.AddUser("Ada Admin", isAdmin: true), fake.Jira.AddUser("Rob Reader"));
        var issue = fake.Jira.AddIssue("MKY-1", ada);
        var hidden = fake.Jira.AddIssue("SECRET-1", ada);
        fake.Jira.Grant("SECRET", "BROWSE_PROJECTS", ada);
        var body = $$"""{"globalPermissions":["ADMINISTER","BULK_CHANGE"],"projectPermissions":[{"permissions":["EDIT_ISSUES"],"issues":[{{issue.Id}},{{hidden.Id}},99],"projects":[10000,10001]}]}""";
        using var client = fake.Client(door, rob);
        using var admin = fake.Client(door, ada);

        (await Answer.Of(client, "POST", "/rest/api/3/permissions/check", Json(body))).ShouldBe(new(200, "JIRA-PERMISSIONS-CHECK-200, JIRA-AUTH-BASIC", $$"""{"projectPermissions":[{"permission":"EDIT_ISSUES","issues":[{{issue.Id}}],"projects":[10000]}],"globalPermissions":["BULK_CHANGE"]}"""));
        (await Answer.Of(admin, "POST", "/rest/api/3/permissions/check", Json(body.Insert(1, $"\"accountId\":\"{rob.AccountId}\",")))).Body.ShouldContain("\"globalPermissions\":[\"BULK_CHANGE\"]");
        (await Answer.Of(client, "POST", "/rest/api/3/permissions/check", Json($$"""{"accountId":"{{ada.AccountId}}"}"""))).ShouldBe(new(403, "JIRA-PERMISSIONS-CHECK-403, JIRA-AUTH-BASIC", """{"errorMessages":["You are not authorized to perform this operation."],"errors":{}}"""));
        (await Answer.Of(client, "POST", "/rest/api/3/permissions/check", Json("""{"globalPermissions":["EDIT_ISSUES"],"projectPermissions":[{"permissions":["FLY"]}]}"""))).ShouldBe(new(400, "JIRA-PERMISSIONS-CHECK-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"EDIT_ISSUES":"Unrecognized permission","FLY":"Unrecognized permission"}}"""));
        (await Answer.Of(client, "POST", "/rest/api/3/permissions/check", Json("""{"projectPermissions":{}}"""))).Rule.ShouldBe("JIRA-BODY-INVALID-400, JIRA-AUTH-BASIC");
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
