namespace FakeJira.Tests.Stubs;

/// <summary>Sites that are made and removed by many at once.</summary>
public sealed class SitesTests
{
    [Category("Slow")]
    [Test]
    public async Task A_site_that_is_removed_as_soon_as_it_is_there_is_gone_by_its_name_and_by_its_id()
    {
        const int Rounds = 5000;
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        var sites = fake.Universe;
        var id = fake.Sites["a"].Site.Id.ToString();
        sites.Remove("a").ShouldBeTrue();
        var left = 0;
        using var round = new Barrier(2, _ => left += sites.FindById(id) is null && sites.Find("a") is null ? 0 : 1);

        await Task.WhenAll(Task.Run(() => Each(() => sites.Create("a").ShouldNotBeNull())), Task.Run(() => Each(Remove)));

        left.ShouldBe(0);

        void Remove()
        {
            while (!sites.Remove("a"))
            {
                // At once, so that it is removed while it is made.
            }
        }

        void Each(Action action)
        {
            for (var i = 0; i < Rounds; i++)
            {
                action();
                round.SignalAndWait();
            }
        }
    }
}
