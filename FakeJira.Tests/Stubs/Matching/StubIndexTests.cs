using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs.Matching;

public class StubIndexTests
{
    [Test]
    public async Task A_request_is_not_compared_with_stubs_of_other_paths_and_methods()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        Counting[] others =
        [
            .. Enumerable.Range(0, 500).Select(i => new Counting { Id = new Guid(i, 0, 0, new byte[8]), Name = "other path", Paths = [PathKey.Whole($"/other/{i}")], Priority = -1 }),
            .. Enumerable.Range(500, 500).Select(i => new Counting { Id = new Guid(i, 0, 0, new byte[8]), Name = "other prefix", Paths = [PathKey.StartsWith($"/prefix/{i}/")], Priority = -1 }),
            .. Enumerable.Range(1000, 500).Select(i => new Counting { Id = new Guid(i, 0, 0, new byte[8]), Name = "other method", Paths = [PathKey.Whole("/votes")], Methods = ["POST"], Priority = -1 }),
        ];
        var own = new Counting { Id = new Guid(2000, 0, 0, new byte[8]), Name = "own", Paths = [PathKey.Whole("/votes")], Methods = ["GET"] };
        fake.Site.Site.Stubs.Put([.. others, own]);

        (await Answer.Of(new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") }, "GET", "/votes")).Body.ShouldBe("own");

        own.Asked.ShouldBe(1);
        others.Sum(other => other.Asked).ShouldBe(0);
    }

    [Test]
    public async Task A_long_beginning_does_not_hide_a_short_one()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        fake.Site.Site.Stubs.Put([
            new Counting { Id = new Guid(1, 0, 0, new byte[8]), Name = "long", Paths = [PathKey.StartsWith("/votes/of/everybody")] },
            new Counting { Id = new Guid(2, 0, 0, new byte[8]), Name = "short", Paths = [PathKey.StartsWith("/v")] },
        ]);

        (await Answer.Of(new HttpClient(fake.CreateHandler()) { BaseAddress = new("http://fake") }, "GET", "/votes")).Body.ShouldBe("short");
    }

    private sealed class Counting : Stub
    {
        public int Asked { get; private set; }

        public override bool Matches(StubRequest request)
        {
            Asked++;
            return true;
        }

        public override ValueTask<StubResponse> AnswerAsync(StubRequest request) => new(StubResponse.Text(200, Name, "text/plain"));
    }
}
