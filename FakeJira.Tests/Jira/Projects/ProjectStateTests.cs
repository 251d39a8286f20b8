using System.Text;

namespace FakeJira.Tests.Jira.Projects;

public sealed class ProjectStateTests
{
    [Test]
    public async Task Leads_categories_and_roles_are_part_of_the_state()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "m1");
        fake.Jira.AddProject("MKY", "Monkey");
        fake.Jira.Projects.SetLead("MKY", mia);
        fake.Jira.Projects.SetCategory("MKY", "ZOO");
        fake.Jira.Projects.GiveRole("MKY", "Developers", mia);
        using var client = fake.Client(Door.Handler, mia);
        var (project, role) = (await Answer.Of(client, "GET", "/rest/api/3/project/MKY"), await Answer.Of(client, "GET", "/rest/api/3/project/MKY/role/10000"));
        project.Body.ShouldContain("\"lead\":{\"self\":");
        project.Body.ShouldContain("\"projectCategory\":{\"self\":\"" + fake.BaseAddress + "rest/api/3/projectCategory/10000\",\"id\":\"10000\",\"name\":\"ZOO\",\"description\":\"\"}");
        role.Body.ShouldContain("\"displayName\":\"Mia Krystof\"");

        var state = await Answer.Of(client, "GET", "/__fakejira/sites/default/state");
        fake.Reset();
        (await Answer.Of(client, "PUT", "/__fakejira/sites/default/state", new StringContent(state.Body, Encoding.UTF8, "application/json"))).Status.ShouldBeInRange(200, 204);

        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY")).ShouldBe(project);
        (await Answer.Of(client, "GET", "/rest/api/3/project/MKY/role/10000")).ShouldBe(role);
        (await Answer.Of(client, "GET", "/__fakejira/sites/default/state")).ShouldBe(state);
    }

    [TestCase("""{"jira":{"projects":[{"key":"MKY","lead":"m9"}]}}""", "There is no user m9; the account id is meant.")]
    [TestCase("""{"jira":{"projects":[{"key":"MKY","category":3}]}}""", "There is no project category 3 among the projectCategories of this document.")]
    [TestCase("""{"jira":{"projects":[{"key":"MKY","roles":{"Keepers":[]}}]}}""", "There is no project role 'Keepers'; there are: Administrators, Developers, Users.")]
    [TestCase("""{"jira":{"projects":[{"key":"MKY","roles":{"Users":["anyone"]}}]}}""", "users and groups, written user:ACCOUNTID and group:NAME")]
    [TestCase("""{"jira":{"projectCategories":[{"id":1,"name":"A"},{"id":1,"name":"B"}]}}""", "The id 1 is there twice.")]
    public async Task A_mistake_in_a_state_is_named(string state, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        var answer = await Answer.Of(client, "PUT", "/__fakejira/sites/default/state", new StringContent(state, Encoding.UTF8, "application/json"));

        answer.Status.ShouldBe(400);
        answer.Body.ShouldContain(message, Case.Sensitive);
    }

    [Test]
    public async Task A_test_that_names_nobody_is_told()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");

        Should.Throw<FakeJiraException>(() => fake.Jira.Projects.GiveRole("MKY", "Keepers")).Message.ShouldBe("There is no project role 'Keepers'; there are: Administrators, Developers, Users.");
        Should.Throw<FakeJiraException>(() => fake.Jira.Projects.SetCategory("ZOO", "A")).Message.ShouldBe("There is no project ZOO on this site; add it with AddProject, or add an issue of it.");
    }
}
