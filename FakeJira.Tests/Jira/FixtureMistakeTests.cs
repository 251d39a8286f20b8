namespace FakeJira.Tests.Jira;

/// <summary>What a test's author gets wrong is said in a sentence that tells what to do.</summary>
public sealed class FixtureMistakeTests
{
    [Test]
    public async Task The_same_key_twice()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");

        Should.Throw<FakeJiraException>(() => fake.Jira.AddIssue("MKY-1")).Message.ShouldBe("There is an issue MKY-1 already; choose another key.");
    }

    [TestCase("mky-1"), TestCase("MKY"), TestCase("MKY-0"), TestCase("MKY-01"), TestCase("-1"), TestCase("")]
    public async Task A_key_that_is_none(string key)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        Should.Throw<FakeJiraException>(() => fake.Jira.AddIssue(key)).Message.ShouldBe($"'{key}' is no issue key; expected a project key, a hyphen and a number without leading zeros, such as MKY-1.");
    }

    [Test]
    public async Task A_voter_of_another_server()
    {
        await using var here = await FakeJiraServer.StartAsync();
        await using var there = await FakeJiraServer.StartAsync(new() { RandomSeed = 2 });
        var stranger = there.Jira.AddUser("Mia Krystof", accountId: "712020:1");

        Should.Throw<FakeJiraException>(() => here.Jira.AddIssue("MKY-1", voters: [stranger])).Message
            .ShouldBe("Mia Krystof (712020:1) is not a user of this site: was it added to another server or before a reset? Add it with AddUser.");
        here.Jira.World.Issues.ShouldBeEmpty();
    }

    [TestCase("VIEW_VOTERS_AND_WATCHER", "There is no permission 'VIEW_VOTERS_AND_WATCHER' in projects; did you mean 'VIEW_VOTERS_AND_WATCHERS'?")]
    [TestCase("browse_projects", "There is no permission 'browse_projects' in projects; did you mean 'BROWSE_PROJECTS'?")]
    [TestCase("ADMINISTER", "There is no permission 'ADMINISTER' in projects; GET /rest/api/3/permissions lists those there are, as PROJECT.")]
    public async Task A_permission_that_is_none_of_projects(string permission, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY");
        var mia = fake.Jira.AddUser("Mia Krystof");
        var before = fake.Jira.World;

        Should.Throw<FakeJiraException>(() => fake.Jira.Grant("MKY", permission, mia)).Message.ShouldBe(message);
        fake.Jira.World.ShouldBeSameAs(before);
    }

    [Test]
    public async Task An_issue_a_project_a_user_and_a_level_that_are_not_there()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddUser("Mia Krystof", "mia@example.com");

        Should.Throw<FakeJiraException>(() => fake.Jira.VotersOf("MKY-9")).Message.ShouldBe("There is no issue MKY-9 on this site; add it with AddIssue.");
        Should.Throw<FakeJiraException>(() => fake.Jira.Grant("MKY", "BROWSE_PROJECTS")).Message.ShouldBe("There is no project MKY on this site; add it with AddProject, or add an issue of it.");
        Should.Throw<FakeJiraException>(() => fake.Jira.User("emma@example.com")).Message.ShouldBe("There is no user 'emma@example.com' on this site; there are: mia@example.com.");
        Should.Throw<FakeJiraException>(() => fake.Jira.AddIssue("MKY-1", securityLevel: "Top")).Message.ShouldBe("The project MKY has no security level 'Top'; add it with AddSecurityLevel first.");
    }

    [Test]
    public async Task A_type_a_priority_and_a_resolution_that_there_are_not()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        Should.Throw<FakeJiraException>(() => fake.Jira.AddIssue("MKY-1", type: "Wish")).Message.ShouldBe("There is no issue type 'Wish'; there are: Epic, Story, Task, Sub-task, Bug.");
        Should.Throw<FakeJiraException>(() => fake.Jira.AddIssue("MKY-1", priority: "Urgent")).Message.ShouldBe("There is no priority 'Urgent'; there are: Highest, High, Medium, Low, Lowest.");
        Should.Throw<FakeJiraException>(() => fake.Jira.AddIssue("MKY-1", resolution: "Never")).Message.ShouldBe("There is no resolution 'Never'; there are: Done, Won't Do, Duplicate, Cannot Reproduce.");
    }

    [Test]
    public async Task A_switch_that_is_none()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        Should.Throw<FakeJiraException>(() => fake.Settings["removeMissingVotes"] = "404").Message.ShouldBe("There is no switch 'removeMissingVotes'; did you mean 'removeMissingVote'?");
        Should.Throw<FakeJiraException>(() => fake.Settings["removeMissingVote"] = "500").Message.ShouldBe("The switch removeMissingVote takes 404 or 204, not '500'.");
        Should.Throw<FakeJiraException>(() => fake.Settings.UseProfile("live")).Message.ShouldBe("The profile is 'documented' or 'observed', not 'live'.");
    }

    [Test]
    public async Task A_server_that_does_not_listen_has_no_address()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });

        Should.Throw<FakeJiraException>(() => fake.BaseAddress).Message.ShouldStartWith("The server does not listen");
    }

    [Test]
    public async Task A_port_that_is_taken()
    {
        await using var first = await FakeJiraServer.StartAsync();
        var options = new FakeJiraOptions { Port = first.BaseAddress.Port };

        (await Should.ThrowAsync<FakeJiraException>(() => FakeJiraServer.StartAsync(options))).Message
            .ShouldBe($"Cannot listen on 127.0.0.1:{first.BaseAddress.Port}: Address already in use. Choose another port, or 0 for any free one.");
    }
}
