using System.CommandLine;
using Newtonsoft.Json;

namespace FakeJira.Commands;

/// <summary>Lists every operation: method, path and the name that mapping files call it by.</summary>
internal static class RoutesCommand
{
    public static Command Create(TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "JSON instead of lines." };
        var command = new Command("routes", "Lists every operation: its method, path and name.") { json };
        command.SetAction(parsed =>
        {
            var operations = Catalog.Contracts.SelectMany(contract => contract.Operations).ToList();
            if (parsed.GetValue(json))
            {
                output.WriteLine(JsonConvert.SerializeObject(operations.Select(operation => new { method = operation.Method, path = operation.Path, name = operation.Name, summary = operation.Summary }), Formatting.Indented));
                return;
            }

            var width = operations.Max(operation => operation.Path.Length);
            foreach (var operation in operations)
            {
                output.WriteLine($"{operation.Method,-7} {operation.Path.PadRight(width)}  {operation.Name}");
            }
        });
        return command;
    }
}
