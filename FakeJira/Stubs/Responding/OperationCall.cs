using System.Globalization;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

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
        foreach (var (name, value) in OperationPath.Defaults(operation))
        {
            _data.TryAdd(name, value);
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
            node.Error(() => $"There is no operation '{name}'{(Suggestion.For(name, context.Operations.Keys) is { } known ? $"; did you mean '{known}'?" : context.Operations.Count == 0 ? "; no contract is served here." : ".")}");
            return null;
        }

        var names = OperationPath.Names(operation);
        foreach (var unused in data.Keys.Except(names))
        {
            response.PlaceOf("CallbackData").Warning($"'{operation.Name}' has no path value '{unused}'; it has {(names.Length == 0 ? "none" : string.Join(", ", names))}.");
        }

        var said = data.Keys.Concat(OperationPath.Defaults(operation).Select(value => value.Name));
        if (MissingIn(request, [.. names.Except(said)], context)?.ToList() is { Count: > 0 } missing)
        {
            node.Error($"'{operation.Name}' needs {string.Join(", ", missing)}, which the requests of this mapping do not have; say it in CallbackData.");
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
                return StubEngine.StatusText(500, $"'{_operation.Name}' needs {string.Join(", ", missing)}, which this path does not have; say it in CallbackData of the mapping.");
            }

            request.Route = new Route(_operation, _names, values!);
        }

        return _operation.Callback(request);
    }

    /// <summary>The path values that a request of this pattern is known not to have: null where that is not known.</summary>
    private static IEnumerable<string>? MissingIn(JsonNodeAt? request, IReadOnlyList<string> names, MappingContext context)
    {
        if (request?["Operation"] is { } bound && bound.Token.Type == JTokenType.String)
        {
            return context.Operations.TryGetValue((string)bound.Token!, out var source) ? names.Except(OperationPath.Names(source)) : null;
        }

        return request?["Path"] is { } path && path.Token.Type == JTokenType.String && (string)path.Token! is var literal && literal.AsSpan().IndexOfAny('*', '?') < 0
            ? names.Except(context.Operations.Values.Where(operation => OperationPath.Leads(operation, literal)).SelectMany(OperationPath.Names))
            : null;
    }

    private static Dictionary<string, string> DataOf(JsonNodeAt? node)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is { IsObject: false })
        {
            node.Expected<string>("an object of path values");
        }

        foreach (var (name, value) in node?.Members() ?? [])
        {
            if (value.Token is JValue { Value: { } scalar })
            {
                data[name] = Convert.ToString(scalar, CultureInfo.InvariantCulture) ?? "";
            }
            else
            {
                value.Expected<string>("a text");
            }
        }

        return data;
    }
}
