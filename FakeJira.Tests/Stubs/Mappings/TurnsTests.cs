using System.Runtime.CompilerServices;
using FakeJira.Stubs.Mappings;
using FakeJira.Tests.Stubs.Admin;

namespace FakeJira.Tests.Stubs.Mappings;

public class TurnsTests
{
    [Test]
    public async Task Mappings_with_Times_that_are_gone_are_not_counted_for_ever()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        using var admin = new AdminClient(fake);
        await admin.Done("POST", "mappings", """{"Times": 2, "Request": {"Path": "/stays"}, "Response": {"Body": "stays"}}""");
        (await admin.Ask("/stays")).ShouldBe("stays");
        var enabled = (await admin.Done("GET", "mappings")).Single(each => (string?)each["Title"] == "ideabank.busy")["Guid"];
        await admin.Done("PUT", $"mappings/{enabled}/enable");
        await admin.Ask("/public/ideabank/p-1");

        for (var i = 0; i < 1100; i++)
        {
            var guid = Guid.Parse($"00000000-0000-4000-8000-{i:x12}");
            await admin.Done("POST", "mappings", $$"""{"Guid": "{{guid}}", "Times": 1, "Request": {"Path": "/goes"}, "Response": {"Body": "goes"} }""");
            (await admin.Ask("/goes")).ShouldBe("goes");
            await admin.Done("DELETE", $"mappings/{guid}");
        }

        fake.Site.Site.Read(Turns.Slot).Count.ShouldBeLessThan(200);
        (await admin.Ask("/stays")).ShouldBe("stays");
        (await admin.Ask("/stays")).ShouldNotBe("stays");
        (await admin.Done("GET", $"mappings/{enabled}"))["TimesLeft"].ShouldBe(2);
    }

    [Test]
    public async Task What_is_left_of_faults_that_are_gone_is_not_kept_for_ever([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        for (var i = 0; i < 1100; i++)
        {
            await Answer.Of(client, "POST", "/__fakejira/sites/default/faults", new StringContent($$"""{"name": "f{{i}}", "path": "/x", "status": 500, "times": 3, "timesLeft": 2}"""));
            (await Answer.Of(client, "DELETE", $"/__fakejira/sites/default/faults/f{i}")).Status.ShouldBe(204);
        }

        fake.Site.Site.Read(Turns.Slot).Count.ShouldBeInRange(1, 200);
    }

    [Test]
    public async Task Of_a_mapping_with_Times_that_is_gone_nothing_but_its_count_is_kept()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        using var admin = new AdminClient(fake);
        var guid = Guid.Parse("00000000-0000-4000-8000-000000000001");
        await admin.Done("PUT", $"mappings/{guid}", """{"Times": 1, "Request": {"Path": "/goes"}, "Response": {"Body": "goes"} }""");
        (await admin.Ask("/goes")).ShouldBe("goes");
        var mapping = Weakly(fake, guid);
        mapping.IsAlive.ShouldBeTrue();

        await admin.Done("DELETE", $"mappings/{guid}");
        await admin.Ask("/another");
        await Task.Yield();
        GC.Collect();

        mapping.IsAlive.ShouldBeFalse();
        fake.Site.Site.Read(Turns.Slot).Keys.ShouldBe([guid]);
    }

    /// <summary>Apart, so that no local variable of the test holds it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Weakly(FakeJiraServer fake, Guid guid) => new(fake.Site.Site.Stubs.Overlay.Own.Stubs.OfType<MappingStub>().Single(stub => stub.Id == guid).Mapping);
}
