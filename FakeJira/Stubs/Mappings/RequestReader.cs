using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads the Request of a mapping.</summary>
internal static class RequestReader
{
    /// <summary>The compiled pattern; null when it is no object.</summary>
    public static RequestPattern? Read(JsonNodeAt node, MappingContext context)
    {
        if (!node.IsObject)
        {
            return node.Expected<RequestPattern>("an object");
        }

        var path = node["Path"] is { Token.Type: Newtonsoft.Json.Linq.JTokenType.String } text ? text.AsText() : null;
        var methods = node.Items("Methods").Select(item => item.AsText()?.ToUpperInvariant() ?? "").ToArray();
        RequestPart[] parts = [.. methods.Length > 0 ? [new PlainPart("Method", string.Join(" or ", methods), request => request.Method, methods.Contains)] : Array.Empty<RequestPart>(),
            .. path is not null ? [new PlainPart("Path", path, request => request.Path, value => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(path, value, ignoreCase: false))] : Array.Empty<RequestPart>()];
        var operation = node.Text("Operation");
        if (operation is not null && !context.Operations.ContainsKey(operation))
        {
            node["Operation"]!.Error($"There is no operation '{operation}'.");
        }

        return new RequestPattern(parts) { Paths = path is null ? [PathKey.Any] : [Responding.CallbackStub.KeyOf(path)], Methods = methods.Length > 0 ? methods : null, Operation = operation };
    }

    private sealed class PlainPart(string name, string expected, Func<StubRequest, string> value, Predicate<string> matches) : RequestPart
    {
        public override string Name => name;

        public override string Expected => expected;

        public override double Score(StubRequest request) => matches(value(request)) ? 1 : 0;

        public override string Actual(StubRequest request) => value(request);
    }
}
