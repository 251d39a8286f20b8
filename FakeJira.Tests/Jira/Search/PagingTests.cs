namespace FakeJira.Tests.Jira.Search;

public sealed class PagingTests
{
    [Test]
    public async Task Pages_follow_one_another_until_the_last([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();
        const string Jql = "votes >= 0 order by votes desc";

        var first = await site.Search(Jql, site.Mia, "&maxResults=2", door);
        var second = await Next(site, Jql, first, door);
        var third = await Next(site, Jql, second, door);

        new[] { first, second, third }.Select(site.Keys).ShouldBe(["PLAT-1 MKY-1", "MKY-2 PLAT-2", "MKY-3"]);
        new[] { first, second, third }.Select(page => SearchSite.Member(page, "isLast")).ShouldBe(["False", "False", "True"]);
        SearchSite.Member(third, "nextPageToken").ShouldBe("");
    }

    [Test]
    public async Task A_page_that_is_just_full_is_the_last()
    {
        await using var site = await SearchSite.StartAsync();

        SearchSite.Member(await site.Search("project = MKY", site.Mia, "&maxResults=3"), "isLast").ShouldBe("True");
    }

    [Test]
    public async Task What_changes_between_pages_neither_repeats_nor_hides_what_stays()
    {
        await using var site = await SearchSite.StartAsync();
        const string Jql = "project in (MKY, PLAT) order by votes desc, key asc";

        var first = await site.Search(Jql, site.Mia, "&maxResults=2");
        site.Fake.Jira.Vote("MKY-1", site.Mia);
        site.Fake.Jira.AddIssue("MKY-7", site.Mia, voters: [site.Mia, site.Emma, site.Rob]);
        site.Fake.Jira.MoveIssue("PLAT-1", "SECRET-9");
        var second = await Next(site, Jql, first, Door.Handler);
        var third = await Next(site, Jql, second, Door.Handler);

        site.Keys(first).ShouldBe("SECRET-9 MKY-1");
        site.Keys(second).ShouldBe("MKY-2 MKY-3");
        site.Keys(third).ShouldBe("PLAT-2");
    }

    [Test]
    public async Task While_others_write_every_issue_that_stays_is_found_exactly_once()
    {
        await using var site = await SearchSite.StartAsync();
        for (var number = 10; number < 110; number++)
        {
            site.Fake.Jira.AddIssue($"MKY-{number}", site.Mia, voters: number % 3 == 0 ? [site.Emma] : []);
        }

        using var stop = new CancellationTokenSource();
        var writer = Task.Run(() =>
        {
            for (var number = 1; !stop.IsCancellationRequested; number++)
            {
                site.Fake.Jira.AddIssue($"NEW-{number}", site.Mia, voters: [site.Emma]);
                site.Fake.Jira.Resolve($"MKY-{10 + (number % 100)}");
            }
        });
        const string Jql = "votes < 2 and key <= MKY-109 order by votes desc, key";
        List<string> found = [];
        var page = await site.Search(Jql, site.Mia, "&maxResults=7");
        found.AddRange(site.Keys(page).Split(' '));
        while (SearchSite.Member(page, "isLast") == "False")
        {
            page = await Next(site, Jql, page, Door.Handler, 7);
            found.AddRange(site.Keys(page).Split(' '));
        }

        await stop.CancelAsync();
        await writer;
        string[] expected = [.. Enumerable.Range(10, 100).OrderBy(number => number % 3 == 0 ? 0 : 1).ThenBy(number => number).Select(number => $"MKY-{number}")];
        found.Where(key => expected.Contains(key)).ShouldBe(expected);
        found.ShouldBeUnique();
    }

    [TestCase("nonsense")]
    [TestCase("%21%21")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_is_none_is_refused_before_anything_else_is_looked_at(string token)
    {
        await using var site = await SearchSite.StartAsync();

        (await site.Get($"/rest/api/3/search/jql?maxResults=-1&nextPageToken={token}", site.Mia)).ShouldBe(Invalid);
    }

    [Test]
    public async Task A_token_of_another_query_or_one_that_is_too_old_is_refused()
    {
        await using var site = await SearchSite.StartAsync();
        site.Fake.Clock.Freeze();
        var first = await site.Search("project = MKY", site.Mia, "&maxResults=1");

        (await Next(site, "project = PLAT", first, Door.Handler)).ShouldBe(Invalid);
        site.Fake.Clock.Advance(TimeSpan.FromDays(7));
        site.Keys(await Next(site, "project = MKY", first, Door.Handler)).ShouldBe("MKY-2 MKY-1");
        site.Fake.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Next(site, "project = MKY", first, Door.Handler)).ShouldBe(Invalid);
    }

    private static Answer Invalid { get; } = new(400, "JIRA-SEARCH-TOKEN-400, JIRA-AUTH-BASIC", """{"errorMessages":["The provided nextPageToken is invalid or has expired."],"errors":{}}""");

    private static Task<Answer> Next(SearchSite site, string jql, Answer page, Door door, int size = 2) =>
        site.Search(jql, site.Mia, $"&maxResults={size}&nextPageToken={Uri.EscapeDataString(SearchSite.Member(page, "nextPageToken"))}", door);
}
