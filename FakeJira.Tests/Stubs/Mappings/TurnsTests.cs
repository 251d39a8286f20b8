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
    }
}
