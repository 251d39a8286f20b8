using System.Collections.Immutable;
using System.Text;
using FakeJira.Jira;
using FakeJira.Jira.World;

namespace FakeJira.Tests.Jira.Projects;

/// <summary>Milliseconds each; looking for every user and group among all the others would take minutes, in most of which nobody could write to the site.</summary>
public sealed class ManyRolesTests
{
    private const string Role = "/rest/api/3/project/MKY/role/10001";
    private static readonly User _ada = new("ada", "Ada Admin", "") { Groups = [User.Administrators] };

    [Test]
    public async Task Many_users_get_a_role_beside_many_who_have_it()
    {
        var (others, users) = (Holders("other", 200_000), Holders("u", 60_000));
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Site.Site.Replace(JiraContract.World, _ => World(60_000, others));
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await Task.Run(() => Answer.Of(client, "POST", Role, Json($$"""{"user":[{{Names("u", 60_000)}}]}"""))).WaitAsync(TimeSpan.FromSeconds(30))).Rule.ShouldBe("JIRA-PROJECT-ROLE-ADD-200, JIRA-AUTH-BASIC");
        fake.Jira.World.Projects["MKY"].Actors[10001].SequenceEqual(others.AddRange(users)).ShouldBeTrue();
    }

    [Test]
    public async Task Many_users_lose_a_role_that_many_others_keep()
    {
        var (others, users) = (Holders("other", 200_000), Holders("u", 60_000));
        var world = World(60_000, others.AddRange(users));

        var (after, outcome) = await Task.Run(() => ProjectRoles.Remove(world, _ada, "MKY", "10001", users)).WaitAsync(TimeSpan.FromSeconds(30));

        outcome.ShouldBe(ActorsOutcome.Done);
        after.Projects["MKY"].Actors[10001].SequenceEqual(others).ShouldBeTrue();
    }

    [Test]
    public async Task Many_groups_get_a_role()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Site.Site.Replace(JiraContract.World, _ => World(60_000, []));
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await Task.Run(() => Answer.Of(client, "POST", Role, Json($$"""{"group":[{{Names("group ", 60_000)}}]}"""))).WaitAsync(TimeSpan.FromSeconds(30))).Rule.ShouldBe("JIRA-PROJECT-ROLE-ADD-200, JIRA-AUTH-BASIC");
        fake.Jira.World.Projects["MKY"].Actors[10001].Length.ShouldBe(60_000);
    }

    [Test]
    public async Task Many_ids_of_groups_that_there_are_not_are_refused()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Site.Site.Replace(JiraContract.World, _ => World(2000, []));
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await Task.Run(() => Answer.Of(client, "POST", Role, Json($$"""{"groupId":[{{Names("x", 200_000)}}]}"""))).WaitAsync(TimeSpan.FromSeconds(30)))
            .ShouldBe(new(404, "JIRA-PROJECT-ROLE-ACTOR-404, JIRA-AUTH-BASIC", """{"errorMessages":["The user or group does not exist."],"errors":{}}"""));
    }

    /// <summary>Users u0, u1 …, each in a group of its own, and a project with a role that others have.</summary>
    private static JiraWorld World(int users, ImmutableArray<Holder> others) => (JiraWorld.Empty with
    {
        Users = Enumerable.Range(0, users).ToImmutableDictionary(number => $"u{number}", number => new User($"u{number}", "U", "") { Groups = [$"group {number}"] }),
    }).With(new Project(10000, "MKY", "") { Actors = ProjectRoles.OfNewProject.Add(10001, others) });

    private static ImmutableArray<Holder> Holders(string name, int count) => [.. Enumerable.Range(0, count).Select(number => new Holder(HolderKind.User, $"{name}{number}"))];

    private static string Names(string name, int count) => string.Join(',', Enumerable.Range(0, count).Select(number => $"\"{name}{number}\""));

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
