using System.Text;

namespace FakeJira.Tests.Jira.World;

/// <summary>What a state document leaves out is filled in without looking through all that was read before.</summary>
public sealed class LargeDocumentTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task The_first_of_many_users_is_looked_for_once()
    {
        const int Count = 50_000;
        await using var fake = await FakeJiraServer.StartAsync();
        var users = Listed(Count, number => $$"""{"accountId":"u{{number:D6}}","displayName":"U"}""");

        await Put(fake, $$"""{"users":[{{users}}],"issues":[{{Listed(Count, number => $$"""{"key":"AB-{{number + 1}}"}""")}}]}""");

        fake.Jira.World.FindIssue($"AB-{Count}")!.Reporter.ShouldBe("u000000");
    }

    [Test]
    public async Task The_highest_id_of_many_categories_is_not_looked_for_again()
    {
        const int Count = 70_000;
        await using var fake = await FakeJiraServer.StartAsync();

        await Put(fake, $$"""{"projectCategories":[{{Listed(Count, number => $$"""{"name":"c{{number}}"}""")}}]}""");

        fake.Jira.World.Categories.Values.Count(category => category.Name == $"c{category.Id - 10000}").ShouldBe(Count);
    }

    [Test]
    public async Task The_highest_id_of_many_comments_is_not_looked_for_again()
    {
        const int Count = 370_000;
        await using var fake = await FakeJiraServer.StartAsync();
        var comments = Listed(Count, _ => """{"author":"u","body":"x"}""");

        await Put(fake, $$"""{"users":[{"accountId":"u","displayName":"U"}],"issues":[{"key":"AB-1","comments":[{{comments}}]}]}""");

        fake.Jira.World.FindIssue("AB-1")!.Comments.Where((comment, number) => comment.Id == 10000 + number).Count().ShouldBe(Count);
    }

    [Test]
    public async Task An_id_that_is_left_out_is_one_more_than_the_highest_before_it()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        const string Comments = """[{"author":"u","body":"a"},{"id":20000,"author":"u","body":"b"},{"id":7,"author":"u","body":"c"},{"author":"u","body":"d"}]""";

        await Put(fake, $$"""
            {"users":[{"accountId":"u","displayName":"U"}],"projectCategories":[{"id":5,"name":"a"},{"name":"b"},{"id":3,"name":"c"},{"name":"d"}],
            "issues":[{"key":"AB-1","comments":{{Comments}}},{"key":"AB-2","comments":[{"id":9,"author":"u","body":"e"},{"author":"u","body":"f"}]}]}
            """);

        var world = fake.Jira.World;
        world.Categories.Values.OrderBy(category => category.Name).Select(category => category.Id).ShouldBe([5, 6, 3, 7]);
        world.FindIssue("AB-1")!.Comments.Select(comment => comment.Id).ShouldBe([10000, 20000, 7, 20001]);
        world.FindIssue("AB-2")!.Comments.Select(comment => comment.Id).ShouldBe([9, 20002]);
    }

    private static string Listed(int count, Func<int, string> item) => string.Join(',', Enumerable.Range(0, count).Select(item));

    private static async Task Put(FakeJiraServer fake, string section)
    {
        using var state = new StringContent($$"""{"jira":{{section}}}""", Encoding.UTF8, "application/json");
        var answer = await Task.Run(() => Answer.Of(fake.Client(Door.Handler), "PUT", "/__fakejira/sites/default/state", state)).WaitAsync(Patience);
        answer.ShouldBe(new(204, "", ""));
    }
}
