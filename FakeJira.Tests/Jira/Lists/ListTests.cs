using System.Text.Json.Nodes;

namespace FakeJira.Tests.Jira.Lists;

public sealed class ListTests
{
    [Test]
    public async Task The_votes_field_is_among_the_fields([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        var fields = await Answer.Of(client, "GET", "/rest/api/3/field");

        (fields.Status, fields.Rule).ShouldBe((200, "JIRA-FIELDS-200, JIRA-AUTH-ANONYMOUS"));
        fields.Body.ShouldContain("""{"id":"votes","key":"votes","name":"Votes","custom":false,"orderable":false,"navigable":true,"searchable":true,"clauseNames":["votes"],"schema":{"type":"votes","system":"votes"}}""");
    }

    [Test]
    public async Task Every_field_of_an_issue_is_among_the_fields_under_its_name_and_type()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using var bare = await FakeJiraServer.StartAsync();
        bare.Universe.Shared.BuiltIn = _ => [];
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        using var other = bare.Client(Door.Handler);

        var fields = JsonNode.Parse((await Answer.Of(client, "GET", "/rest/api/3/field")).Body)!.AsArray();
        var own = JsonNode.Parse((await Answer.Of(other, "GET", "/rest/api/3/field")).Body)!.AsArray();
        var issue = JsonNode.Parse((await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1")).Body)!["fields"]!.AsObject();

        string Shown(JsonNode? field) => $"{field!["id"]} {field["name"]} {field["navigable"]} {field["schema"]?.ToJsonString()}";
        fields.Where(field => field!["schema"] is not null).Select(Shown).ShouldBeSubsetOf(own.Select(Shown));
        fields.Select(field => (string?)field!["id"]).ShouldBe(own.Select(field => (string?)field!["id"]));
        issue.Select(member => member.Key).ShouldBeSubsetOf(fields.Select(field => (string)field!["id"]!));
    }

    /// <summary>The mapping files repeat the catalogue, for people to edit; this holds the two together.</summary>
    [Test]
    public async Task A_list_is_the_same_with_and_without_its_mapping_file([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using var bare = await FakeJiraServer.StartAsync();
        bare.Universe.Shared.BuiltIn = _ => [];
        using var client = fake.Client(door, fake.Jira.AddUser(isAdmin: true));
        using var other = bare.Client(door, bare.Jira.AddUser(isAdmin: true));

        foreach (var (path, rule) in new[]
        {
            ("issuetype", "JIRA-ISSUETYPES-200"), ("status", "JIRA-STATUSES-200"), ("statuscategory", "JIRA-STATUS-CATEGORIES-200"), ("priority", "JIRA-PRIORITIES-200"),
            ("resolution", "JIRA-RESOLUTIONS-200"), ("permissions", "JIRA-PERMISSIONS-200"), ("issuesecurityschemes", "JIRA-SECURITY-SCHEMES-200"),
        })
        {
            var answer = await Answer.Of(client, "GET", $"/rest/api/2//{path}/");
            var own = await Answer.Of(other, "GET", $"/rest/api/2/{path}");
            (own.Status, own.Rule).ShouldBe((200, rule + ", JIRA-AUTH-BASIC"));
            (answer with { Body = "" }).ShouldBe(own with { Body = "" });
            JsonNode.Parse(answer.Body)!.ToJsonString().ShouldBe(JsonNode.Parse(own.Body.Replace(bare.BaseAddress.ToString(), fake.BaseAddress.ToString(), StringComparison.Ordinal))!.ToJsonString());
        }
    }

    [Test]
    public async Task Lists_of_what_is_not_simulated_are_there_for_the_clients_that_ask([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        using var client = fake.Client(door, fake.Jira.AddUser());

        (await Answer.Of(client, "GET", "/rest/api/3/projectCategory")).ShouldBe(new(200, "JIRA-PROJECT-CATEGORIES-200, JIRA-AUTH-BASIC", "[]"));
        (await Answer.Of(client, "GET", "/rest/api/3/permissionscheme")).ShouldBe(new(200, "JIRA-PERMISSION-SCHEMES-200, JIRA-AUTH-BASIC",
            $$"""{"permissionSchemes":[{"expand":"permissions,user,group,projectRole,field,all","id":10000,"self":"{{url}}/rest/api/3/permissionscheme/10000","name":"Default Permission Scheme","description":"This is the default permission scheme. Any new projects that are created will be assigned this scheme."}]}"""));
        var links = await Answer.Of(client, "GET", "/rest/api/3/issueLinkType");
        (links.Status, links.Rule).ShouldBe((200, "JIRA-ISSUE-LINK-TYPES-200, JIRA-AUTH-BASIC"));
        links.Body.ShouldStartWith($$"""{"issueLinkTypes":[{"id":"10000","name":"Blocks","inward":"is blocked by","outward":"blocks","self":"{{url}}/rest/api/3/issueLinkType/10000"},""");
    }

    [Test]
    public async Task A_refusal_of_the_operation_stays_one_whatever_its_mapping_says([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var anonymous = fake.Client(door);
        using var reader = fake.Client(door, fake.Jira.AddUser());

        (await Answer.Of(anonymous, "GET", "/rest/api/3/permissionscheme")).ShouldBe(new(401, "JIRA-GATE-401, JIRA-AUTH-ANONYMOUS", "Client must be authenticated to access this resource."));
        (await Answer.Of(reader, "GET", "/rest/api/3/issuesecurityschemes")).ShouldBe(new(403, "JIRA-SECURITY-SCHEMES-403, JIRA-AUTH-BASIC", """{"errorMessages":["You are not authorized to administer issue security schemes."],"errors":{}}"""));
    }

    [Test]
    public async Task Priorities_and_labels_come_in_pages([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        using var client = fake.Client(door, fake.Jira.AddUser());

        (await Answer.Of(client, "GET", "/rest/api/3/priority/search?startAt=2&maxResults=1")).ShouldBe(new(200, "JIRA-PRIORITY-SEARCH-200, JIRA-AUTH-BASIC",
            $$"""{"self":"{{url}}/rest/api/3/priority/search?maxResults=1&startAt=2","nextPage":"{{url}}/rest/api/3/priority/search?maxResults=1&startAt=3","maxResults":1,"startAt":2,"total":5,"isLast":false,"values":[{"self":"{{url}}/rest/api/3/priority/3","statusColor":"#f79232","description":"Has the potential to affect progress.","iconUrl":"{{url}}/images/icons/priorities/medium.svg","name":"Medium","id":"3","isDefault":true}]}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/label")).ShouldBe(new(200, "JIRA-LABELS-200, JIRA-AUTH-BASIC", $$"""{"self":"{{url}}/rest/api/3/label?maxResults=1000&startAt=0","maxResults":1000,"startAt":0,"total":0,"isLast":true,"values":[]}"""));
    }

    [Test]
    public async Task Each_label_comes_once_in_alphabetical_order([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door, fake.Jira.AddUser(accountId: "m1"));
        fake.Jira.AddProject("MKY");
        foreach (var labels in (string[])["""["pear","apple"]""", """["apple","Plum"]"""])
        {
            (await client.Post("/rest/api/3/issue", $$$"""{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"Fruit","labels":{{{labels}}}}}""")).Status.ShouldBe(201);
        }

        var page = await client.Get("/rest/api/3/label");
        (page.Rule, page.At("total"), page.At("values.0"), page.At("values.1"), page.At("values.2")).ShouldBe(("JIRA-LABELS-200, JIRA-AUTH-BASIC", "3", "Plum", "apple", "pear"));
    }

    [Test]
    public async Task Categories_come_in_the_order_of_their_ids([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        fake.Jira.AddProject("PLAT");
        fake.Jira.Projects.SetCategory("MKY", "First");
        fake.Jira.Projects.SetCategory("PLAT", "Second");
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        using var client = fake.Client(door, fake.Jira.AddUser());

        (await Answer.Of(client, "GET", "/rest/api/3/projectCategory")).ShouldBe(new(200, "JIRA-PROJECT-CATEGORIES-200, JIRA-AUTH-BASIC",
            $$"""[{"self":"{{url}}/rest/api/3/projectCategory/10000","id":"10000","name":"First","description":""},{"self":"{{url}}/rest/api/3/projectCategory/10001","id":"10001","name":"Second","description":""}]"""));
    }
}
