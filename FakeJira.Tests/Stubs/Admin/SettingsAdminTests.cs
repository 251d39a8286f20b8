namespace FakeJira.Tests.Stubs.Admin;

public class SettingsAdminTests
{
    [Test]
    public async Task The_delay_of_every_answer_can_be_set_and_what_cannot_be_set_is_named()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        using var admin = new AdminClient(fake);

        var answer = await admin.Done("PUT", "settings", """{ "GlobalProcessingDelay": 7, "AllowPartialMapping": true, "ReadStaticMappings": false }""");

        answer["Status"].ShouldBe("Settings updated");
        answer["WithoutEffect"]!.ToObject<string[]>().ShouldBe(["AllowPartialMapping"]);
        (await admin.Done("GET", "settings"))["GlobalProcessingDelay"].ShouldBe(7);
        fake.Site.Site.ProcessingDelay.ShouldBe(TimeSpan.FromMilliseconds(7));
    }

    [Test]
    public async Task A_delay_that_is_none_is_refused()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });
        using var admin = new AdminClient(fake);

        (await admin.Send("PUT", "settings", """{ "GlobalProcessingDelay": -1 }""")).Status.ShouldBe(400);
    }
}
