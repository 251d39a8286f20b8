using static FakeJira.Tests.Interop.ForeignProgram;

namespace FakeJira.Tests.Interop;

/// <summary>Clients of idea banks in other languages, with the calls that the vendor's page shows.</summary>
[Category("Interop")]
public sealed class IdeaBankClientTests
{
    private const string Token = "abc123:xyz789:ses456";

    private static readonly string[] Outcomes =
    [
        """{"proposalId":"p-abc123","vote":1}""",
        "removed: 204",
        "removed: 204",
        "refused: 404",
        "refused: 401",
        "refused: 400",
        """{"proposalId":"p-abc123","vote":-1}""",
    ];

    [Test]
    public async Task A_client_in_JavaScript_votes()
    {
        SkipUnless((await RunAsync("node", "--version")).Code == 0, "there is no node on this machine");
        await VoteAsync("node", "idea-bank.mjs");
    }

    [Test]
    public async Task A_client_in_Python_votes()
    {
        SkipUnless((await RunAsync(Python, "-c", "import requests")).Code == 0, "there is no python3 with requests on this machine: run .ci/clients");
        await VoteAsync(Python, "idea-bank.py");
    }

    private static async Task VoteAsync(string program, string script)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });

        var (code, output) = await RunAsync(program, RepositoryFiles.At("FakeJira.Tests/Interop/" + script), fake.BaseAddress.ToString(), Token);

        code.ShouldBe(0, output);
        output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(Outcomes);
        fake.IdeaBank.VotesOn("p-abc123").Values.ShouldBe([-1]);
        fake.Requests.Entries.Select(entry => entry.Response.RuleHeader).ShouldBe(["IDEA-VOTE-200", "IDEA-DELETE-204", "IDEA-DELETE-ABSENT-204", "IDEA-PROPOSAL-404", "IDEA-TOKEN-401", "IDEA-VALUE-400", "IDEA-VOTE-200"]);
        fake.Findings.All.ShouldBeEmpty();
    }
}
