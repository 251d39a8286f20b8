using System.CommandLine;

namespace FakeJira.Commands;

/// <summary>Lists every operation: method, path and the name that mapping files call it by.</summary>
internal static class RoutesCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("routes", "Lists every operation: its method, path and name.");
        command.SetAction(_ =>
        {
            var operations = Catalog.Contracts.SelectMany(contract => contract.Operations).ToList();
            var width = operations.Max(operation => operation.Path.Length);
            foreach (var operation in operations)
            {
                output.WriteLine($"{operation.Method,-7} {operation.Path.PadRight(width)}  {operation.Name}");
            }
        });
        return command;
    }
}
