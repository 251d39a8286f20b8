using System.Text;

namespace FakeJira.Tests.Control;

public sealed class PollOperationsTests
{
    [Test]
    public async Task The_results_of_a_poll_are_set_by_option_id([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint(id: "e");
        var poll = endpoint.AddPoll("PLAT-1", options: ["a", "b", "c"]);
        using var client = fake.Client(door);

        (await Put(client, $"e/{poll.Id}", """{"participants":6,"votes":{"1":5,"3":2}}""")).ShouldBe(new(204, "", ""));

        (await Answer.Of(client, "GET", endpoint.Query("PLAT-1", expand: "results"))).Body
            .ShouldEndWith(""","results":{"participants":6,"votes":7,"average":1.6,"options":[{"id":"1","votes":5,"percentage":71.4},{"id":"2","votes":0,"percentage":0},{"id":"3","votes":2,"percentage":28.6}]}}]""");
    }

    [Test]
    public async Task Mistakes_are_told_and_change_nothing([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint(id: "e");
        var poll = endpoint.AddPoll("PLAT-1", id: "p", options: ["a", "b"]);
        using var client = fake.Client(door);

        (await Told("f/p", "{}")).ShouldBe((404, "There is no endpoint 'f' on the site 'default'."));
        (await Told("e/q", "{}")).ShouldBe((404, "The endpoint 'e' has no poll 'q'."));
        (await Told("e/p", """{"votes":{"1":1,"9":1}}""")).ShouldBe((400, "The poll 'p' has no option '9'; it has: 1, 2."));
        (await Told("e/p", """{"vote":{"1":1}}""")).ShouldBe((400, "Unknown member 'vote'; did you mean 'votes'?"));
        (await Told("e/p", "")).ShouldBe((400, "The text is empty; expected a JSON document."));
        (await Told("e/p", "[]")).ShouldBe((400, "Expected results: {\"participants\", \"votes\"}, found an array."));
        endpoint.PollsOf("PLAT-1").Single().ShouldBeSameAs(poll);

        async Task<(int Status, string? Message)> Told(string path, string body)
        {
            var answer = await Put(client, path, body);
            return (answer.Status, (string?)Newtonsoft.Json.Linq.JObject.Parse(answer.Body)["errors"]![0]!["message"]);
        }
    }

    /// <summary>Milliseconds; looking through all options for each that was voted for would take minutes, in which nobody could write to the site.</summary>
    [Test]
    public async Task Many_of_many_options_were_voted_for()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint(id: "e");
        endpoint.AddPoll("PLAT-1", id: "p", options: [.. Enumerable.Repeat("a", 200_000)]);
        using var client = fake.Client(Door.Handler);
        var votes = string.Join(',', Enumerable.Range(150_001, 50_000).Select(number => $"\"{number}\":1"));

        (await Task.Run(() => Put(client, "e/p", "{\"votes\":{" + votes + "}}")).WaitAsync(TimeSpan.FromSeconds(30))).ShouldBe(new(204, "", ""));
        endpoint.PollsOf("PLAT-1").Single().Results.Votes.Count.ShouldBe(50_000);
    }

    private static Task<Answer> Put(HttpClient client, string path, string body) =>
        Answer.Of(client, "PUT", $"__fakejira/sites/default/polls/{path}/results", new StringContent(body, Encoding.UTF8));
}
