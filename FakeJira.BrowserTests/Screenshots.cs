using Microsoft.Playwright;

namespace FakeJira.BrowserTests;

/// <summary>Makes the pictures of the documents: docs/dashboard/screenshots says where they go.</summary>
public sealed class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("FAKEJIRA_SCREENSHOTS");

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Pictures_are_made(ColorScheme scheme)
    {
        if (Folder is null)
        {
            Assert.Ignore("docs/dashboard/screenshots makes them.");
        }

        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", Port = scheme == ColorScheme.Light ? 8377 : 8378 });
        await Scene.PlayAsync(fake);
        await using var dashboard = await Chromium.OpenAsync(fake, scheme: scheme, width: 1360, height: 760);
        await dashboard.SeeAsync("1 fault");
        await Take("requests", "Requests");
        await dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "/rest/api/3/issue/MKY-1/votes" }).First.ClickAsync();
        await dashboard.SeeAsync("Answered by");
        await Take("request");
        await dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "/shop/order", Exact = true }).First.ClickAsync();
        await dashboard.SeeAsync("the nearest mappings");
        await Take("unmatched");
        await Take("issues", "Issues");
        await dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "MKY-1", Exact = true }).ClickAsync();
        await dashboard.SeeAsync("24 votes");
        await Take("issue");
        await Take("polls", "Polls");
        await Take("ideas", "Ideas");
        await Take("switches", "Switches");
        await Take("faults", "Faults");
        await Take("mappings", "Mappings");
        await Take("clock", "Clock");
        await dashboard.Page.SetViewportSizeAsync(430, 760);
        await Take("narrow", "Requests");
        await dashboard.Page.SetViewportSizeAsync(1360, 760);
        await Take("coverage", "Coverage");
        await Take("findings", "Findings");

        async Task Take(string name, string? part = null)
        {
            if (part is not null)
            {
                await dashboard.ShowAsync(part);
                await Assertions.Expect(dashboard.Page.GetByText("Loading…")).ToHaveCountAsync(0);
            }

            await dashboard.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder!, $"{name}-{scheme.ToString().ToLowerInvariant()}.png") });
        }
    }
}
