using System.Text;

namespace FakeJira.Tests.Jira.Projects;

public sealed class ProjectTests
{
    [Test]
    public async Task A_project_is_made_shown_and_removed_with_its_issues([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        var ada = fake.Jira.AddUser("Ada Admin", isAdmin: true, accountId: "a1");
        using var client = fake.Client(door, ada);

        (await Answer.Of(client, "POST", "/rest/api/3/project", Json("""{"key":"MKY","name":"Monkey","projectTypeKey":"business","leadAccountId":"a1","assigneeType":"PROJECT_LEAD","description":"Bananas","url":"https://example.com","permissionScheme":10000}"""))).ShouldBe(new(201, "JIRA-PROJECT-CREATE-201, JIRA-AUTH-BASIC", $$"""{"self":"{{url}}/rest/api/3/project/10000","id":10000,"key":"MKY"}"""));

        var issue = fake.Jira.AddIssue("MKY-1");
        var shown = await Answer.Of(client, "GET", "/rest/api/3/project/MKY");
        shown.ShouldBe(await Answer.Of(client, "GET", "/rest/api/3/project/10000"));
        (shown.Status, shown.Rule).ShouldBe((200, "JIRA-PROJECT-GET-200, JIRA-AUTH-BASIC"));
        shown.Body.ShouldStartWith($$"""{"expand":"description,lead,issueTypes,url,projectKeys,permissions,insight","self":"{{url}}/rest/api/3/project/10000","id":"10000","key":"MKY","description":"Bananas","lead":{"self":"{{url}}/rest/api/3/user?accountId=a1","accountId":"a1","avatarUrls":{""");
        shown.Body.ShouldContain($$""""components":[],"versions":[],"assigneeType":"PROJECT_LEAD","roles":{"Administrators":"{{url}}/rest/api/3/project/10000/role/10002","Developers":"{{url}}/rest/api/3/project/10000/role/10000","Users":"{{url}}/rest/api/3/project/10000/role/10001"},"name":"Monkey","avatarUrls":{"""");
        shown.Body.ShouldEndWith(""","projectTypeKey":"business","simplified":false,"style":"classic","isPrivate":false,"properties":{}}""");

        (await Answer.Of(client, "DELETE", "/rest/api/3/project/MKY?enableUndo=true")).ShouldBe(new(204, "JIRA-PROJECT-DELETE-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY")).ShouldBe(new(404, "JIRA-PROJECT-404, JIRA-AUTH-BASIC", """{"errorMessages":["No project could be found with key 'MKY'."],"errors":{}}"""));
        (await Answer.Of(client, "GET", $"/rest/api/3/issue/{issue.Id}/votes")).Status.ShouldBe(404);
        fake.Jira.AddProject("MKY");
        (await Answer.Of(client, "GET", $"/rest/api/3/issue/{issue.Id}/votes")).Status.ShouldBe(404, "a new project of that key has none of them");
    }

    [Test]
    public async Task A_project_of_which_little_is_said_is_software_without_a_description([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door, fake.Jira.AddUser("Ada Admin", isAdmin: true, accountId: "a1"));

        (await client.Post("/rest/api/3/project", """{"key":"MKY","name":"Monkey","leadAccountId":"a1"}""")).Status.ShouldBe(201);

        var shown = await client.Get("/rest/api/3/project/MKY");
        (shown.At("description"), shown.At("projectTypeKey"), shown.At("assigneeType"), shown.At("url")).ShouldBe(("", "software", "UNASSIGNED", ""));
    }

    [Test]
    public async Task The_next_page_is_of_what_was_asked_for([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        fake.Jira.AddProject("MKY", "Bananas & more");
        fake.Jira.AddProject("PLAT", "Platform");
        fake.Jira.AddProject("ZOO", "Bananas & all");
        using var client = fake.Client(door, fake.Jira.AddUser());

        var first = await client.Get("/rest/api/3/project/search?query=bananas%20%26&maxResults=1&orderBy=name&expand=");
        first.At("values.0.key").ShouldBe("ZOO");
        first.At("nextPage").ShouldBe($"{url}/rest/api/3/project/search?query=bananas%20%26&orderBy=name&maxResults=1&startAt=1");
        var second = await client.Get(first.At("nextPage"));
        (second.At("values.0.key"), second.At("isLast"), second.At("nextPage")).ShouldBe(("MKY", "true", ""));
    }

    [Test]
    public async Task The_keys_of_a_project_are_shown_to_who_asks_for_them([Values("/MKY", "", "/search")] string path)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await Answer.Of(client, "GET", "/rest/api/3/project" + path)).Body.ShouldNotContain("\"projectKeys\"");
        (await Answer.Of(client, "GET", "/rest/api/3/project" + path + "?expand=lead,projectKeys")).Body.ShouldContain(""","projectKeys":["MKY"],""");
    }

    [Test]
    public async Task Who_administers_the_site_administers_a_new_project_and_reads_what_is_written_for_its_administrators([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door, fake.Jira.AddUser("Ada Admin", isAdmin: true, accountId: "a1"));
        using var other = fake.Client(door, fake.Jira.AddUser("Emma Richards"));
        (await client.Post("/rest/api/3/project", """{"key":"MKY","name":"Monkey","leadAccountId":"a1"}""")).Status.ShouldBe(201);
        fake.Jira.AddIssue("MKY-1");

        (await client.Get("/rest/api/3/project/MKY/role/10002")).At("actors.0.name").ShouldBe("site-admins");
        var id = (await client.Post("/rest/api/2/issue/MKY-1/comment", """{"body":"Hush","visibility":{"type":"role","value":"Administrators"}}""")).At("id");
        (await other.Get($"/rest/api/2/issue/MKY-1/comment/{id}")).Status.ShouldBe(404);
        (await client.Get($"/rest/api/2/issue/MKY-1/comment/{id}")).At("body").ShouldBe("Hush");
        (await client.Delete($"/rest/api/2/issue/MKY-1/comment/{id}")).Rule.ShouldBe("JIRA-COMMENTS-DELETE-204, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task Clients_make_no_more_projects_than_the_site_has_room_for([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Set = new Dictionary<string, string> { ["jiraProjects"] = "1" } });
        fake.Jira.AddUser("Ada Admin", isAdmin: true, accountId: "a1");
        using var client = fake.Client(door, fake.Jira.AddUser("Bea Admin", isAdmin: true));
        (await Answer.Of(client, "POST", "/rest/api/3/project", Json("""{"key":"ONE","name":"One","leadAccountId":"a1"}"""))).Status.ShouldBe(201);
        var before = fake.Jira.World;

        (await Answer.Of(client, "POST", "/rest/api/3/project", Json("""{"key":"TWO","name":"Two","leadAccountId":"a1"}"""))).ShouldBe(new(507, "JIRA-PROJECTS-FULL-507, JIRA-AUTH-BASIC", """{"errorMessages":["The site cannot have more projects."],"errors":{}}"""));

        fake.Jira.World.ShouldBeSameAs(before);
        fake.Jira.AddProject("TWO");
        fake.Jira.World.Projects.Count.ShouldBe(2);
    }

    [TestCase("name", 32767, 201)]
    [TestCase("name", 32768, 400)]
    [TestCase("description", 32768, 400)]
    [TestCase("url", 32768, 400)]
    public async Task The_texts_of_a_project_have_at_most_32767_characters(string member, int length, int status)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser("Ada Admin", isAdmin: true, accountId: "a1"));
        var name = member == "name" ? "" : "\"name\":\"One\",";

        (await Answer.Of(client, "POST", "/rest/api/3/project", Json($$"""{"key":"ONE",{{name}}"leadAccountId":"a1","{{member}}":"{{new string('x', length)}}"}"""))).Status.ShouldBe(status);
        fake.Jira.World.Projects.Count.ShouldBe(status == 201 ? 1 : 0);
    }

    [Test]
    public async Task A_draft_is_told_everything_that_is_wrong_with_it([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var ada = fake.Jira.AddUser("Ada Admin", isAdmin: true);
        fake.Jira.AddProject("MKY", "Monkey");
        using var client = fake.Client(door, ada);

        (await Answer.Of(client, "POST", "/rest/api/3/project", Json("""{"key":"mky","leadAccountId":"nobody","categoryId":3}"""))).ShouldBe(new(400, "JIRA-PROJECT-CREATE-400, JIRA-AUTH-BASIC",
            """{"errorMessages":[],"errors":{"projectKey":"You must specify a unique project key, at least 2 characters long, containing only uppercase letters.","projectName":"You must specify a valid project name.","projectLead":"You must specify a valid project lead.","categoryId":"The project category does not exist."}}"""));
        (await Answer.Of(client, "POST", "/rest/api/3/project", Json($$"""{"key":"MKY","name":"monkey","leadAccountId":"{{ada.AccountId}}"}"""))).ShouldBe(new(400, "JIRA-PROJECT-CREATE-400, JIRA-AUTH-BASIC",
            """{"errorMessages":[],"errors":{"projectKey":"Project 'MKY' uses this project key.","projectName":"A project with that name already exists."}}"""));
    }

    [Test]
    public async Task Only_who_administers_the_site_makes_and_removes_projects([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, fake.Jira.AddUser());

        (await Answer.Of(client, "POST", "/rest/api/3/project", Json("{}"))).ShouldBe(new(403, "JIRA-PROJECT-CREATE-403, JIRA-AUTH-BASIC", """{"errorMessages":["You are not authorized to create projects."],"errors":{}}"""));
        (await Answer.Of(client, "DELETE", "/rest/api/3/project/MKY")).ShouldBe(new(404, "JIRA-PROJECT-DELETE-FORBIDDEN-404, JIRA-AUTH-BASIC", """{"errorMessages":["No project could be found with key 'MKY'."],"errors":{}}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY")).Status.ShouldBe(200);
        (await Answer.Of(client, "GET", "/rest/api/3/project/mky")).Status.ShouldBe(404, "keys of projects are case-sensitive");
    }

    [Test]
    public async Task A_project_that_cannot_be_browsed_is_as_one_that_is_not_there([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("SECRET");
        using var client = fake.Client(door);

        foreach (var path in (string[])["", "/statuses", "/versions", "/components", "/role"])
        {
            (await Answer.Of(client, "GET", "/rest/api/3/project/SECRET" + path)).ShouldBe(new(404, "JIRA-PROJECT-404, JIRA-AUTH-ANONYMOUS", """{"errorMessages":["No project could be found with key 'SECRET'."],"errors":{}}"""));
        }
    }

    [Test]
    public async Task Projects_that_cannot_be_browsed_are_in_no_list([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("PLAT", "Zebra", anonymousBrowse: true);
        fake.Jira.AddProject("MKY", "Apes", anonymousBrowse: true);
        fake.Jira.AddProject("SECRET");
        using var client = fake.Client(door);

        Keys(await Answer.Of(client, "GET", "/rest/api/3/project")).ShouldBe("JIRA-PROJECT-LIST-200, JIRA-AUTH-ANONYMOUS: MKY PLAT");
        Keys(await Answer.Of(client, "GET", "/rest/api/3/project/search?orderBy=-name")).ShouldBe("JIRA-PROJECT-SEARCH-200, JIRA-AUTH-ANONYMOUS: PLAT MKY");
        Keys(await Answer.Of(client, "GET", "/rest/api/3/project/search?query=ape&action=browse&id=10001")).ShouldBe("JIRA-PROJECT-SEARCH-200, JIRA-AUTH-ANONYMOUS: MKY");
        Keys(await Answer.Of(client, "GET", "/rest/api/3/project/search?action=edit")).ShouldBe("JIRA-PROJECT-SEARCH-200, JIRA-AUTH-ANONYMOUS: ");
        (await Answer.Of(client, "GET", "/rest/api/3/project/search?orderBy=colour")).ShouldBe(new(400, "JIRA-PROJECT-SEARCH-400, JIRA-AUTH-ANONYMOUS", """{"errorMessages":["Projects cannot be ordered by 'colour'."],"errors":{}}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/project/search?action=fly")).Rule.ShouldBe("JIRA-PROJECT-SEARCH-400, JIRA-AUTH-ANONYMOUS");
    }

    [Test]
    public async Task A_project_has_statuses_by_type_and_neither_versions_nor_components([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        fake.Jira.AddProject("MKY", anonymousBrowse: true);
        using var client = fake.Client(door);

        var statuses = await Answer.Of(client, "GET", "/rest/api/3/project/MKY/statuses");
        statuses.Rule.ShouldBe("JIRA-PROJECT-STATUSES-200, JIRA-AUTH-ANONYMOUS");
        statuses.Body.ShouldStartWith($$"""[{"self":"{{url}}/rest/api/3/issuetype/10000","id":"10000","name":"Epic","subtask":false,"statuses":[{"self":"{{url}}/rest/api/3/status/10000",""");
        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY/versions")).ShouldBe(new(200, "JIRA-PROJECT-VERSIONS-200, JIRA-AUTH-ANONYMOUS", "[]"));
        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY/components")).ShouldBe(new(200, "JIRA-PROJECT-COMPONENTS-200, JIRA-AUTH-ANONYMOUS", "[]"));
        (await Answer.Of(client, "GET", "/rest/api/3/project/NONE/statuses")).Rule.ShouldBe("JIRA-PROJECT-404, JIRA-AUTH-ANONYMOUS");
    }

    private static string Keys(Answer answer) => $"{answer.Rule}: {string.Join(' ', System.Text.RegularExpressions.Regex.Matches(answer.Body, "\"key\":\"([A-Z]+)\"").Select(match => match.Groups[1].Value))}";

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
