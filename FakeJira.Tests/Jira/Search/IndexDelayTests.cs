namespace FakeJira.Tests.Jira.Search;

public sealed class IndexDelayTests
{
    [Test]
    public async Task With_a_delay_the_search_sees_the_site_as_it_was([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();
        var jira = site.Fake.Jira;
        site.Fake.Clock.Freeze();
        jira.Settings = jira.Settings with { SearchIndexDelay = 5 };
        jira.AddIssue("MKY-4", site.Mia);
        site.Fake.Clock.Advance(TimeSpan.FromSeconds(3));
        jira.Vote("MKY-4", site.Mia);

        var before = await site.Search("key = MKY-4", site.Mia, door: door);
        site.Fake.Clock.Advance(TimeSpan.FromSeconds(2));
        var added = await site.Search("key = MKY-4 and votes = 0", site.Mia, door: door);
        var notYet = await site.Search("key = MKY-4 and votes = 1", site.Mia, door: door);
        site.Fake.Clock.Advance(TimeSpan.FromSeconds(3));
        var voted = await site.Search("key = MKY-4 and voter = currentUser()", site.Mia, door: door);

        before.ShouldBe(new(200, "JIRA-SEARCH-200, JIRA-SEARCH-INDEX-DELAY, JIRA-AUTH-BASIC", SearchSite.NoIssues));
        (site.Keys(added), site.Keys(notYet)).ShouldBe(("MKY-4", ""));
        (site.Keys(voted), voted.Rule).ShouldBe(("MKY-4", "JIRA-SEARCH-200, JIRA-AUTH-BASIC"));
    }

    [Test]
    public async Task Issues_to_reconcile_are_seen_as_they_are()
    {
        await using var site = await SearchSite.StartAsync();
        var jira = site.Fake.Jira;
        jira.Settings = jira.Settings with { SearchIndexDelay = 60 };
        var issue = jira.AddIssue("MKY-4", site.Mia);
        jira.AddIssue("MKY-5", site.Mia);

        site.Keys(await site.Search("project = MKY", site.Mia)).ShouldBe("MKY-3 MKY-2 MKY-1");
        site.Keys(await site.Search("project = MKY", site.Mia, $"&reconcileIssues={issue.Id},12345678")).ShouldBe("MKY-4 MKY-3 MKY-2 MKY-1");
        (await site.Search("project = MKY", site.Mia, "&reconcileIssues=" + string.Join(',', Enumerable.Range(1, 51)))).Rule.ShouldBe("JIRA-SEARCH-RECONCILE-400, JIRA-AUTH-BASIC");
    }

    [Test]
    public async Task Without_the_delay_nothing_is_kept_and_with_it_not_more_than_a_thousand_changes()
    {
        await using var site = await SearchSite.StartAsync();
        var jira = site.Fake.Jira;
        jira.World.Past.ShouldBeEmpty();

        jira.Settings = jira.Settings with { SearchIndexDelay = 3600 };
        for (var number = 100; number < 1200; number++)
        {
            jira.AddIssue($"MKY-{number}", site.Mia);
        }

        jira.World.Past.Count.ShouldBe(1000);
        jira.World.Past.ShouldAllBe(past => past.World.Past.IsEmpty);
        jira.Settings = jira.Settings with { SearchIndexDelay = 0 };
        jira.World.Past.ShouldBeEmpty();
    }

    [Test]
    public async Task What_was_changed_and_deleted_is_kept_for_the_search_while_there_is_room()
    {
        await using var site = await SearchSite.StartAsync();
        var jira = site.Fake.Jira;
        jira.Settings = jira.Settings with { SearchIndexDelay = 3600, Megabytes = 1 };
        jira.AddIssue("MKY-4", site.Mia, summary: new string('x', (512 * 1024) - 640));
        var large = jira.World.FindIssue("MKY-4")!.Size;
        large.ShouldBe((1024 * 1024) - 256);
        jira.World.Past.Count.ShouldBe(1);

        jira.DeleteIssue("MKY-4");
        jira.World.Past.Count.ShouldBe(2);
        using var client = site.Fake.Client(Door.Handler, site.Mia);
        (await Answer.Of(client, "POST", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(204);
        jira.World.Past.Count.ShouldBe(3);
        (await Answer.Of(client, "DELETE", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(204);
        jira.World.Past.Count.ShouldBe(2);
        jira.AddComment("MKY-1", site.Mia, "One");
        jira.World.Past.Count.ShouldBe(3);

        jira.Settings = jira.Settings with { Megabytes = 0 };
        jira.AddComment("MKY-1", site.Mia, "Two");
        jira.World.Past.ShouldBeEmpty();
        site.Keys(await site.Search("comment ~ Two", site.Mia)).ShouldBe("MKY-1");
    }
}
