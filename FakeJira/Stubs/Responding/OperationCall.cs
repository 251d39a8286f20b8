using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Responding;

/// <summary>Callback and CallbackData: an operation makes the answer. Its path values come from the request's own route, what is missing there from CallbackData.</summary>
internal sealed class OperationCall
{
    private readonly Operation _operation;
    private readonly string[] _names;
    private readonly Dictionary<string, string> _data;

    /// <summary>A value that can only be one of a few, such as a version, is the first of them unless something else is said.</summary>
    private OperationCall(Operation operation, string[] names, Dictionary<string, string> data)
    {
        (_operation, _names, _data) = (operation, names, data);
        foreach (var (name, choice) in ChoicesOf(operation))
        {
            _data.TryAdd(name, choice);
        }
    }

    public static OperationCall? Read(JsonNodeAt response, JsonNodeAt? request, MappingContext context)
    {
        var data = DataOf(response["CallbackData"]);
        if (response["Callback"] is not { } node || node.AsText() is not { } name)
        {
            return null;
        }

        if (!context.Operations.TryGetValue(name, out var operation))
        {
            node.Error($"There is no operation '{name}'{(Suggestion.For(name, context.Operations.Keys) is { } known ? $"; did you mean '{known}'?" : context.Operations.Count == 0 ? "; no contract is served here." : ".")}");
            return null;
        }

        var names = NamesOf(operation);
        foreach (var unused in data.Keys.Except(names))
        {
            response["CallbackData"]!.Warning($"'{operation.Name}' has no path value '{unused}'; it has {(names.Length == 0 ? "none" : string.Join(", ", names))}.");
        }

        if (request?.Text("Operation") is { } bound && context.Operations.TryGetValue(bound, out var source) && names.Except(data.Keys).Except(NamesOf(source)).Except(ChoicesOf(operation).Select(choice => choice.Name)).ToList() is { Count: > 0 } missing)
        {
            node.Error($"'{operation.Name}' needs {string.Join(", ", missing)}, which a request of '{source.Name}' does not have; say it in CallbackData.");
        }

        return new OperationCall(operation, names, data);
    }

    public StubResponse Answer(StubRequest request)
    {
        if (!ReferenceEquals(request.Route?.Operation, _operation))
        {
            var values = _names.Select(name => request.Route?.TryValue(name) ?? _data.GetValueOrDefault(name)).ToArray();
            if (Array.IndexOf(values, null) >= 0)
            {
                var missing = _names.Where((_, i) => values[i] is null);
                throw new InvalidOperationException($"'{_operation.Name}' needs {string.Join(", ", missing)}, which this path does not have; say it in CallbackData of the mapping.");
            }

            request.Route = new Route(_operation, _names, values!);
        }

        return _operation.Callback(request);
    }

    private static string[] NamesOf(Operation operation) =>
        [.. operation.Path.Split('/').Where(segment => segment is ['{', .., '}']).Select(segment => segment[1..^1].TrimStart('*').Split(':')[0])];

    private static IEnumerable<(string Name, string Choice)> ChoicesOf(Operation operation) =>
        operation.Path.Split('/').Where(segment => segment is ['{', .., '}'] && segment.Contains(':', StringComparison.Ordinal)).Select(segment => segment[1..^1].Split(':', '|')).Select(parts => (parts[0], parts[1]));

    private static Dictionary<string, string> DataOf(JsonNodeAt? node)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is { IsObject: false })
        {
            node.Expected<string>("an object of path values");
        }

        foreach (var (name, value) in node?.Members() ?? [])
        {
            if (value.Token is Newtonsoft.Json.Linq.JValue { Value: { } scalar })
            {
                data[name] = Convert.ToString(scalar, System.Globalization.CultureInfo.InvariantCulture) ?? "";
            }
            else
            {
                value.Expected<string>("a text");
            }
        }

        return data;
    }
}
