namespace FakeJira.Tests.Stubs;

/// <summary>Sites that are made and removed by many at once.</summary>
public sealed class SitesTests
{
    [Test]
    public async Task A_site_is_there_by_its_name_and_its_id_or_by_neither_whoever_makes_and_removes_it_at_the_same_time()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var sites = fake.Universe;
        var id = fake.Sites["a"].Site.Id.ToString();

        for (var round = 0; round < 300; round++)
        {
            using var start = new Barrier(2);
            await Task.WhenAll(Task.Run(() => Often(start, () => sites.Create("a"))), Task.Run(() => Often(start, () => sites.Remove("a"))));
            sites.FindById(id).ShouldBeSameAs(sites.Find("a"), $"in round {round}");
        }

        static void Often<T>(Barrier start, Func<T> action)
        {
            start.SignalAndWait();
            for (var i = 0; i < 100; i++)
            {
                action();
            }
        }
    }
}
