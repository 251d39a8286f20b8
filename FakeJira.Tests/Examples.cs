using System.Text.RegularExpressions;
using FakeJira.Stubs;

namespace FakeJira.Tests;

/// <summary>The C# of README.md, compiled and run; a test compares the two texts.</summary>
public sealed partial class Examples
{
    // example: a-button
    [Test]
    public async Task The_button_shows_one_vote_after_two_clicks()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        var issue = fake.Jira.AddIssue("MKY-1");
        var button = new VoteButton(fake.CreateClient(mia));      // the code under test

        await button.ClickAsync(issue.Key);
        await button.ClickAsync(issue.Key);

        fake.Jira.VotersOf("MKY-1").ShouldBe([mia]);
    }
    // end

    [Test]
    public async Task Every_door_opens()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");

        // example: doors
        fake.Jira.VotingEnabled = false;                          // every votes operation is now 404
        fake.Settings["removeMissingVote"] = "204";               // one switch; docs/contract.md lists them
        fake.Settings.UseProfile("observed");                     // as the live service, where it differs from the vendor's page
        fake.Jira.Grant("MKY", "VIEW_VOTERS_AND_WATCHERS", mia);  // nobody else sees who has voted
        fake.Clock.Freeze();                                      // time is the test's
        fake.Stubs.Add("GET", "/health", _ => new StubResponse()); // an answer of your own
        var handler = fake.CreateHandler(mia);                    // the same server without a socket
        Console.WriteLine(fake.Requests);                         // what was asked and answered, by which rule
        fake.Reset();                                             // back to the start
        // end

        handler.Dispose();
        fake.Jira.World.Issues.ShouldBeEmpty();
    }

    [Test]
    public void The_examples_of_the_readme_are_these()
    {
        var readme = Blocks("README.md");

        readme.ShouldNotBeEmpty();
        readme.ShouldBe(Blocks("FakeJira.Tests/Examples.cs"));
    }

    private static List<(string Name, string Text)> Blocks(string file) =>
        [.. Block().Matches(RepositoryFiles.Read(file)).Select(match => (match.Groups["name"].Value, Undented(match.Groups["text"].Value)))];

    private static string Undented(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > 0 ? line[indent..] : line));
    }

    [GeneratedRegex(@"^ *(//|<!--) example: (?<name>\S+).*\n(```csharp\n)?(?<text>[\s\S]*?)^ *(// end|```)", RegexOptions.Multiline)]
    private static partial Regex Block();

    private sealed class VoteButton(HttpClient client)
    {
        public async Task ClickAsync(string key)
        {
            using var response = await client.PostAsync(new Uri($"rest/api/3/issue/{key}/votes", UriKind.Relative), null);
            response.EnsureSuccessStatusCode();
        }
    }
}
