using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads one mapping.</summary>
internal static class MappingReader
{
    private static readonly string[] Webhooks = ["Webhook", "Webhooks", "UseWebhooksFireAndForget"];

    /// <summary>The mapping; null when it is none. What is wrong with it is noted at its place.</summary>
    /// <param name="file">What the file is called.</param>
    /// <param name="index">The place in the file.</param>
    /// <param name="node">The mapping.</param>
    /// <param name="context">What else the reader has to know.</param>
    /// <param name="fileId">The GUID that the file's name is, where it holds for the mapping.</param>
    public static Mapping? Read(string file, int index, JsonNodeAt node, MappingContext context, Guid? fileId)
    {
        if (!node.IsObject)
        {
            return node.Expected<Mapping>("a mapping: an object with Request and Response");
        }

        if (JavaFields.Refuse(node))
        {
            return null;
        }

        context = context.ForOne();
        var size = MappingSize.Of((JObject)node.Token);
        if (!context.Room.TryTake(size, node))
        {
            return null;
        }

        var request = node["Request"] is { } pattern ? RequestReader.Read(pattern, context) : Missing<RequestPattern>(node, "Request");
        var response = node["Response"] is { } answer ? Responder.Read(answer, context, node["Request"]) : Missing<Responder>(node, "Response");
        var mapping = Read(file, index, node, context, fileId, size, request, response);
        ReportUnsupported(node);
        node.ReportUnknown(Severity.Warning, JavaFields.OfMapping);
        return mapping;
    }

    private static Mapping? Read(string file, int index, JsonNodeAt node, MappingContext context, Guid? fileId, long size, RequestPattern? request, Responder? response)
    {
        var scenario = ScenarioFields.Read(node);
        var (id, title, description) = (MappingIdentity.Of(file, index, node), node["Title"]?.AsWording(), node["Description"]?.AsWording());
        var priority = (int?)node.Integer("Priority", int.MinValue, int.MaxValue) ?? context.DefaultPriority;
        var (probability, times, isDisabled) = (Probability(node), (int?)node.Integer("Times", 1, int.MaxValue), node.Flag("IsDisabled") ?? false);
        var (time, data) = (TimeSettings.Read(node["TimeSettings"]), node["Data"]?.Token);
        var (atGuid, atRequest) = (WarningAt(node, "Guid"), WarningAt(node, "Request"));
        return request is null || response is null ? null : new Mapping
        {
            Id = fileId ?? id,
            Name = $"{file}#{index}",
            File = file,
            Index = index,
            Title = title,
            Description = description,
            Priority = priority,
            Scenario = scenario.Scenario,
            WhenStateIs = scenario.WhenStateIs,
            SetStateTo = scenario.SetStateTo,
            TimesInSameState = scenario.TimesInSameState,
            Probability = probability,
            Times = times,
            IsDisabled = isDisabled,
            IsBuiltIn = context.DefaultPriority != 0,
            TimeSettings = time,
            Data = data,
            Document = (JObject)node.Token,
            Size = size + MappingSize.OfFile(context.FileBytes),
            AtGuid = atGuid,
            AtRequest = atRequest,
            Request = request,
            Response = response,
        };
    }

    private static Problem WarningAt(JsonNodeAt node, string member) => node.ProblemAt(Severity.Warning, (node[member] ?? node).Token, "");

    private static double Probability(JsonNodeAt node)
    {
        if (node["Probability"] is not { } at || at.AsNumber() is not { } probability)
        {
            return 1;
        }

        if (probability is < 0 or > 1)
        {
            at.Expected<string>("a number from 0 to 1");
        }

        return probability;
    }

    private static void ReportUnsupported(JsonNodeAt node)
    {
        _ = (node.Moment("UpdatedAt"), node.Flag("SaveToFile"));
        foreach (var field in Webhooks)
        {
            node[field]?.Warning("Webhooks are not sent: FakeJira is offline.");
        }

        foreach (var field in (string[])["ProtoDefinition", "ProtoDefinitions"])
        {
            node[field]?.Error($"{field} is not supported: protocol buffers are not read.");
        }
    }

    private static T? Missing<T>(JsonNodeAt node, string member)
        where T : class
    {
        node.Error($"A mapping needs a {member}, an object; it may be empty.");
        return null;
    }
}
