using System.Text;

namespace FakeJira.Tests.Jira.Projects;

public sealed class RoleTests
{
    [Test]
    public async Task Users_and_groups_get_a_role_and_lose_it([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var url = fake.BaseAddress.ToString().TrimEnd('/');
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "m1", groups: ["voters"]);
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, mia);
        var group = FakeJira.Jira.JiraSite.GroupId("voters");
        string Role(string actors) => $$"""{"self":"{{url}}/rest/api/3/project/10000/role/10001","name":"Users","id":10001,"description":"A project role that represents users in a project","actors":[{{actors}}]}""";
        const string user = """{"id":10240,"displayName":"Mia Krystof","type":"atlassian-user-role-actor","actorUser":{"accountId":"m1"}}""";
        var voters = $$$"""{"id":10241,"displayName":"voters","type":"atlassian-group-role-actor","name":"voters","actorGroup":{"name":"voters","displayName":"voters","groupId":"{{{group}}}"}}""";

        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY/role")).ShouldBe(new(200, "JIRA-PROJECT-ROLES-200, JIRA-AUTH-BASIC", $$"""{"Administrators":"{{url}}/rest/api/3/project/10000/role/10002","Developers":"{{url}}/rest/api/3/project/10000/role/10000","Users":"{{url}}/rest/api/3/project/10000/role/10001"}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY/role/10001")).ShouldBe(new(200, "JIRA-PROJECT-ROLE-200, JIRA-AUTH-BASIC", Role("")));
        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY/role/10000")).At("description").ShouldBe("A project role that represents developers in a project");
        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY/role/10002")).At("description").ShouldBe("A project role that represents administrators in a project");
        (await Answer.Of(client, "POST", "/rest/api/3/project/MKY/role/10001", Json($$"""{"user":["m1"],"groupId":["{{group}}"]}"""))).ShouldBe(new(200, "JIRA-PROJECT-ROLE-ADD-200, JIRA-AUTH-BASIC", Role($"{user},{voters}")));
        (await Answer.Of(client, "POST", "/rest/api/3/project/MKY/role/10001", Json("""{"group":["voters"]}"""))).Rule.ShouldBe("JIRA-PROJECT-ROLE-ADD-400, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "DELETE", "/rest/api/3/project/MKY/role/10001?group=voters")).ShouldBe(new(204, "JIRA-PROJECT-ROLE-DELETE-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(client, "DELETE", "/rest/api/3/project/MKY/role/10001?group=voters")).Rule.ShouldBe("JIRA-PROJECT-ROLE-DELETE-404, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "DELETE", "/rest/api/3/project/MKY/role/10001?user=m1&group=voters")).Rule.ShouldBe("JIRA-PROJECT-ROLE-DELETE-404, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "GET", "/rest/api/3/project/10000/role/10001")).Body.ShouldBe(Role(user));
        (await Answer.Of(client, "PUT", "/rest/api/3/project/MKY/role/10001", Json("""{"id":10001,"categorisedActors":{"atlassian-group-role-actor":["voters"]}}"""))).ShouldBe(new(200, "JIRA-PROJECT-ROLE-SET-200, JIRA-AUTH-BASIC", Role(voters.Replace("10241", "10240", StringComparison.Ordinal))));
        (await Answer.Of(client, "PUT", "/rest/api/3/project/MKY/role/10001", Json("""{"categorisedActors":{}}"""))).Body.ShouldBe(Role(""));
        (await Answer.Of(client, "PUT", "/rest/api/3/project/MKY/role/10001", Json("""{"user":[]}"""))).Rule.ShouldBe("JIRA-BODY-INVALID-400, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task Who_had_a_role_keeps_it_when_others_get_it([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "m1");
        fake.Jira.AddUser("Emma Richards", accountId: "e1");
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, mia);

        (await client.Post("/rest/api/3/project/MKY/role/10001", """{"user":["m1"]}""")).Rule.ShouldBe("JIRA-PROJECT-ROLE-ADD-200, JIRA-AUTH-BASIC");
        var both = await client.Post("/rest/api/3/project/MKY/role/10001", """{"user":["e1"]}""");

        (both.At("actors.0.displayName"), both.At("actors.1.displayName"), both.At("actors.2")).ShouldBe(("Mia Krystof", "Emma Richards", ""));
    }

    [Test]
    public async Task Groups_are_found_by_their_ids_in_any_case([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", groups: ["voters", "readers"]);
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, mia);
        var (voters, readers) = (FakeJira.Jira.JiraSite.GroupId("voters"), FakeJira.Jira.JiraSite.GroupId("readers").ToUpperInvariant());

        (await client.Post("/rest/api/3/project/MKY/role/10001", $$"""{"groupId":["{{voters}}","{{readers}}","{{voters}}"]}""")).Rule.ShouldBe("JIRA-PROJECT-ROLE-ADD-200, JIRA-AUTH-BASIC");
        fake.Jira.World.Projects["MKY"].Actors[10001].Select(actor => actor.Name).ShouldBe(["voters", "readers"]);
        (await Answer.Of(client, "DELETE", $"/rest/api/3/project/MKY/role/10001?groupId={readers}")).ShouldBe(new(204, "JIRA-PROJECT-ROLE-DELETE-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(client, "DELETE", "/rest/api/3/project/MKY/role/10001?groupId=x")).Rule.ShouldBe("JIRA-PROJECT-ROLE-ACTOR-404, JIRA-AUTH-BASIC");
        fake.Jira.World.Projects["MKY"].Actors[10001].Select(actor => actor.Name).ShouldBe(["voters"]);
    }

    [Test]
    public async Task Actors_that_are_null_are_none([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "m1");
        fake.Jira.AddProject("MKY");
        using var client = fake.Client(door, mia);

        (await Answer.Of(client, "POST", "/rest/api/3/project/MKY/role/10001", Json("""{"user":["m1"],"group":null}"""))).Rule.ShouldBe("JIRA-PROJECT-ROLE-ADD-200, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "PUT", "/rest/api/3/project/MKY/role/10000", Json("""{"categorisedActors":{"atlassian-user-role-actor":["m1"],"atlassian-group-role-actor":null}}"""))).Rule.ShouldBe("JIRA-PROJECT-ROLE-SET-200, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "POST", "/rest/api/3/project/MKY/role/10001", Json("""{"user":null,"group":null}"""))).Rule.ShouldBe("JIRA-PROJECT-ROLE-ACTOR-404, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "POST", "/rest/api/3/project/MKY/role/10001", Json("""{"users":null}"""))).Rule.ShouldBe("JIRA-BODY-INVALID-400, JIRA-AUTH-BASIC");
        fake.Jira.World.Projects["MKY"].Actors.Values.Select(actors => actors.Single().Name).ShouldBe(["m1", "m1"]);
    }

    [Test]
    public async Task What_is_unknown_or_forbidden_changes_no_role([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (mia, rob) = (fake.Jira.AddUser("Mia Krystof"), fake.Jira.AddUser("Rob Reader"));
        fake.Jira.AddProject("MKY");
        fake.Jira.Grant("MKY", "ADMINISTER_PROJECTS", mia);
        using var client = fake.Client(door, mia);
        using var reader = fake.Client(door, rob);
        var robs = $$"""{"user":["{{rob.AccountId}}"]}""";

        (await Answer.Of(client, "POST", "/rest/api/3/project/MKY/role/7", Json(robs))).ShouldBe(new(404, "JIRA-PROJECT-ROLE-404, JIRA-AUTH-BASIC", """{"errorMessages":["There is no project role of that id."],"errors":{}}"""));
        (await Answer.Of(client, "POST", "/rest/api/3/project/MKY/role/10001", Json("""{"user":["nobody"]}"""))).ShouldBe(new(404, "JIRA-PROJECT-ROLE-ACTOR-404, JIRA-AUTH-BASIC", """{"errorMessages":["The user or group does not exist."],"errors":{}}"""));
        (await Answer.Of(client, "POST", "/rest/api/3/project/NONE/role/10001", Json(robs))).Rule.ShouldBe("JIRA-PROJECT-404, JIRA-AUTH-BASIC");
        (await Answer.Of(client, "POST", "/rest/api/3/project/MKY/role/10001", Json("""{"users":[]}"""))).Rule.ShouldBe("JIRA-BODY-INVALID-400, JIRA-AUTH-BASIC");
        (await Answer.Of(reader, "POST", "/rest/api/3/project/MKY/role/10001", Json(robs))).ShouldBe(new(401, "JIRA-PROJECT-ROLE-FORBIDDEN-401, JIRA-AUTH-BASIC", """{"errorMessages":["You do not have permission to administer this project."],"errors":{}}"""));
        fake.Jira.World.Projects["MKY"].Actors.ShouldBeEmpty();
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
