using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Faulting;

/// <summary>Which requests a fault meets.</summary>
internal static class FaultRequest
{
    /// <summary>As the Request of a mapping; every mistake is noted at its place.</summary>
    public static JObject Read(JsonNodeAt node, MappingContext context)
    {
        var request = new JObject();
        if (node["request"] is { } pattern && RequestReader.Read(pattern, context) is not null)
        {
            request = (JObject)pattern.Token.DeepClone();
        }

        if (OperationOf(node, context) is { } operation)
        {
            request["Operation"] = operation.Name;
        }

        if (node.Text("method") is { } method)
        {
            request["Methods"] = new JArray(method);
        }

        if (node.Text("path") is { } path)
        {
            request["Path"] = path is ['/' or '*', ..] ? path : node.PlaceOf("path").Expected<string>("a path that begins with a slash, such as \"/rest/*\"");
        }

        return request;
    }

    private static Operation? OperationOf(JsonNodeAt node, MappingContext context)
    {
        if (node.Text("operation") is not { } name)
        {
            return null;
        }

        if (!context.Operations.TryGetValue(name, out var operation))
        {
            node.PlaceOf("operation").Error(() => Operation.Missing(name, context.Operations.Keys));
        }

        return operation;
    }
}
