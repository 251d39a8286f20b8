using System.Diagnostics;

namespace FakeJira.Tests.Interop;

/// <summary>Clients that people use, unchanged, walk through connect, create, search, vote, read, withdraw and delete.</summary>
[Category("Interop")]
public sealed class InteropTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [TestCase("jira-js-6.mjs", TestName = "jira.js 6 with strict schemas")]
    [TestCase("jira-js-5.mjs", TestName = "jira.js 5 on versions 2 and 3")]
    [TestCase("jira-client.mjs", TestName = "jira-client")]
    public async Task A_client_for_node_walks_through_a_vote(string script)
    {
        SkipUnless(Directory.Exists(RepositoryFiles.At("FakeJira.Tests/Interop/node_modules")), "its packages are not installed: run .ci/clients");
        SkipUnless((await RunAsync("node", "--version")).Code == 0, "there is no node on this machine");
        await WalkAsync("node", script);
    }

    [Test]
    public async Task A_client_for_Python_walks_through_a_vote()
    {
        var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
        SkipUnless((await RunAsync(python, "-c", "import jira")).Code == 0, "there is no python3-jira on this machine: run .ci/clients");
        await WalkAsync(python, "python-jira.py");
    }

    private static async Task WalkAsync(string program, string script)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var ada = fake.Jira.AddUser("Ada Admin", isAdmin: true);

        var (code, output) = await RunAsync(program, RepositoryFiles.At("FakeJira.Tests/Interop/" + script), fake.BaseAddress.ToString().TrimEnd('/'), ada.Email, ada.ApiToken, ada.AccountId);

        code.ShouldBe(0, $"{output}{Environment.NewLine}{fake.Requests}");
        var rules = fake.Requests.Entries.Select(entry => entry.Response.Rules[0].Id).ToHashSet();
        rules.IsSupersetOf(["JIRA-ISSUE-CREATE-201", "JIRA-VOTES-ADD-204", "JIRA-VOTES-GET-200", "JIRA-VOTES-DELETE-204", "JIRA-ISSUE-DELETE-204"]).ShouldBeTrue(fake.Requests.ToString());
        rules.Overlaps(["JIRA-NOT-SIMULATED-404", "JIRA-NO-ENDPOINT-404", "JIRA-METHOD-405"]).ShouldBeFalse(fake.Requests.ToString());
        fake.Jira.World.Issues.ShouldBeEmpty();
    }

    private static void SkipUnless(bool condition, string reason)
    {
        if (!condition)
        {
            Assert.Ignore(reason);
        }
    }

    /// <summary>The exit code, -1 where the program is not there, and everything that was printed.</summary>
    private static async Task<(int Code, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["AUDIT_SCHEMAS"] = "true" } };
        try
        {
            using var process = Process.Start(start)!;
            using var patience = new CancellationTokenSource(Patience);
            using var kill = patience.Token.Register(() => process.Kill(entireProcessTree: true));
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync(CancellationToken.None);
            return (process.ExitCode, await output + await error);
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return (-1, missing.Message);
        }
    }
}
