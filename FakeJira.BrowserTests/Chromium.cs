using Microsoft.Playwright;

namespace FakeJira.BrowserTests;

/// <summary>The browser that is on the machine; without one the tests are skipped and say so.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    /// <summary>Milliseconds until something that does not come is given up: long, as a busy machine must not make a test fail.</summary>
    private const float Patience = 60_000;

    /// <summary>It is used for pages of this machine alone, and asks nobody else for anything.</summary>
    private static readonly string[] Arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> Started = new(StartAsync);

    /// <summary>Opens the dashboard of a server in a context of its own.</summary>
    public static async Task<Dashboard> OpenAsync(FakeJiraServer fake, string path = "__fakejira/", ColorScheme scheme = ColorScheme.Light, int width = 1440, int height = 900, string wait = "live")
    {
        if (Executable() is null)
        {
            Assert.Ignore($"There is no browser on this machine (looked for {string.Join(", ", Places)} and FAKEJIRA_CHROMIUM); install Debian's chromium to run these tests.");
        }

        var (_, browser) = await Started.Value;
        var context = await browser.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = height }, AcceptDownloads = true, Permissions = ["clipboard-read", "clipboard-write"] });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        var dashboard = new Dashboard(context, page);
        await page.GotoAsync(new Uri(fake.BaseAddress, path).ToString());
        if (wait.Length > 0)
        {
            await Assertions.Expect(page.Locator("#connection")).ToHaveTextAsync(wait);
        }

        return dashboard;
    }

    public static async Task CloseAsync()
    {
        if (Started.IsValueCreated)
        {
            var (playwright, browser) = await Started.Value;
            await browser.CloseAsync();
            playwright.Dispose();
        }
    }

    private static string? Executable() => Environment.GetEnvironmentVariable("FAKEJIRA_CHROMIUM") is { Length: > 0 } said ? said : Places.FirstOrDefault(File.Exists);

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable(), Args = Arguments }));
    }
}
