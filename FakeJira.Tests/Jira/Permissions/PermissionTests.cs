using System.Text;
using FakeJira.Jira;
using FakeJira.Jira.World;

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

    [Test]
    public async Task What_is_asked_twice_is_answered_once([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var rob = fake.Jira.AddUser("Rob Reader");
        var (first, second) = (fake.Jira.AddIssue("MKY-1", rob), fake.Jira.AddIssue("PLAT-1", rob));
        using var client = fake.Client(door, rob);
        var body = $$"""
            {"globalPermissions":["BULK_CHANGE","BULK_CHANGE"],"projectPermissions":[
              {"permissions":["EDIT_ISSUES","EDIT_ISSUES"],"issues":[{{first.Id}},{{first.Id}}],"projects":[10000,10000]},
              {"permissions":["ADD_COMMENTS","EDIT_ISSUES"],"issues":[{{second.Id}},{{first.Id}}],"projects":[10000,10001]}]}
            """;

        (await Answer.Of(client, "POST", "/rest/api/3/permissions/check", Json(body))).ShouldBe(new(200, "JIRA-PERMISSIONS-CHECK-200, JIRA-AUTH-BASIC", $$"""{"projectPermissions":[{"permission":"EDIT_ISSUES","issues":[{{first.Id}},{{second.Id}}],"projects":[10000,10001]},{"permission":"ADD_COMMENTS","issues":[{{second.Id}},{{first.Id}}],"projects":[10000,10001]}],"globalPermissions":["BULK_CHANGE"]}"""));
    }

    [TestCase("projects")]
    [TestCase("issues")]
    public async Task A_thousand_projects_and_issues_can_be_checked_however_they_are_spread(string what)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        string Asked(int last) => $$"""{"projectPermissions":[{"permissions":["EDIT_ISSUES"],"{{what}}":[{{string.Join(',', Enumerable.Range(1, 1000))}}]},{"permissions":["ADD_COMMENTS"],"{{what}}":[{{last}}]}]}""";

        (await Answer.Of(client, "POST", "/rest/api/3/permissions/check", Json(Asked(1000)))).ShouldBe(new(200, "JIRA-PERMISSIONS-CHECK-200, JIRA-AUTH-ANONYMOUS", """{"projectPermissions":[{"permission":"EDIT_ISSUES","issues":[],"projects":[]},{"permission":"ADD_COMMENTS","issues":[],"projects":[]}],"globalPermissions":[]}"""));
        (await Answer.Of(client, "POST", "/rest/api/3/permissions/check", Json(Asked(1001)))).ShouldBe(new(400, "JIRA-PERMISSIONS-CHECK-400, JIRA-AUTH-ANONYMOUS", """{"errorMessages":[],"errors":{"projectPermissions":"At most 1000 projects and 1000 issues can be given"}}"""));
    }

    /// <summary>Milliseconds; looking through all projects for each of them would take minutes.</summary>
    [Test]
    public async Task A_thousand_projects_are_found_among_many()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Site.Site.Replace(JiraContract.World, world => Enumerable.Range(10_000, 100_000).Aggregate(world, (before, id) => before.With(new Project(id, $"P{id}", ""))));
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        var keys = PermissionNames.All.Where(permission => !permission.IsGlobal).Select(permission => permission.Key).ToList();
        var ids = string.Join(',', Enumerable.Range(109_000, 1000));
        var body = $$"""{"projectPermissions":[{"permissions":[{{string.Join(',', keys.Select(key => $"\"{key}\""))}}],"projects":[{{ids}}]}]}""";

        (await Task.Run(() => Answer.Of(client, "POST", "/rest/api/3/permissions/check", Json(body))).WaitAsync(TimeSpan.FromSeconds(30)))
            .ShouldBe(new(200, "JIRA-PERMISSIONS-CHECK-200, JIRA-AUTH-BASIC", $$"""{"projectPermissions":[{{string.Join(',', keys.Select(key => $$"""{"permission":"{{key}}","issues":[],"projects":[{{ids}}]}"""))}}],"globalPermissions":[]}"""));
    }

    [Test]
    public async Task Every_permission_has_an_id_of_its_own()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var keys = string.Join(',', PermissionNames.All.Select(permission => permission.Key));
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        var answer = await client.Get("/rest/api/3/mypermissions?permissions=" + keys);

        string.Join(", ", PermissionNames.All.Select(permission => $"{answer.At($"permissions.{permission.Key}.id")} {permission.Key}")).ShouldBe("0 ADMINISTER, 44 SYSTEM_ADMIN, 27 USER_PICKER, 22 CREATE_SHARED_OBJECTS, 24 MANAGE_GROUP_FILTER_SUBSCRIPTIONS, 33 BULK_CHANGE, 23 ADMINISTER_PROJECTS, 10 BROWSE_PROJECTS, 11 CREATE_ISSUES, 12 EDIT_ISSUES, 16 DELETE_ISSUES, 46 TRANSITION_ISSUES, 28 SCHEDULE_ISSUES, 25 MOVE_ISSUES, 13 ASSIGN_ISSUES, 17 ASSIGNABLE_USER, 14 RESOLVE_ISSUES, 18 CLOSE_ISSUES, 30 MODIFY_REPORTER, 21 LINK_ISSUES, 26 SET_ISSUE_SECURITY, 31 VIEW_VOTERS_AND_WATCHERS, 32 MANAGE_WATCHERS, 15 ADD_COMMENTS, 34 EDIT_ALL_COMMENTS, 35 EDIT_OWN_COMMENTS, 36 DELETE_ALL_COMMENTS, 37 DELETE_OWN_COMMENTS, 19 CREATE_ATTACHMENTS, 38 DELETE_ALL_ATTACHMENTS, 39 DELETE_OWN_ATTACHMENTS, 20 WORK_ON_ISSUES, 40 EDIT_OWN_WORKLOGS, 41 EDIT_ALL_WORKLOGS, 42 DELETE_OWN_WORKLOGS, 43 DELETE_ALL_WORKLOGS");
    }

    [Test]
    public async Task What_is_held_on_the_site_is_not_held_by_callers_without_a_user_nor_the_system_by_those_who_do_not_administer_it([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var anonymous = fake.Client(door);
        using var rob = fake.Client(door, fake.Jira.AddUser("Rob Reader"));
        using var ada = fake.Client(door, fake.Jira.AddUser("Ada Admin", isAdmin: true));
        const string asked = "/rest/api/3/mypermissions?permissions=BULK_CHANGE,SYSTEM_ADMIN";
        static (string, string) Held(Answer answer) => (answer.At("permissions.BULK_CHANGE.havePermission"), answer.At("permissions.SYSTEM_ADMIN.havePermission"));

        Held(await anonymous.Get(asked)).ShouldBe(("false", "false"));
        Held(await rob.Get(asked)).ShouldBe(("true", "false"));
        Held(await ada.Get(asked)).ShouldBe(("true", "true"));
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
