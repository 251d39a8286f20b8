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

        own.Times.ShouldBe(1);
        others.Sum(other => other.Times).ShouldBe(0);
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

    [Test]
    public async Task One_stub_more_or_less_among_ten_thousand_copies_a_few_branches_and_not_the_ten_thousand()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var stubs = fake.Site.Site.Stubs;
        stubs.Put([.. Enumerable.Range(0, 10_000).Select(At)]);
        stubs.Remove(At(0).Id);

        Allocated(() => stubs.Put(At(10_000))).ShouldBeLessThan(40_000);
        Allocated(() => stubs.Enable(At(5_000).Id, false)).ShouldBeLessThan(40_000);
        Allocated(() => stubs.Remove(At(5_000).Id)).ShouldBeLessThan(40_000);
        Allocated(() => stubs.Withdraw(At(6_000).Id)).ShouldBeLessThan(40_000);
        stubs.Overlay.Own.Count.ShouldBe(9_998);

        static Counting At(int i) => new() { Id = new Guid(i, 0, 0, new byte[8]), Name = "one", Paths = [PathKey.Whole($"/path/{i}"), PathKey.StartsWith($"/beginning/{i}/")], Order = i };
    }

    [Test]
    public async Task A_stub_of_several_paths_and_methods_goes_with_all_of_them_and_leaves_those_beside_it()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        using var client = fake.Client(Door.Handler);
        var (several, beside) = (new Guid(1, 0, 0, new byte[8]), new Guid(2, 0, 0, new byte[8]));
        fake.Site.Site.Stubs.Put([
            new Counting { Id = several, Name = "several", Paths = [PathKey.Whole("/A"), PathKey.StartsWith("/b/"), PathKey.StartsWith("/B/")], Methods = ["GET", "get", "PUT"], Order = 2 },
            new Counting { Id = beside, Name = "beside", Paths = [PathKey.Whole("/a"), PathKey.StartsWith("/b/")], Order = 1 },
        ]);

        (await Asked("GET", "PUT", "POST")).ShouldBe(["several several", "several several", "beside beside"]);
        fake.Site.Site.Stubs.Remove(several);
        (await Asked("GET", "PUT", "POST")).ShouldBe(["beside beside", "beside beside", "beside beside"]);
        fake.Site.Site.Stubs.Remove(beside);
        (await Answer.Of(client, "GET", "/a")).Status.ShouldBe(404);

        async Task<List<string>> Asked(params string[] methods)
        {
            List<string> answers = [];
            foreach (var method in methods)
            {
                answers.Add($"{(await Answer.Of(client, method, "/a")).Body} {(await Answer.Of(client, method, "/b/c")).Body}");
            }

            return answers;
        }
    }

    [Test]
    public async Task What_was_added_and_removed_leaves_nothing_to_look_for()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        var stubs = fake.Site.Site.Stubs;
        stubs.Put(new Counting { Id = new Guid(1, 0, 0, new byte[8]), Name = "stays", Paths = [PathKey.StartsWith("/stays/"), PathKey.Whole("/whole")] });

        for (var i = 2; i < 50; i++)
        {
            stubs.Put(new Counting { Id = new Guid(i, 0, 0, new byte[8]), Name = "goes", Paths = [PathKey.StartsWith(new string('/', i))], Methods = ["GET"] });
            stubs.Remove(new Guid(i, 0, 0, new byte[8]));
        }

        stubs.Overlay.Own.Lengths.ShouldBe([7]);
        stubs.Overlay.Removed.ShouldBe([new Guid(1, 0, 0, new byte[8])]);
    }

    private static long Allocated(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Counting : Stub
    {
        public int Times { get; private set; }

        public override bool Matches(StubRequest request)
        {
            Times++;
            return true;
        }

        public override ValueTask<StubResponse> AnswerAsync(StubRequest request) => new(StubResponse.Text(200, Name, "text/plain"));
    }
}
