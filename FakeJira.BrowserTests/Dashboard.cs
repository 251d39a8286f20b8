using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace FakeJira.BrowserTests;

/// <summary>A dashboard that somebody looks at. What goes wrong in the page makes the test fail when it is disposed.</summary>
internal sealed class Dashboard : IAsyncDisposable
{
    /// <summary>A browser has one clipboard for all its contexts: who copies waits until what was copied before has been read.</summary>
    private static readonly SemaphoreSlim Clipboard = new(1);

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _failures = [];

    public Dashboard(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _failures.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _failures.Enqueue(message.Text);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>What went wrong in the page: exceptions, and what the content policy refused.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Goes to a part by its link.</summary>
    public async Task ShowAsync(string part)
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = "Parts of the site" }).GetByRole(AriaRole.Link, new() { Name = part, Exact = true }).ClickAsync();
        await See(Page.GetByRole(AriaRole.Heading, new() { Name = part, Exact = true, Level = 1 }));
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public Task PressAsync(string button) => Button(button).ClickAsync();

    /// <summary>Presses a button that copies something, waits for the notice of it, and gives what was copied.</summary>
    public async Task<string> CopyAsync(string button, string notice)
    {
        await Clipboard.WaitAsync();
        try
        {
            await PressAsync(button);
            await SeeAsync(notice);
            return await Page.EvaluateAsync<string>("() => navigator.clipboard.readText()");
        }
        finally
        {
            Clipboard.Release();
        }
    }

    /// <summary>Waits until a text is to be seen.</summary>
    public Task SeeAsync(string text) => See(Page.GetByText(text).First);

    public static Task See(ILocator locator) => Assertions.Expect(locator).ToBeVisibleAsync();

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        _failures.ShouldBeEmpty();
    }
}
