using System.Text.RegularExpressions;
using FakeJira.Control.Dashboard;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Control.Dashboard;

/// <summary>The page and its files as a browser gets them.</summary>
public sealed partial class DashboardFileTests
{
    private const string Folder = "FakeJira/Control/Dashboard/files";
    private static readonly (string, string) Browser = ("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");

    private static IEnumerable<string> Scripts => DashboardFiles.Names.Where(name => name.EndsWith(".js", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    [Test]
    public async Task A_browser_gets_the_page_and_everybody_else_the_list([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        var page = await Answer.Of(client, "GET", "__fakejira/", null, Browser);

        page.Body.ShouldBe(RepositoryFiles.Read(Folder + "/index.html"));
        JObject.Parse((await Answer.Of(client, "GET", "__fakejira/")).Body).ContainsKey("/__fakejira/ready").ShouldBeTrue();
        fake.Requests.Entries.ShouldBeEmpty();
    }

    [TestCase("", "/__fakejira/")]
    [TestCase("__sites/team-a/", "/__sites/team-a/__fakejira/")]
    public async Task Links_of_the_page_are_relative_so_a_browser_is_led_to_the_slash(string prefix, string location)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Sites.Create("team-a");
        using var request = new HttpRequestMessage(HttpMethod.Get, prefix + "__fakejira");
        request.Headers.TryAddWithoutValidation(Browser.Item1, Browser.Item2);

        using var answer = await fake.CreateClient().SendAsync(request);

        ((int)answer.StatusCode, answer.Headers.Location!.OriginalString).ShouldBe((302, location));
    }

    [Test]
    public async Task A_file_that_is_still_the_same_is_not_sent_again([Values("dashboard/app.js", "dashboard/panels/issues.js", "dashboard/base.css", "dashboard/mark.svg")] string path)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.CreateClient();

        using var first = await client.GetAsync(new Uri("__fakejira/" + path, UriKind.Relative));

        first.EnsureSuccessStatusCode();
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        var again = await Answer.Of(client, "GET", "__fakejira/" + path, null, ("If-None-Match", first.Headers.ETag!.ToString()));
        again.ShouldBe(new(304, "", ""));
        (await Answer.Of(client, "GET", "__fakejira/" + path, null, ("If-None-Match", "\"old\""))).Status.ShouldBe(200);
    }

    [Test]
    public async Task Nothing_is_loaded_from_outside_and_nothing_becomes_markup()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "__fakejira/");
        request.Headers.TryAddWithoutValidation(Browser.Item1, Browser.Item2);

        using var answer = await fake.CreateClient().SendAsync(request);

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldBe("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'");
        foreach (var name in DashboardFiles.Names)
        {
            var text = RepositoryFiles.Read($"{Folder}/{name}");
            Foreign().Matches(text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal)).ShouldBeEmpty(name);
            Markup().Matches(text).ShouldBeEmpty(name);
        }
    }

    [Test]
    public void Every_module_is_announced_by_the_page_so_that_all_are_loaded_at_once()
    {
        var page = RepositoryFiles.Read(Folder + "/index.html");

        Scripts.Where(name => name != "app.js" && !page.Contains($"<link rel=\"modulepreload\" href=\"dashboard/{name}\">", StringComparison.Ordinal)).ShouldBeEmpty();
        Preloaded().Matches(page).Select(match => match.Groups[1].Value).Where(name => !DashboardFiles.Names.Contains(name)).ShouldBeEmpty();
    }

    [Test]
    public void Every_module_is_short_and_says_what_it_is_for() =>
        Scripts.Select(name => (name, Text: RepositoryFiles.Read($"{Folder}/{name}"))).Where(file => file.Text.Count(letter => letter == '\n') > 200 || !file.Text.StartsWith("// ", StringComparison.Ordinal)).Select(file => file.name).ShouldBeEmpty();

    [TestCase("light")]
    [TestCase("dark")]
    public void Texts_stand_out_from_what_is_behind_them(string theme)
    {
        var css = RepositoryFiles.Read(Folder + "/base.css");
        var start = theme == "light" ? 0 : css.IndexOf(":root[data-theme='dark'] {", StringComparison.Ordinal);
        var colours = Colour().Matches(css[start..css.IndexOf('}', start)]).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        (string Text, string Behind)[] pairs = [("ink", "ground"), ("ink", "surface"), ("ink", "sunk"), ("dim", "ground"), ("dim", "surface"), ("dim", "sunk"), ("accent", "surface"), ("accent", "accent-soft"), ("on-accent", "accent"), ("good", "good-soft"), ("good", "surface"), ("warn", "warn-soft"), ("warn", "surface"), ("bad", "bad-soft"), ("bad", "surface")];
        pairs.Where(pair => Contrast(colours[pair.Text], colours[pair.Behind]) < 4.5).ShouldBeEmpty();
    }

    [Test]
    public async Task The_files_need_no_control_key_and_show_nothing_of_a_site_but_the_host_is_checked()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { ControlKey = "k-1" });
        using var client = fake.CreateClient();

        (await Answer.Of(client, "GET", "__fakejira/", null, Browser)).Status.ShouldBe(200);
        (await Answer.Of(client, "GET", "__fakejira/dashboard/app.js")).Status.ShouldBe(200);
        (await Answer.Of(client, "GET", "__fakejira/dashboard/app.js", null, ("Host", "evil.example"))).Status.ShouldBe(403);
        (await Answer.Of(client, "GET", "__fakejira/dashboard/app.js", null, ("Origin", "https://evil.example"))).Status.ShouldBe(403);
        (await Answer.Of(client, "GET", "__fakejira/sites")).Status.ShouldBe(401);
        (await Answer.Of(client, "GET", "__fakejira/sites/default/events")).Status.ShouldBe(401);
    }

    [TestCase("app.jss", "The dashboard has no file 'app.jss'; did you mean 'app.js'?")]
    [TestCase("panels%2f..%2fapp.js", "The dashboard has no file")]
    public async Task A_file_that_is_not_there_is_404(string name, string message)
    {
        await using var fake = await FakeJiraServer.StartAsync();

        var answer = await Answer.Of(fake.Client(Door.Handler), "GET", "__fakejira/dashboard/" + name);

        answer.Status.ShouldBe(404);
        answer.Body.ShouldContain(message);
    }

    private static double Contrast(string one, string other)
    {
        double[] lights = [.. new[] { Light(one), Light(other) }.OrderDescending()];
        return (lights[0] + 0.05) / (lights[1] + 0.05);
    }

    /// <summary>Relative luminance, as the Web Content Accessibility Guidelines define it.</summary>
    private static double Light(string colour)
    {
        var parts = Enumerable.Range(0, 3).Select(i => Convert.ToInt32(colour.Substring(1 + (2 * i), 2), 16) / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    [GeneratedRegex(@"https?://|@import|url\(")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|DOMParser|setAttribute\('style|style=""")]
    private static partial Regex Markup();

    [GeneratedRegex(@"modulepreload"" href=""dashboard/([^""]+)""")]
    private static partial Regex Preloaded();

    [GeneratedRegex(@"--([\w-]+): (#[0-9a-f]{6});")]
    private static partial Regex Colour();
}
