using System.Text;
using FakeJira.Stubs;

namespace FakeJira.Tests.Stubs;

public sealed class JournalTests
{
    [Test]
    public async Task Of_long_bodies_only_the_beginning_is_kept_and_all_is_answered([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Stubs.Add("POST", "/echo", request => new StubResponse { Body = request.Body, ReasonPhrase = "Heard" });
        using var client = fake.Client(door);
        var sent = new string('x', new ServerLimits().JournalBody + 1);

        (await Answer.Of(client, "POST", "/echo", new ByteArrayContent(Encoding.ASCII.GetBytes(sent)))).Body.ShouldBe(sent);

        var entry = fake.Requests.Entries.Single();
        (entry.Request.Body.Length, entry.Response.Body.Length, entry.Response.ReasonPhrase).ShouldBe((new ServerLimits().JournalBody, new ServerLimits().JournalBody, "Heard"));
    }
}
