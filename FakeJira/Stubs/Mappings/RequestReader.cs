using System.Collections.Frozen;
using FakeJira.Stubs.Mappings.Parts;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads the Request of a mapping.</summary>
internal static class RequestReader
{
    private static readonly string[] EarlyKinds =
        ["Body", "BodyOfT", "ClientIP", "Cookie", "GraphQL", "Header", "HttpVersion", "Method", "MultiPart", "Param", "Path", "ProtoBuf", "ScenarioAndState", "Url"];

    private static readonly FrozenSet<string> Fields = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "Operation", "Path", "Url", "ClientIP", "HttpVersion", "Methods", "MethodsRejectOnMatch", "MethodsMatchOperator", "Headers", "Cookies", "Params", "Body", "EarlyMatcherType");

    private static readonly string[] UsualMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    /// <summary>Words that somebody may mean, though a letter away from one of these.</summary>
    private static readonly string[] NearUsual = ["SET", "READ", "TRACK"];

    /// <summary>Whether a field of this name means something here.</summary>
    public static bool IsOwn(string field) => Fields.Contains(field);

    /// <summary>The compiled pattern; null when it is no object. What is wrong with it is noted at its place.</summary>
    public static RequestPattern? Read(JsonNodeAt node, MappingContext context)
    {
        if (!node.IsObject)
        {
            return node.Expected<RequestPattern>("an object");
        }

        var methods = Methods(node);
        var operation = Operation(node, context);
        var url = node["Url"];
        var path = node["Path"] is { } pathNode ? Place(pathNode, "Path", context, request => request.Path) : null;
        RequestPart?[] parts =
        [
            methods,
            operation is null ? null : new OperationPart(operation),
            path,
            url is not null && path is null ? Place(url, "Url", context, TextPart.Url) : null,
            node["ClientIP"] is { } client ? Place(client, "ClientIP", context, request => request.ClientAddress) : null,
            HttpVersion(node),
            .. NamedPartsReader.Headers(node, context),
            .. NamedPartsReader.Cookies(node, context),
            .. NamedPartsReader.Parameters(node, context),
            Body(node, context),
        ];
        CheckEarlyKind(node);
        node.ReportUnknown(context.Unknown, JavaFields.InRequest);
        return new RequestPattern([.. parts.OfType<RequestPart>()]) { Paths = path?.Keys ?? [PathKey.Any], Methods = methods?.Taken, Operation = operation };
    }

    private static MethodPart? Methods(JsonNodeAt node)
    {
        var rejects = node.Flag("MethodsRejectOnMatch") ?? false;
        _ = MatchOperatorReader.Read(node, "MethodsMatchOperator");
        if (node["Methods"] is not { } list)
        {
            return null;
        }

        if (!list.IsArray)
        {
            return list.Expected<MethodPart>("an array of methods such as [\"GET\"]");
        }

        var methods = list.Children().Select(Method).OfType<string>().Distinct().ToList();
        if (methods.Count == 0)
        {
            list.Warning("There are no methods in it: the same as if it were left out, any method matches.");
        }

        return methods.Count == 0 ? null : new(methods, rejects);
    }

    /// <summary>Any word is a method, but one that is nearly a usual one is a slip.</summary>
    private static string? Method(JsonNodeAt node)
    {
        var method = node.AsText()?.ToUpperInvariant();
        if (method is not null && !UsualMethods.Contains(method) && !NearUsual.Contains(method) && Suggestion.For(method, UsualMethods) is { } near)
        {
            node.Warning($"'{method}' is none of the usual methods; did you mean '{near}'?");
        }

        return method;
    }

    private static string? Operation(JsonNodeAt node, MappingContext context)
    {
        if (node.Text("Operation") is not { } name)
        {
            return null;
        }

        if (context.Operations.TryGetValue(name, out var operation))
        {
            return operation.Name;
        }

        node.PlaceOf("Operation").Error(() => $"There is no operation '{name}'; " + (Suggestion.For(name, context.Operations.Keys) is { } near ? $"did you mean '{near}'?" : "the command 'routes' lists them."));
        return null;
    }

    /// <summary>A text, which is a wildcard, or an object with Matchers.</summary>
    private static TextPart? Place(JsonNodeAt node, string name, MappingContext context, Func<StubRequest, string> text)
    {
        if (node.Token.Type == JTokenType.String)
        {
            var pattern = (string)node.Token!;
            PathCheck.Check(node, name, pattern);
            return new(name, new([new WildcardMatcher([pattern], MatchOperator.Or, false)], MatchOperator.Or), text);
        }

        if (!node.IsObject)
        {
            return node.Expected<TextPart>("a text, or an object with Matchers");
        }

        var hasMatchers = node["Matchers"] is not null;
        var group = MatchersReader.Read(node, context, ofTexts: true);
        if (!hasMatchers)
        {
            node.Warning($"There are no Matchers in it: the same as if {name} were left out.");
        }

        node.ReportUnknown(context.Unknown);
        return group is null ? null : new(name, group, text);
    }

    private static TextPart? HttpVersion(JsonNodeAt node) => node["HttpVersion"]?.AsWording() is { } version
        ? new("HttpVersion", new([new ExactMatcher([version], MatchOperator.Or, false)], MatchOperator.Or), TextPart.HttpVersion)
        : null;

    /// <summary>Matcher wins over Matchers; without any the body does not matter.</summary>
    private static ContentPart? Body(JsonNodeAt node, MappingContext context)
    {
        if (node["Body"] is not { } body)
        {
            return null;
        }

        if (!body.IsObject)
        {
            return body.Expected<ContentPart>("an object with Matcher or Matchers");
        }

        var single = body["Matcher"] is { } one ? MatcherReader.Read(one, context) : null;
        var group = MatchersReader.Read(body, context, ofTexts: false);
        if (body.Text("MatcherName") is { } name && name.StartsWith("MultiPart", StringComparison.Ordinal))
        {
            body.PlaceOf("MatcherName").Error($"{name} is not supported: use a WildcardMatcher on the body.");
        }

        body.ReportUnknown(context.Unknown, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["BodyAsJson"] = "write Matcher with a JsonMatcher." });
        return single is not null ? new(new([single], MatchOperator.Or)) : group is not null ? new(group) : null;
    }

    /// <summary>It only says what WireMock.Net looks at first; the answer is the same.</summary>
    private static void CheckEarlyKind(JsonNodeAt node)
    {
        if (node["EarlyMatcherType"] is { Token.Type: not JTokenType.Integer } kind && kind.AsText() is { } text && !EarlyKinds.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            kind.Expected<string>($"one of {string.Join(", ", EarlyKinds)}");
        }
    }
}
