using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Admin;

/// <summary>A mapping as WireMock.Net's admin API shows it: names in PascalCase, a path as matchers, nothing that is null.</summary>
internal static class MappingModel
{
    /// <summary>Members whose content is the author's own.</summary>
    private static readonly HashSet<string> Free = new(StringComparer.OrdinalIgnoreCase) { "Pattern", "Patterns", "BodyAsJson", "Data", "CallbackData", "HeadersRaw", "ProtoDefinition" };

    private static readonly Dictionary<string, string> Names = new[]
    {
        "Guid", "UpdatedAt", "Title", "Description", "Priority", "Scenario", "WhenStateIs", "SetStateTo", "TimesInSameState", "IsDisabled", "Request", "Response", "SaveToFile", "TimeSettings",
        "Start", "End", "TTL", "Webhook", "Webhooks", "UseWebhooksFireAndForget", "Data", "Probability", "Times", "Operation", "Path", "Url", "ClientIP", "Methods", "MethodsRejectOnMatch",
        "MethodsMatchOperator", "HttpVersion", "Headers", "Cookies", "Params", "Body", "Matcher", "Matchers", "Name", "Pattern", "Patterns", "PatternAsFile", "IgnoreCase", "RejectOnMatch",
        "MatchOperator", "Regex", "XmlNamespaceMap", "Prefix", "Uri", "StatusCode", "BodyAsJson", "BodyAsJsonIndented", "BodyAsBytes", "BodyAsFile", "BodyAsFileIsCached", "BodyEncoding",
        "BodyDestination", "CodePage", "EncodingName", "WebName", "HeadersRaw", "Delay", "MinimumRandomDelay", "MaximumRandomDelay", "DelayBefore", "Fault", "Type", "Percentage", "UseTransformer", "TransformerType",
        "TransformerReplaceNodeOptions", "UseTransformerForBodyAsFile", "Callback", "CallbackData", "Rule", "EarlyMatcherType",
    }.ToDictionary(name => name, StringComparer.OrdinalIgnoreCase);

    public static JObject Of(ListedMapping listed)
    {
        var mapping = listed.Mapping;
        var document = Canonical(mapping.Document);
        document.Remove("Guid");
        document.Remove("IsDisabled");
        var model = new JObject { ["Guid"] = mapping.Id.ToString() };
        model.Merge(document);
        if (listed.IsDisabled)
        {
            model.Property("Request")?.AddBeforeSelf(new JProperty("IsDisabled", true));
        }

        if (listed.TimesLeft is { } left)
        {
            model.Property("Request")?.AddBeforeSelf(new JProperty("TimesLeft", left));
        }

        if (model["Request"] is JObject request)
        {
            foreach (var name in (string[])["Path", "Url", "ClientIP"])
            {
                if (request[name] is { Type: JTokenType.String } text)
                {
                    request[name] = Wildcard((string)text!);
                }
            }
        }

        return model;
    }

    /// <summary>An operation as the mapping that would do the same.</summary>
    public static JObject Of(Operation operation) => new()
    {
        ["Guid"] = NameGuid.Of(operation.Name).ToString(),
        ["Title"] = operation.Name,
        ["Description"] = operation.Summary,
        ["Priority"] = OperationStub.OperationPriority,
        ["Request"] = new JObject
        {
            ["Operation"] = operation.Name,
            ["Path"] = Wildcard(string.Join('/', operation.Path.Split('/').Select(segment => segment.StartsWith('{') ? "*" : segment))),
            ["Methods"] = new JArray(operation.Method),
        },
        ["Response"] = new JObject { ["Callback"] = operation.Name },
    };

    private static JObject Wildcard(string pattern) => new() { ["Matchers"] = new JArray(new JObject { ["Name"] = "WildcardMatcher", ["Pattern"] = pattern }) };

    private static JObject Canonical(JObject members)
    {
        var result = new JObject();
        foreach (var member in members.Properties().Where(member => member.Value.Type != JTokenType.Null))
        {
            result[Names.GetValueOrDefault(member.Name, member.Name)] = Free.Contains(member.Name) ? member.Value.DeepClone() : Canonical(member.Value, member.Name);
        }

        return result;
    }

    /// <summary>Header names of an answer are the author's; the items of a request's Headers are not.</summary>
    private static JToken Canonical(JToken value, string name) => value switch
    {
        JObject when string.Equals(name, "Headers", StringComparison.OrdinalIgnoreCase) => value.DeepClone(),
        JObject members => Canonical(members),
        JArray items => new JArray(items.Select(item => Canonical(item, name))),
        _ => value.DeepClone(),
    };
}
