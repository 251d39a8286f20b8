using FakeJira.Commands;

namespace FakeJira.Tests.Commands;

/// <summary>The commands that print and end.</summary>
public sealed class CommandTests
{
    [Test]
    public async Task Routes_lists_every_operation_by_name()
    {
        var (exitCode, output, errors) = await Run("routes");

        (exitCode, errors).ShouldBe((0, ""));
        output.Split('\n').ShouldContain(line => line.StartsWith("POST ", StringComparison.Ordinal) && line.EndsWith("jira.votes.add", StringComparison.Ordinal));
        output.TrimEnd().Split('\n').Length.ShouldBe(Catalog.Contracts.Sum(contract => contract.Operations.Count));
    }

    [Test]
    public async Task Seed_prints_a_document_that_is_a_seed_again()
    {
        var file = Path.GetTempFileName();
        var (_, printed, _) = await Run("seed");
        await File.WriteAllTextAsync(file, printed);

        (await Run("seed", file)).ShouldBe((0, printed, ""));
        File.Delete(file);
    }

    [Test]
    public async Task Seed_names_every_mistake()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"jira": {"users": [{"acountId": "a"}]}, "pols": {}}""");

        var (exitCode, output, errors) = await Run("seed", file);

        (exitCode, output).ShouldBe((2, ""));
        errors.ShouldContain("Unknown member 'acountId'; did you mean 'accountId'?");
        errors.ShouldContain("Unknown member 'pols'; did you mean 'polls'?");
        File.Delete(file);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await CommandLine.RunAsync(args, output, errors);
        return (exitCode, output.ToString().ReplaceLineEndings("\n"), errors.ToString().ReplaceLineEndings("\n"));
    }
}
