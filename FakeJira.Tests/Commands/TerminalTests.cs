using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;
using static FakeJira.Tests.Interop.ForeignProgram;

namespace FakeJira.Tests.Commands;

/// <summary>What a person sees, and what a script gets.</summary>
public sealed class TerminalTests
{
    private const char Escape = '\e';

    private static TemporaryFolder Mistaken => new(("a.json", """{ "Request": { "Pth": "/x" }, "Response": { "Callback": "jira.votes.ad" } }"""));

    [Test]
    public async Task Severities_are_coloured_on_a_terminal_and_nowhere_else()
    {
        using var folder = Mistaken;
        var (_, plain, _) = await RunningProgram.RunAsync("check", folder.Path);
        plain.ShouldContain(": error: ");
        plain.ShouldNotContain(Escape);

        SkipUnless((await RunAsync("script", "--version")).Code == 0, "there is no program 'script' on this machine to make a terminal with");
        var (code, seen) = await RunAsync("script", "-qec", $"TERM=xterm dotnet '{typeof(FakeJiraServer).Assembly.Location}' check '{folder.Path}'", "/dev/null");
        code.ShouldBe(1);
        seen.ShouldContain($"{Escape}[");
        seen.ShouldContain("error");
    }

    [Test]
    public async Task Problems_are_JSON_where_a_script_wants_it()
    {
        using var folder = Mistaken;

        var (code, output, _) = await RunningProgram.RunAsync("check", folder.Path, "--json");

        code.ShouldBe(1);
        var problems = (JArray)JObject.Parse(output)["problems"]!;
        problems.Select(problem => ((string?)problem["severity"], (string?)problem["path"], (int)problem["line"]!)).ShouldBe([("warning", "Request.Pth", 1), ("error", "Response.Callback", 1)], ignoreOrder: true);
        problems.ShouldAllBe(problem => (string?)problem["file"] == Path.Combine(folder.Path, "a.json"));
    }

    [Test]
    public async Task Operations_are_JSON_where_a_script_wants_it()
    {
        var (code, output, _) = await RunningProgram.RunAsync("routes", "--json");

        code.ShouldBe(0);
        var added = (JObject)JArray.Parse(output).First(operation => (string?)operation["name"] == "jira.votes.add");
        added.ToString(Newtonsoft.Json.Formatting.None).ShouldBe("""{"method":"POST","path":"/rest/api/{version:3|2|latest}/issue/{issueIdOrKey}/votes","name":"jira.votes.add","summary":"Casts the caller's vote for an issue."}""");
    }
}
