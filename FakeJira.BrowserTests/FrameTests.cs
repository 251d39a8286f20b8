using Microsoft.Playwright;

namespace FakeJira.BrowserTests;

/// <summary>The frame: never blank, protected as the control API is, for keyboards, screen readers and both themes.</summary>
public sealed class FrameTests
{
    private static readonly string[] Parts = ["Requests", "Issues", "Polls", "Ideas", "Switches", "Faults", "Mappings", "Clock", "Coverage", "Findings"];

    [Test]
    public async Task The_control_key_is_asked_for_and_sent()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { ControlKey = "k-1", Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake, wait: "");

        await dashboard.SeeAsync("The header X-FakeJira-Key with the control key is missing or wrong.");
        await dashboard.Page.GetByLabel("The key that the server was started with").FillAsync("k-2");
        await dashboard.PressAsync("Use this key");
        await dashboard.Page.GetByLabel("The key that the server was started with").FillAsync("k-1");
        await dashboard.PressAsync("Use this key");

        await Assertions.Expect(dashboard.Page.Locator("#connection")).ToHaveTextAsync("live");
        await dashboard.ShowAsync("Issues");
        await dashboard.SeeAsync("Bananas ripen too fast");
    }

    [Test]
    public async Task A_server_that_has_gone_and_a_site_that_is_not_there_are_told()
    {
        var fake = await FakeJiraServer.StartAsync();
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/nowhere/issues", wait: "no connection");
        await Dashboard.See(dashboard.Page.GetByRole(AriaRole.Alert).GetByText("There is no site 'nowhere'.").First);
        await dashboard.Page.GetByLabel("Site", new() { Exact = true }).SelectOptionAsync("default");
        await dashboard.SeeAsync("No issues.");

        await fake.DisposeAsync();

        await Assertions.Expect(dashboard.Page.Locator("#connection")).ToHaveTextAsync("no connection");
        await dashboard.ShowAsync("Polls");
        await dashboard.SeeAsync("The server does not answer");
    }

    [Test]
    public async Task Everything_is_reached_by_keyboard()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await fake.CreateClient().GetAsync(new Uri("first", UriKind.Relative));
        await fake.CreateClient().GetAsync(new Uri("second", UriKind.Relative));
        await using var dashboard = await Chromium.OpenAsync(fake);
        await dashboard.SeeAsync("2 requests");
        var keyboard = dashboard.Page.Keyboard;

        await keyboard.PressAsync("/");
        (await FocusedAsync()).ShouldBe("Filter requests by method, path, caller, status, rule or stub");
        await dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "/second" }).FocusAsync();
        await keyboard.PressAsync("ArrowDown");
        (await FocusedAsync()).ShouldBe("/first");
        await keyboard.PressAsync("Enter");
        await dashboard.SeeAsync("Nothing matched");
        await keyboard.PressAsync("Escape");
        await Assertions.Expect(dashboard.Page.GetByRole(AriaRole.Complementary)).ToHaveCountAsync(0);

        Task<string> FocusedAsync() => dashboard.Page.EvaluateAsync<string>("() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent");
    }

    [Test]
    public async Task Every_part_has_a_heading_and_names_for_all_that_can_be_used()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await Scene.PlayAsync(fake);
        await using var dashboard = await Chromium.OpenAsync(fake);

        foreach (var part in Parts)
        {
            await dashboard.ShowAsync(part);
            await Assertions.Expect(dashboard.Page.GetByText("Loading…")).ToHaveCountAsync(0);
            var nameless = await dashboard.Page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('button, a, input, select, textarea, table, aside, nav')].filter(each => {
                  const label = each.getAttribute('aria-label') || each.labels?.[0]?.textContent || each.querySelector('caption')?.textContent || (each.matches('button, a') && each.textContent) || each.getAttribute('aria-labelledby');
                  return !label || !label.trim();
                }).map(each => each.outerHTML.slice(0, 200))
                """);
            nameless.ShouldBeEmpty(part);
            (await dashboard.Page.EvaluateAsync<int>("() => document.querySelectorAll('h1').length")).ShouldBe(1, part);
            (await dashboard.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(part);
        }
    }

    [Test]
    public async Task What_is_pressed_stays_under_the_hand_while_the_list_changes()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/issues");
        var link = dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "MKY-2", Exact = true });
        await link.HoverAsync();

        await dashboard.Page.Mouse.DownAsync();
        var answered = dashboard.Page.WaitForResponseAsync(response => response.Url.Contains("/jira/issues", StringComparison.Ordinal));
        fake.Jira.AddIssue("MKY-4", summary: "Came meanwhile");
        await answered;
        await dashboard.Page.Mouse.UpAsync();

        await dashboard.SeeAsync("Peel opens from the wrong end");
        await dashboard.SeeAsync("Came meanwhile");
        await Dashboard.See(dashboard.Page.GetByRole(AriaRole.Heading, new() { Name = "MKY-2" }));
    }

    [Test]
    public async Task The_theme_is_the_systems_until_somebody_chooses()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using var dashboard = await Chromium.OpenAsync(fake, scheme: ColorScheme.Dark);
        (await Background()).ShouldBe("rgb(18, 20, 23)");

        await dashboard.PressAsync("Theme: auto");
        (await Background()).ShouldBe("rgb(247, 247, 245)");
        await dashboard.Page.ReloadAsync();

        await Dashboard.See(dashboard.Button("Theme: light"));
        (await Background()).ShouldBe("rgb(247, 247, 245)");

        Task<string> Background() => dashboard.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
    }

    [Test]
    public async Task The_first_paint_is_measured()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake);
        var paints = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            await dashboard.Page.ReloadAsync();
            await dashboard.SeeAsync("none yet");
            paints.Add(await dashboard.Page.EvaluateAsync<double>("() => new Promise(resolve => new PerformanceObserver(list => resolve(list.getEntriesByName('first-contentful-paint')[0].startTime)).observe({ type: 'paint', buffered: true }))"));
        }

        // Said, not asserted: it is the machine's affair.
        await TestContext.Out.WriteLineAsync($"First contentful paint: {string.Join(", ", paints.Select(paint => $"{paint:0}"))} ms");
        paints.ShouldAllBe(paint => paint > 0);
    }

    [Test]
    public async Task Nobody_looks_and_nothing_is_asked()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using (var dashboard = await Chromium.OpenAsync(fake))
        {
            await dashboard.Page.EvaluateAsync("() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }");
            await Assertions.Expect(dashboard.Page.Locator("#connection")).ToHaveTextAsync("paused");
            await fake.CreateClient().GetAsync(new Uri("meanwhile", UriKind.Relative));
            await dashboard.Page.EvaluateAsync("() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')); }");
            await dashboard.SeeAsync("/meanwhile");
        }
    }
}
