using FakeJira.Commands;
using FakeJira.Stubs;
using FakeJira.Tests.Stubs.Mappings;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Commands;

/// <summary>What servers leave as they end, added up and printed.</summary>
public sealed class CoverageCommandTests
{
    [Test]
    public async Task The_servers_of_a_test_run_leave_a_file_each_and_are_added_up()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "made", "for it");
        var first = await Served(path, "jira");
        var second = await Served(path, "jira");

        Directory.GetFiles(path).Length.ShouldBe(2);
        Run(path).ShouldBe((0, first.Merge(second) + "\n", ""));
        JObject.Parse(Run(path, "--json", "--of", "jira.votes.get").Output).ToString().ShouldBe(JObject.Parse($$"""
            {
              "shown": 2, "of": {{first.Of("jira.votes.get").Rules.Count}}, "percent": {{Json(first.Of("jira.votes.get").Percent)}},
              "contracts": { "jira": {
                "shown": 2, "of": {{first.Of("jira.votes.get").Rules.Count}}, "percent": {{Json(first.Of("jira.votes.get").Percent)}},
                "operations": { "jira.votes.get": {
                  "shown": 2, "of": {{first.Of("jira.votes.get").Rules.Count}}, "percent": {{Json(first.Of("jira.votes.get").Percent)}},
                  "rules": { {{string.Join(", ", first.Of("jira.votes.get").Rules.Select(rule => $"\"{rule.Rule.Id}\": {rule.Count * 2}"))}} } } } } }
            }
            """).ToString());
    }

    [Test]
    public async Task What_the_control_API_answers_can_be_added_too()
    {
        using var folder = new TemporaryFolder();
        var left = await Served(folder.Path, "polls");
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);
        await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes");
        var file = Path.Combine(folder.Path, "told.txt");
        await File.WriteAllTextAsync(file, (await Answer.Of(client, "GET", "__fakejira/coverage")).Body);

        Run(folder.Path, file).ShouldBe((0, new Coverage(fake.Coverage.Rules).Merge(left) + "\n", ""));
    }

    [Test]
    public async Task Too_little_is_exit_code_1_and_one_line()
    {
        using var folder = new TemporaryFolder();
        var left = await Served(folder.Path, "jira");
        var add = left.Of("jira.votes.add").Rules;

        Run(folder.Path, "--threshold", "0.01").Code.ShouldBe(0);
        Run(folder.Path, "--threshold", "100%").Code.ShouldBe(1);
        var (code, output, errors) = Run(folder.Path, "--of", "jira.votes.add", "--threshold", "12.5");
        (code, output).ShouldBe((1, left.Of("jira.votes.add") + "\n"));
        errors.ShouldBe($"Coverage is 0 %, less than 12.5 %: {add.Count} of {add.Count} answers were never shown, {add[0]}, {add[1]}, {add[2]} ….\n");
        Run(folder.Path, "--of", "jira.votes", "--of", "jira.votes.get").Output.ShouldStartWith($"Contract coverage: 2 of {left.Of("jira.votes").Rules.Count} answers shown");
    }

    [TestCase("{", "(1,1): error: Not valid JSON")]
    [TestCase("[]", "(1,1): error: Expected a coverage document: an object with the member \"contracts\", found an array.")]
    [TestCase("""{"contracts": {"jira": {"operations": {"jira.votes.get": {"rules": {"JIRA-VOTES-GET-200": -1}}}}}}""", "(1,91): error: Expected a whole number of 0 or more, found -1.")]
    public void A_broken_file_is_one_line_and_exit_code_2(string text, string message)
    {
        using var folder = new TemporaryFolder(("coverage-1-1.json", text));

        var (code, output, errors) = Run(folder.Path);

        (code, output, errors.Count(letter => letter == '\n')).ShouldBe((2, "", 1));
        errors.ShouldStartWith(Path.Combine(folder.Path, "coverage-1-1.json") + message);
    }

    [TestCase("There is no file or folder '/no/such'; servers write their coverage to the folder that FAKEJIRA_COVERAGE names.\n", "/no/such")]
    [TestCase("--threshold takes a percentage from 0 to 100, not '101'.\n", "/no/such", "--threshold", "101")]
    [TestCase("Required argument 'files' missing for command: 'coverage'.\n")]
    public void A_mistake_in_the_call_is_one_line_and_exit_code_2(string message, params string[] arguments) => Run(arguments).ShouldBe((2, "", message));

    [Test]
    public void A_folder_without_coverage_is_exit_code_2()
    {
        using var folder = new TemporaryFolder();

        Run(folder.Path).ShouldBe((2, "", $"There is no coverage in '{folder.Path}': a server writes its file, coverage-*.json, as it ends.\n"));
    }

    [Test]
    public void Counts_of_another_version_are_left_out_and_told()
    {
        using var folder = new TemporaryFolder(("a.json", """{"contracts": {"polls": {"operations": {"polls.list": {"rules": {"POLLS-LIST-299": 1, "POLLS-LIST-200": 1}}}}}}"""));

        var (code, output, errors) = Run(folder.Path, "--of", "polls.list");

        (code, errors).ShouldBe((0, Path.Combine(folder.Path, "a.json") + ": of another version; 1 of its counts are left out, polls.list POLLS-LIST-299 first.\n"));
        output.ShouldStartWith("Contract coverage: 1 of ");
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_fails_nothing()
    {
        using var folder = new TemporaryFolder(("taken", ""));

        await Served(Path.Combine(folder.Path, "taken"), "jira");

        Directory.GetFileSystemEntries(folder.Path).ShouldBe([Path.Combine(folder.Path, "taken")]);
    }

    [Test]
    public async Task The_environment_names_the_folder_of_every_server_of_a_process()
    {
        using var folder = new TemporaryFolder();
        using (var program = await RunningProgram.StartAsync(new Dictionary<string, string> { ["FAKEJIRA_COVERAGE"] = folder.Path }))
        {
            using var client = new HttpClient { BaseAddress = program.Address };
            await Answer.Of(client, "GET", "rest/api/3/issue/MKY-1/votes");
            (await program.InterruptAsync()).ExitCode.ShouldBe(0);
        }

        Directory.GetFiles(folder.Path).Length.ShouldBe(1);
        Run(folder.Path, "--of", "jira.votes.get").Output.ShouldContain("         1  JIRA-VOTES-GET-NO-VOTERS-200");
    }

    /// <summary>A server that has answered one request, and what it counted.</summary>
    private static async Task<Coverage> Served(string folder, string contract)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [contract], CoverageFolder = folder });
        await Answer.Of(fake.Client(Door.Handler), "GET", "rest/api/3/issue/MKY-1/votes");
        return fake.Coverage;
    }

    private static string Json(double percent) => Math.Round(percent, 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = CommandLine.RunAsync(["coverage", .. arguments], output, errors).GetAwaiter().GetResult();
        return (code, output.ToString().ReplaceLineEndings("\n"), errors.ToString());
    }
}
