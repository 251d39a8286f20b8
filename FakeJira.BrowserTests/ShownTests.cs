using System.Globalization;
using Microsoft.Playwright;

namespace FakeJira.BrowserTests;

/// <summary>What happens on a site is to be seen on the dashboard, as it happens and as it is.</summary>
public sealed class ShownTests
{
    private const string Attack = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">";

    [Test]
    public async Task Requests_appear_as_they_are_answered_with_who_asked_and_why()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake);
        using var emma = fake.CreateClient(fake.Jira.User("emma@example.com"));

        await emma.PostAsync(new Uri("rest/api/3/issue/MKY-1/votes", UriKind.Relative), null);

        var row = dashboard.Page.GetByRole(AriaRole.Row, new() { Name = "/rest/api/3/issue/MKY-1/votes" });
        await Assertions.Expect(row).ToContainTextAsync("Emma Richards");
        await Assertions.Expect(row).ToContainTextAsync("204");
        await Assertions.Expect(row).ToContainTextAsync("The first vote is cast.");
        await Assertions.Expect(row).ToContainTextAsync("jira.votes.add");
        await row.ClickAsync();
        await dashboard.SeeAsync("JIRA-VOTES-ADD-204");
        await dashboard.SeeAsync("documented: Issue votes page.");
    }

    [Test]
    public async Task Of_a_burst_of_requests_none_is_missing_in_the_end_and_a_reset_empties_the_list()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using var dashboard = await Chromium.OpenAsync(fake);

        await Task.WhenAll(Enumerable.Range(0, 800).Select(number => fake.CreateClient().GetAsync(new Uri($"burst/{number}", UriKind.Relative))));

        await Assertions.Expect(dashboard.Page.Locator("tr[data-number]")).ToHaveCountAsync(800);
        await dashboard.SeeAsync("800 requests");
        fake.Reset();
        await dashboard.SeeAsync("none yet");
        await fake.CreateClient().GetAsync(new Uri("after", UriKind.Relative));
        await Assertions.Expect(dashboard.Page.Locator("tr[data-number]")).ToHaveCountAsync(1);
    }

    [Test]
    public async Task An_unmatched_request_is_shown_beside_the_nearest_mappings()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await Scene.MappingAsync(fake.CreateClient(), """{"Title": "Orders", "Request": {"Path": "/shop/orders", "Methods": ["POST"]}, "Response": {"StatusCode": 201}}""");
        await fake.CreateClient().PostAsync(new Uri("shop/order", UriKind.Relative), null);
        await using var dashboard = await Chromium.OpenAsync(fake);

        await dashboard.Page.GetByLabel("only unmatched").CheckAsync();
        await dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "/shop/order" }).ClickAsync();

        await dashboard.SeeAsync("Nothing matched; the nearest mappings");
        var differs = dashboard.Page.GetByRole(AriaRole.Row, new() { Name = "does not match: Path" });
        await Assertions.Expect(differs).ToContainTextAsync("/shop/orders");
    }

    [Test]
    public async Task It_is_explained_who_would_answer_a_request_and_why()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await fake.CreateClient().GetAsync(new Uri("rest/api/3/issue/MKY-1/votes", UriKind.Relative));
        await Scene.MappingAsync(fake.CreateClient(), """{"Title": "Instead", "Request": {"Path": "/rest/api/3/issue/MKY-1/votes"}, "Response": {"Body": "x"}}""");
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/requests/1");

        await dashboard.PressAsync("Explain");

        await Dashboard.See(dashboard.Page.GetByRole(AriaRole.Row, new() { Name = "shop.json" }).GetByText("It answers: the first in this order that matches."));
        await Dashboard.See(dashboard.Page.GetByRole(AriaRole.Row, new() { Name = "jira.votes.get" }).GetByText("is asked first"));
    }

    [Test]
    public async Task An_explanation_stays_when_the_page_reads_the_request_again()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await fake.CreateClient().GetAsync(new Uri("rest/api/3/issue/MKY-1/votes", UriKind.Relative));
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/requests/1");
        var connects = new TaskCompletionSource();
        await dashboard.Page.RouteAsync("**/sites/default/events*", async route =>
        {
            await connects.Task;
            await route.ContinueAsync();
        });
        await dashboard.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await dashboard.PressAsync("Explain");
        var row = dashboard.Page.GetByRole(AriaRole.Row, new() { Name = "jira.votes.get" });
        await Dashboard.See(row);
        await dashboard.Page.EvaluateAsync("() => document.querySelector('.facts').id = 'before'");

        connects.SetResult();
        await Assertions.Expect(dashboard.Page.Locator("#before")).ToHaveCountAsync(0);

        await Dashboard.See(row);
    }

    [Test]
    public async Task What_requests_carry_is_text_and_never_markup()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddUser(Attack);
        fake.Jira.AddIssue("MKY-1", summary: Attack);
        fake.Polls.AddEndpoint().AddPoll("PLAT-1", title: Attack, options: [Attack, "b"]);
        fake.IdeaBank.AddPanelist();
        fake.IdeaBank.AddProposal("p-1", title: Attack);
        await Scene.MappingAsync(fake.CreateClient(), $$"""{"Title": {{System.Text.Json.JsonSerializer.Serialize(Attack)}}, "Request": {"Path": "/x"}, "Response": {"Body": "x"} }""");
        using var body = new StringContent(Attack, System.Text.Encoding.UTF8, "text/html");
        await fake.CreateClient().PostAsync(new Uri("nowhere/" + Uri.EscapeDataString(Attack) + "?q=" + Attack, UriKind.Relative), body);
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/requests/1");

        await dashboard.SeeAsync("<script>document.title");
        foreach (var part in (string[])["Issues", "Polls", "Ideas", "Mappings"])
        {
            await dashboard.ShowAsync(part);
            await dashboard.SeeAsync("<script>document.title");
        }

        (await dashboard.Page.TitleAsync()).ShouldBe("Mappings · FakeJira");
        (await dashboard.Page.Locator("main script, main img").CountAsync()).ShouldBe(0);
    }

    [Test]
    public async Task Two_people_see_each_others_changes()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var one = await Chromium.OpenAsync(fake, "__fakejira/#/default/issues/MKY-2");
        await using var other = await Chromium.OpenAsync(fake, "__fakejira/#/default/issues/MKY-2");
        await other.SeeAsync("0 votes");

        await one.Page.GetByLabel("Cast a vote as").FillAsync("mia@example.com");
        await one.PressAsync("Vote");

        await other.SeeAsync("1 vote");
        await Dashboard.See(other.Button("Withdraw the vote of Mia Krystof"));
    }

    [Test]
    public async Task One_site_is_shown_at_a_time()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("ABC-1", summary: "Of the default site");
        fake.Sites["team-a"].Jira.AddIssue("XYZ-1", summary: "Of team a");
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/issues");
        await dashboard.SeeAsync("Of the default site");

        await dashboard.Page.GetByLabel("Site", new() { Exact = true }).SelectOptionAsync("team-a");

        await dashboard.SeeAsync("Of team a");
        await Assertions.Expect(dashboard.Page.GetByText("Of the default site")).ToHaveCountAsync(0);
        fake.Sites.Remove("team-a");
        await dashboard.SeeAsync("This site was removed");
    }

    [Test]
    public async Task The_page_behind_the_prefix_of_a_site_shows_that_site()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Sites["team-a"].Jira.AddIssue("XYZ-1", summary: "Of team a");
        await using var dashboard = await Chromium.OpenAsync(fake, "__sites/team-a/__fakejira/");

        await dashboard.ShowAsync("Issues");

        await dashboard.SeeAsync("Of team a");
    }

    [Test]
    public async Task A_mistake_in_a_mapping_file_is_shown_with_file_line_and_suggestion()
    {
        var folder = Directory.CreateTempSubdirectory("fakejira-dashboard");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "shop.json"), "{\"Request\": {\"Path\": \"/x\"},\n \"Respnse\": {\"StatusCode\": 200 }}");
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.FullName });
        await using var dashboard = await Chromium.OpenAsync(fake);

        await dashboard.ShowAsync("Mappings");

        await dashboard.SeeAsync("shop.json:2:");
        await dashboard.SeeAsync("did you mean 'Response'?");
        folder.Delete(recursive: true);
    }

    [Test]
    public async Task Coverage_shows_which_answers_the_client_was_never_shown()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await fake.CreateClient().GetAsync(new Uri("rest/api/3/issue/MKY-1/votes", UriKind.Relative));
        await using var dashboard = await Chromium.OpenAsync(fake);

        await dashboard.ShowAsync("Coverage");
        await dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "votes.get" }).ClickAsync();

        await dashboard.SeeAsync("Never shown");
        await Assertions.Expect(dashboard.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "JIRA-VOTES-DISABLED-404" })).ToHaveClassAsync("missing");
        await Assertions.Expect(dashboard.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "JIRA-VOTES-GET-NO-VOTERS-200" })).ToHaveClassAsync("shown");
    }

    [Test]
    public async Task What_a_client_sent_beyond_what_is_documented_is_shown_with_its_request()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake);
        await dashboard.ShowAsync("Findings");
        await dashboard.SeeAsync("Nothing: the requests are as the vendors document them.");

        await fake.CreateClient().GetAsync(new Uri("rest/api/3/issue/MKY-1/votes?colour=blue", UriKind.Relative));

        await dashboard.SeeAsync("undocumented parameter");
        await dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "1 GET /rest/api/3/issue/MKY-1/votes" }).ClickAsync();
        await Dashboard.See(dashboard.Page.GetByRole(AriaRole.Complementary).GetByText("colour").Last);
        await dashboard.ShowAsync("Findings");
        await dashboard.PressAsync("Forget all");
        await dashboard.SeeAsync("All findings forgotten.");
        fake.Findings.Warnings.ShouldBeEmpty();
    }

    [Test]
    public async Task A_hundred_thousand_issues_and_a_thousand_requests_are_paged()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        for (var start = 1; start <= 100_000; start += 20_000)
        {
            using var issues = new StringContent($$"""{"users": [{{(start == 1 ? """{"accountId": "a", "displayName": "Ann", "email": "ann@example.com"}""" : "")}}], "issues": [{{string.Join(',', Enumerable.Range(start, 20_000).Select(number => $$"""{"key": "BIG-{{number}}"}"""))}}]}""");
            using var added = await fake.CreateClient().PostAsync(new Uri("__fakejira/sites/default/jira", UriKind.Relative), issues);
            added.IsSuccessStatusCode.ShouldBeTrue(await added.Content.ReadAsStringAsync());
        }

        for (var number = 1; number <= 1000; number++)
        {
            await fake.CreateClient().GetAsync(new Uri("request/" + number.ToString(CultureInfo.InvariantCulture), UriKind.Relative));
        }

        await using var dashboard = await Chromium.OpenAsync(fake);
        await dashboard.SeeAsync("1,000 requests");
        await dashboard.Page.GetByRole(AriaRole.Searchbox).FillAsync("/request/77");
        await dashboard.SeeAsync("11 of 1,000 requests");
        await dashboard.ShowAsync("Issues");
        await dashboard.SeeAsync("1–50 of 100,000");
        await dashboard.PressAsync("Next");
        await dashboard.SeeAsync("51–100 of 100,000");
        await dashboard.Page.GetByRole(AriaRole.Searchbox).FillAsync("BIG-99999");
        await dashboard.SeeAsync("1–1 of 1");
    }
}
