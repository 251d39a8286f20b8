using System.CommandLine;

namespace FakeJira.Commands;

/// <summary>Prints docs/contract.md from the rules as they are declared.</summary>
internal static class ContractCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Option<string>("--output") { Description = "The file to write; the terminal when it is not given.", HelpName = "FILE" };
        var command = new Command("contract", "Prints every operation, rule and switch as Markdown: docs/contract.md.") { file };
        command.SetAction(parsed =>
        {
            var text = ContractDocument.Write(Catalog.Contracts);
            if (parsed.GetValue(file) is { } path)
            {
                Write(path, text);
            }
            else
            {
                output.Write(text);
            }
        });
        return command;
    }

    private static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FakeJiraException($"Cannot write '{path}': {exception.Message}", exception);
        }
    }
}
