using FakeJira.Stubs;
using static FakeJira.Tests.Interop.ForeignProgram;

namespace FakeJira.Tests.Interop;

/// <summary>Clients that people use, unchanged, walk through connect, create, search, vote, read, withdraw and delete.</summary>
[Category("Interop")]
public sealed class InteropTests
{
    private static readonly string[] ParametersOfServer = ["includeActive", "includeInactive"];

    [TestCase("jira-js-6.mjs", TestName = "jira.js 6 with strict schemas")]
    [TestCase("jira-js-5.mjs", TestName = "jira.js 5 on versions 2 and 3")]
    [TestCase("jira-client.mjs", TestName = "jira-client")]
    public async Task A_client_for_node_walks_through_a_vote(string script)
    {
        SkipUnless(Directory.Exists(RepositoryFiles.At("FakeJira.Tests/Interop/node_modules")), "its packages are not installed: run .ci/clients");
        SkipUnless((await RunAsync("node", "--version")).Code == 0, "there is no node on this machine");
        await WalkAsync("node", script);
    }

    [TestCase("python-jira.py", TestName = "python-jira")]
    [TestCase("python-jira-around.py", TestName = "python-jira around votes: people, roles, comments, changes, pages, both formats of text")]
    public async Task A_client_for_Python_walks_through_a_vote(string script)
    {
        SkipUnless((await RunAsync(Python, "-c", "import jira")).Code == 0, "there is no python3-jira on this machine: run .ci/clients");
        await WalkAsync(Python, script);
    }

    private static async Task WalkAsync(string program, string script)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var ada = fake.Jira.AddUser("Ada Admin", isAdmin: true);

        var (code, output) = await RunAsync(program, RepositoryFiles.At("FakeJira.Tests/Interop/" + script), fake.BaseAddress.ToString().TrimEnd('/'), ada.Email, ada.ApiToken, ada.AccountId);

        code.ShouldBe(0, $"{output}{Environment.NewLine}{fake.Requests}");
        var rules = fake.Requests.Entries.Select(entry => entry.Response.Rules[0].Id).ToHashSet();
        rules.Overlaps(["JIRA-SEARCH-200", "JIRA-LEGACY-SEARCH-200"]).ShouldBeTrue(fake.Requests.ToString());
        rules.IsSupersetOf(["JIRA-ISSUE-CREATE-201", "JIRA-VOTES-ADD-204", "JIRA-VOTES-GET-200", "JIRA-VOTES-DELETE-204", "JIRA-ISSUE-DELETE-204"]).ShouldBeTrue(fake.Requests.ToString());
        rules.Overlaps(["JIRA-NOT-SIMULATED-404", "JIRA-NO-ENDPOINT-404", "JIRA-METHOD-405"]).ShouldBeFalse(fake.Requests.ToString());
        fake.Jira.World.Issues.ShouldBeEmpty();

        // What they send is documented. That some list projects and search in ways that the vendor has deprecated is true of them, and that one asks for users as it asks Jira Server.
        fake.Findings.Warnings.Where(warning => warning.Kind != FindingKind.DeprecatedOperation && !ParametersOfServer.Any(name => warning.Message.Contains($"'{name}'", StringComparison.Ordinal))).ShouldBeEmpty(fake.Findings.ToString());
    }
}
