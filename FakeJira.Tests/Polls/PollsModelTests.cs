using FakeJira.Polls;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Polls;

/// <summary>Many users on several contents, against a model that a child could keep on paper: a list of titles by id for each content.</summary>
public sealed class PollsModelTests
{
    private const int Contents = 3;
    private static readonly string[] Kinds = ["POST", "PUT", "DELETE", "GET"];

    private static Gen<Step> Steps =>
        from kind in Gen.Elements(Kinds)
        from content in Gen.Choose(0, Contents - 1)
        from otherContent in Gen.Frequency((6, Gen.Constant(content)), (1, Gen.Choose(0, Contents - 1)))
        from pick in Gen.Choose(0, 5)
        from title in Gen.Elements("a", "b", "⭐", "")
        select new Step(kind, content, otherContent, pick, title);

    [Test]
    public void Answers_and_lists_agree_with_the_model() =>
        Prop.ForAll(Steps.ListOf().ToArbitrary(), steps => Run([.. steps]).GetAwaiter().GetResult()).QuickCheckThrowOnFailure();

    [Test]
    public async Task Writes_at_the_same_time_lose_nothing([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);
        var shared = endpoint.AddPoll(ContentOf(0), title: "shared");

        var users = await Task.WhenAll(Enumerable.Range(0, 16).Select(user => Task.Run(() => Work(client, endpoint, user))));

        foreach (var content in Enumerable.Range(0, Contents))
        {
            var kept = users.SelectMany(user => user.Kept).Where(poll => poll.Content == content).Select(poll => poll.Title);
            endpoint.PollsOf(ContentOf(content)).Select(poll => poll.Title).Where(title => title.Contains('/', StringComparison.Ordinal)).ShouldBe(kept, ignoreOrder: true);
            var answer = await client.Get(endpoint.Query(ContentOf(content)));
            answer.Body.ShouldBe($"[{string.Join(',', endpoint.PollsOf(ContentOf(content)).Select(poll => poll.Json))}]");
        }

        // Everybody deletes the shared poll, one of them with success.
        users.Sum(user => user.SharedDeletions).ShouldBe(1);
        endpoint.Polls.Select(entry => entry.Poll.Id).ShouldNotContain(shared.Id);
        endpoint.Polls.Select(entry => entry.Poll.Id).Distinct().Count().ShouldBe(endpoint.Polls.Count);
    }

    private static async Task<(List<(int Content, string Title)> Kept, int SharedDeletions)> Work(HttpClient client, PollEndpoint endpoint, int user)
    {
        var kept = new List<(int, string)>();
        var mine = new List<string>();
        for (var i = 0; i < 12; i++)
        {
            var content = (user + i) % Contents;
            var made = await client.Post(endpoint.Query(ContentOf(content)), $$"""{"title":"{{user}}/{{i}}"}""");
            var id = IdIn(made.Body);
            mine.Add(id);
            if (i % 3 == 0)
            {
                (await client.Delete(endpoint.Query(ContentOf(content), pollId: id))).Status.ShouldBe(200);
            }
            else
            {
                (await client.Put(endpoint.Query(ContentOf(content), pollId: id), $$"""{"title":"{{user}}/{{i}} again"}""")).Status.ShouldBe(200);
                kept.Add((content, $"{user}/{i} again"));
            }
        }

        var shared = endpoint.PollsOf(ContentOf(0)).FirstOrDefault(poll => poll.Title == "shared");
        var deleted = shared is not null && (await client.Delete(endpoint.Query(ContentOf(0), pollId: shared.Id))).Status == 200;
        return (kept, deleted ? 1 : 0);
    }

    private static async Task<bool> Run(Step[] steps)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        using var client = fake.Client(Door.Handler);
        var model = Enumerable.Range(0, Contents).Select(_ => new List<(string Id, string Title)>()).ToArray();
        foreach (var step in steps)
        {
            // An id that is known where it is looked for, known elsewhere, or (with nothing made yet) nowhere.
            var source = model[step.OtherContent];
            var id = source.Count == 0 ? "nowhere" : source[step.Pick % source.Count].Id;
            var polls = model[step.Content];
            var at = polls.FindIndex(poll => poll.Id == id);
            var answer = await client.Send(step.Kind, endpoint.Query(ContentOf(step.Content), pollId: step.Kind == "POST" ? null : id), $$"""{"title":"{{step.Title}}"}""");
            switch (step.Kind)
            {
                case "POST":
                    polls.Add((IdIn(answer.Body), step.Title));
                    answer.ShouldBe(new(200, "POLLS-CREATE-200", Expected(polls[^1])));
                    break;
                case "PUT" when at >= 0:
                    polls[at] = (id, step.Title);
                    answer.ShouldBe(new(200, "POLLS-UPDATE-200", Expected(polls[at])));
                    break;
                case "DELETE" when at >= 0:
                    polls.RemoveAt(at);
                    answer.ShouldBe(new(200, "POLLS-DELETE-200", ""));
                    break;
                case "GET" when at >= 0:
                    answer.ShouldBe(new(200, "POLLS-GET-200", $"[{Expected(polls[at])}]"));
                    break;
                default:
                    answer.Status.ShouldBe(404);
                    break;
            }

            foreach (var content in Enumerable.Range(0, Contents))
            {
                (await client.Get(endpoint.Query(ContentOf(content)))).ShouldBe(new(200, "POLLS-LIST-200", $"[{string.Join(',', model[content].Select(Expected))}]"));
            }
        }

        fake.Site.Site.Read(PollsContract.World).Size.ShouldBe(endpoint.Polls.Sum(entry => entry.Poll.Size));
        return endpoint.Polls.Count == model.Sum(polls => polls.Count);
    }

    private static string Expected((string Id, string Title) poll) => $$"""{{{PollsHttp.Settings}},"id":"{{poll.Id}}","title":"{{poll.Title}}"}""";

    private static string ContentOf(int number) => $"PLAT-{number + 1}";

    private static string IdIn(string poll) => System.Text.Json.JsonDocument.Parse(poll).RootElement.GetProperty("id").GetString()!;

    private sealed record Step(string Kind, int Content, int OtherContent, int Pick, string Title);
}
