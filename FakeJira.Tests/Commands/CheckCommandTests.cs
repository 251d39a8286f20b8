using FakeJira.Commands;
using FakeJira.Tests.Stubs.Mappings;

namespace FakeJira.Tests.Commands;

public class CheckCommandTests
{
    [Test]
    public void A_folder_without_mistakes_is_0()
    {
        using var folder = new TemporaryFolder(("a.json", TemporaryFolder.Answering("/x", "y")));

        Run(folder.Path).ShouldBe((0, "1 mapping, 0 errors, 0 warnings.\n"));
        Run(folder.Path, "--strict").Code.ShouldBe(0);
    }

    [Test]
    public void An_error_is_1_and_printed_with_its_place()
    {
        using var folder = new TemporaryFolder(("a.json", "{\n  \"Request\": { \"Path\": \"/x\" },\n  \"Response\": { \"Callback\": \"jira.votes.ad\" }\n}"));

        var (code, output) = Run(folder.Path);

        code.ShouldBe(1);
        output.ShouldStartWith(Path.Combine(folder.Path, "a.json") + "(3,");
        output.ShouldContain("did you mean 'jira.votes.add'?");
        output.ShouldEndWith("0 mappings, 1 error, 0 warnings.\n");
    }

    [Test]
    public void That_there_may_be_more_mistakes_is_told_after_those_that_are_told()
    {
        using var folder = new TemporaryFolder(("a.json", "[" + string.Join(",\n", Enumerable.Repeat("1", 101)) + "]"));

        var (code, output) = Run(folder.Path);

        code.ShouldBe(1);
        output.Split('\n')[^4..].ShouldBe(
        [
            Path.Combine(folder.Path, "a.json") + "(100,1): error: Expected a mapping: an object with Request and Response, found 1. [[99]]",
            Path.Combine(folder.Path, "a.json") + ": error: There may be more errors; mend those that are told first.",
            "0 mappings, 101 errors, 0 warnings.",
            "",
        ]);
    }

    [Test]
    public void A_warning_is_1_only_when_it_is_strict()
    {
        using var folder = new TemporaryFolder(("a.json", TemporaryFolder.Answering("/rest/*", "y")));

        Run(folder.Path).Code.ShouldBe(0);
        Run(folder.Path, "--strict").Code.ShouldBe(1);
    }

    [Test]
    public void A_folder_that_is_not_there_is_2() => Run("/no/such/folder").ShouldBe((2, "There is no mapping folder '/no/such/folder'.\n"));

    private static (int Code, string Output) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var code = CommandLine.RunAsync(["check", .. arguments], output, output).GetAwaiter().GetResult();
        return (code, output.ToString());
    }
}
