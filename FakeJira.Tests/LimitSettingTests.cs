using FakeJira.Stubs;
using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests;

/// <summary>What limits can be set to.</summary>
public sealed class LimitSettingTests
{
    [TestCaseSource(typeof(LimitSetting), nameof(LimitSetting.All))]
    public void A_limit_that_is_none_is_named(object each)
    {
        var limit = (LimitSetting)each;

        foreach (var value in (int[])[-1, limit.Most + 1])
        {
            Should.Throw<FakeJiraException>(() => limit.Switch.Apply(new(), $"{value}")).Message.ShouldBe($"--{limit.Name} {value} is out of range; expected {limit.Least} to {limit.Most}.");
            Should.Throw<FakeJiraException>(() => OptionsCheck.Verify(limit.Set(new(), value))).Message.ShouldBe($"--{limit.Name} {value} is out of range; expected {limit.Least} to {limit.Most}.");
        }

        limit.Get(limit.Switch.Apply(new(), "77")).ShouldBe(77);
    }

    [Test]
    public async Task A_server_with_every_limit_at_its_most_starts_answers_and_ends()
    {
        using var folder = new TemporaryFolder();
        var options = LimitSetting.All.Aggregate(new FakeJiraOptions { HttpsPort = 0, JournalCapacity = 1_000_000, CoverageFolder = folder.Path }, (options, limit) => limit.Switch.Apply(options, $"{limit.Most}"));
        var fake = await FakeJiraServer.StartAsync(options);
        using var client = fake.CreateClient(fake.Jira.AddUser());
        using var other = fake.Sites["other"].CreateClient();

        (await Answer.Of(client, "POST", "/rest/api/3/issue/MKY-1/votes", new StringContent("{}"))).Status.ShouldBe(404);
        (await Answer.Of(client, "POST", "/__fakejira/sites", new StringContent("""{"name": "third"}"""))).Status.ShouldBe(201);
        (await Answer.Of(other, "GET", "/rest/api/3/myself")).Status.ShouldBe(401);
        await fake.DisposeAsync();

        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
        await using var next = await FakeJiraServer.StartAsync(new() { Port = client.BaseAddress!.Port });
    }

    [Test]
    public void Limits_that_are_too_long_for_the_platform_are_refused_where_they_are_given()
    {
        Should.Throw<FakeJiraException>(() => OptionsCheck.Verify(new() { Limits = new ServerLimits { EndTime = TimeSpan.MaxValue } })).Message.ShouldStartWith("--end-time ");
        Should.Throw<FakeJiraException>(() => OptionsCheck.Verify(new() { Limits = new ServerLimits { BodyTime = TimeSpan.FromSeconds(4_294_968) } })).Message.ShouldStartWith("--body-time ");
    }
}
