using FakeJira.Stubs;
using FakeJira.Stubs.Matching;
using FakeJira.Tests.Stubs.Responding;

namespace FakeJira.Tests.Stubs.Matching;

public class SiteStubsTests
{
    [Test]
    public async Task What_was_added_replaced_and_removed_is_undone_by_a_reset()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (site, client) = (fake.Site.Site, fake.CreateClient());
        var shared = new Canned("shared") { Id = Guid.Parse("11111111-1111-4111-8111-111111111111"), Name = "shared" };
        fake.Universe.Shared.Files = new(StubIndex.Empty.With(shared), _ => null);

        site.Stubs.Put(new Canned("own") { Id = shared.Id, Name = "own" });
        (await Answer.Of(client, "GET", "/")).Body.ShouldBe("own");
        site.Stubs.Remove(shared.Id);
        (await Answer.Of(client, "GET", "/")).Status.ShouldBe(404);

        fake.Reset();
        (await Answer.Of(client, "GET", "/")).Body.ShouldBe("shared");
    }

    [Test]
    public async Task A_disabled_stub_is_listed_and_does_not_answer_until_it_is_enabled()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (site, client) = (fake.Site.Site, fake.CreateClient());
        var shared = new Canned("shared") { Id = Guid.Parse("11111111-1111-4111-8111-111111111111"), Name = "shared" };
        var own = new Canned("own") { Id = Guid.Parse("22222222-2222-4222-8222-222222222222"), Name = "own", Order = 1 };
        fake.Universe.Shared.Files = new(StubIndex.Empty.With(shared), _ => null);
        site.Stubs.Put(own);

        site.Stubs.Enable(own.Id, false).ShouldBeTrue();
        (await Answer.Of(client, "GET", "/")).Body.ShouldBe("shared");
        site.Stubs.Enable(shared.Id, false).ShouldBeTrue();
        (await Answer.Of(client, "GET", "/")).Status.ShouldBe(404);
        site.Stubs.Overlay.Added.ShouldBe([own]);

        site.Stubs.Enable(own.Id, true).ShouldBeTrue();
        (await Answer.Of(client, "GET", "/")).Body.ShouldBe("own");
        site.Stubs.Enable(Guid.Empty, true).ShouldBeFalse();
    }

    [Test]
    public async Task A_stub_that_is_put_again_answers_whether_it_was_disabled_or_removed_before()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (site, client) = (fake.Site.Site, fake.CreateClient());
        var shared = new Canned("shared") { Id = Guid.Parse("11111111-1111-4111-8111-111111111111"), Name = "shared" };
        fake.Universe.Shared.Files = new(StubIndex.Empty.With(shared), _ => null);

        site.Stubs.Enable(shared.Id, false);
        site.Stubs.Put(new Canned("again") { Id = shared.Id, Name = "again" });
        (await Answer.Of(client, "GET", "/")).Body.ShouldBe("again");
        site.Stubs.Table.All().Select(stub => stub.Name).ShouldBe(["again"]);

        site.Stubs.Enable(shared.Id, false);
        site.Stubs.Withdraw([shared.Id]);
        (await Answer.Of(client, "GET", "/")).Body.ShouldBe("shared");

        site.Stubs.Remove(shared.Id);
        site.Stubs.BringBack();
        (await Answer.Of(client, "GET", "/")).Body.ShouldBe("shared");
        site.Stubs.Put(new Canned("own") { Id = shared.Id, Name = "own" });
        site.Stubs.BringBack();
        site.Stubs.Table.All().Select(stub => stub.Name).ShouldBe(["own"]);
        site.Stubs.Remove(shared.Id);
        (await Answer.Of(client, "GET", "/")).Status.ShouldBe(404);
        site.Stubs.Table.All().ShouldBeEmpty();
    }

    [Test]
    public async Task The_one_that_says_more_about_the_request_answers_before_a_later_one()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Request": {"Path": "/x", "Methods": ["GET"]}, "Response": {"Body": "more"}}""");
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "later"}}""");

        (await Answer.Of(fake.CreateClient(), "GET", "/x")).Body.ShouldBe("more");
        (await Answer.Of(fake.CreateClient(), "POST", "/x")).Body.ShouldBe("later");
    }

    [Test]
    public async Task A_mapping_that_comes_after_the_operations_leaves_theirs_alone([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Map("""{"Priority": 1001, "Request": {"Path": "/*"}, "Response": {"Body": "the rest"}}""");
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", "/rest/api/3/serverInfo")).Rule.ShouldNotBe("MAPPING");
        (await Answer.Of(client, "GET", "/elsewhere")).ShouldBe(new Answer(200, "MAPPING", "the rest"));
    }

    [Test]
    public async Task A_captured_state_brings_back_what_had_been_added()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (site, client) = (fake.Site.Site, fake.CreateClient());
        site.Stubs.Put(new Canned("own") { Id = Guid.Empty, Name = "own" });
        var state = site.Capture();

        site.Stubs.Clear();
        (await Answer.Of(client, "GET", "/")).Status.ShouldBe(404);
        site.Restore(state);
        (await Answer.Of(client, "GET", "/")).Body.ShouldBe("own");
    }

    [Test]
    public async Task What_is_brought_back_does_not_disable_what_was_added_and_what_is_withdrawn_goes_alone()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var site = fake.Site.Site;
        var (first, second) = (new Canned("first") { Id = new Guid(1, 0, 0, new byte[8]), Name = "first" }, new Canned("second") { Id = new Guid(2, 0, 0, new byte[8]), Name = "second", Order = 1 });
        site.Stubs.Put([first, second]);

        site.Stubs.BringBack();
        site.Stubs.Table.All().ShouldBe([second, first], ignoreOrder: true);

        site.Stubs.Withdraw([first.Id]);
        site.Stubs.Table.All().ShouldBe([second]);
    }

    [Test]
    public async Task A_mapping_that_is_posted_disabled_does_not_answer_until_it_is_enabled([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        using var client = fake.Client(door);
        const string One = "/__admin/mappings/6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11";

        (await Answer.Of(client, "PUT", One, new StringContent("""{"IsDisabled": true, "Request": {"Path": "/x"}, "Response": {"Body": "x"}}"""))).Status.ShouldBe(200);
        (await Answer.Of(client, "GET", "/x")).Status.ShouldBe(404);
        (await Answer.Of(client, "PUT", One + "/enable")).Status.ShouldBe(200);
        (await Answer.Of(client, "GET", "/x")).Body.ShouldBe("x");
    }

    [Test]
    public async Task Of_stubs_of_one_id_the_last_stays_and_those_that_stay_are_listed_oldest_first()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var stubs = fake.Site.Site.Stubs;
        Canned Of(int id, string name, int order) => new(name) { Id = new Guid(id, 0, 0, new byte[8]), Name = name, Order = order };

        stubs.Put([Of(2, "second", 2), Of(1, "before", 1), Of(3, "third", 3), Of(1, "first", 1)]);

        stubs.Overlay.Added.Select(stub => stub.Name).ShouldBe(["first", "second", "third"]);
    }

    [Test]
    public async Task A_callback_and_a_mapping_answer_side_by_side_and_both_are_listed()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        using var client = fake.Client(Door.Handler);
        fake.Map("""{"Request": {"Path": "/mapping"}, "Response": {"Body": "mapping"}}""");
        using var callback = fake.Stubs.Add("GET", "/callback", _ => StubResponse.Text(200, "callback", "text/plain"));

        (await Answer.Of(client, "GET", "/mapping")).Body.ShouldBe("mapping");
        (await Answer.Of(client, "GET", "/callback")).Body.ShouldBe("callback");
        fake.Site.Site.Stubs.Table.All().Count().ShouldBe(2);
    }

    [Test]
    public async Task A_file_inside_the_program_answers_an_operation()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Universe.Shared.BuiltIn = operation => operation.Path.EndsWith("/serverInfo", StringComparison.Ordinal) ? [new Canned("built in") { Id = Guid.Empty, Name = "built in", Priority = 900 }] : [];

        (await Answer.Of(fake.Client(Door.Handler), "GET", "/rest/api/3/serverInfo")).Body.ShouldBe("built in");
    }

    [Test]
    public async Task A_fault_that_delays_lets_the_next_one_answer()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [] });
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "earlier"}}""");
        fake.Map("""{"Request": {"Path": "/x"}, "Response": {"Body": "later"}}""");
        using var fault = fake.Faults.Add(new Fault { Delay = TimeSpan.FromMilliseconds(1) });

        (await Answer.Of(fake.Client(Door.Handler), "GET", "/x")).Body.ShouldBe("later");
    }

    private sealed class Canned(string body) : Stub
    {
        public override bool Matches(StubRequest request) => true;

        public override ValueTask<StubResponse> AnswerAsync(StubRequest request) => new(StubResponse.Text(200, body, "text/plain"));
    }
}
