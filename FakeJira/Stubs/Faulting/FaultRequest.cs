using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Faulting;

/// <summary>Which requests a fault meets.</summary>
internal static class FaultRequest
{
    /// <summary>As the Request of a mapping; every mistake is noted at its place. A member that nobody knows is one: the fault would meet what was not meant.</summary>
    public static JObject Read(JsonNodeAt node, MappingContext context)
    {
        var request = new JObject();
        if (node["request"] is { } pattern && RequestReader.Read(pattern, context with { Unknown = Severity.Error }) is not null)
        {
            request = (JObject)pattern.Token.DeepClone();
        }

        var (operation, method, path) = (OperationOf(node, context), node.Text("method"), PathOf(node));
        Put(node, "operation", request, operation?.Name, "Operation");
        Put(node, "method", request, method is null ? null : new JArray(method), "Methods");
        Put(node, "path", request, path, "Path", "Url");
        CheckReach(node, operation, method, path);
        return request;
    }

    private static void Put(JsonNodeAt node, string name, JObject request, JToken? value, params string[] members)
    {
        if (value is null or JValue { Value: null })
        {
            return;
        }

        if (Array.Find(members, member => request.GetValue(member, StringComparison.OrdinalIgnoreCase) is not null) is { } said)
        {
            node.PlaceOf(name).Error($"The request says {said} already; say it in one place.");
        }

        request[members[0]] = value;
    }

    private static string? PathOf(JsonNodeAt node)
    {
        var path = node.Text("path");
        return path is null or ['/' or '*', ..] ? path : node.PlaceOf("path").Expected<string>("a path that begins with a slash, such as \"/rest/*\"");
    }

    /// <summary>Tells of what can meet nothing, where that is known: of a path with wildcards it is not.</summary>
    private static void CheckReach(JsonNodeAt node, Operation? operation, string? method, string? path)
    {
        if (operation is null)
        {
            return;
        }

        if (method is not null && !string.Equals(method, operation.Method, StringComparison.OrdinalIgnoreCase) && !(operation.Method == "GET" && string.Equals(method, "HEAD", StringComparison.OrdinalIgnoreCase)))
        {
            node.PlaceOf("method").Error($"This meets nothing: {operation} is asked with {operation.Method}, not {method}.");
        }

        if (path is not null && path.AsSpan().IndexOfAny('*', '?') < 0 && !OperationPath.Leads(operation, path, StringComparison.OrdinalIgnoreCase))
        {
            node.PlaceOf("path").Error($"This meets nothing: {operation} is at {operation.Path}, where '{path}' does not lead.");
        }
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
