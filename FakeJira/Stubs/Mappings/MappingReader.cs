using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads one mapping.</summary>
internal static class MappingReader
{
    /// <summary>The mapping; null when it is none, which then is an error at its place.</summary>
    public static Mapping? Read(string file, int index, bool isAlone, JsonNodeAt node, MappingContext context)
    {
        if (!node.IsObject)
        {
            return node.Expected<Mapping>("a mapping: an object with Request and Response");
        }

        var request = node["Request"] is { } pattern ? RequestReader.Read(pattern, context) : Missing<RequestPattern>(node, "Request");
        var response = node["Response"] is { } answer ? Responder.Read(answer, context, node["Request"]) : Missing<Responder>(node, "Response");
        var scenario = node.Text("Scenario");
        var (whenStateIs, setStateTo) = (node.Text("WhenStateIs"), node.Text("SetStateTo"));
        var mapping = request is null || response is null ? null : new Mapping
        {
            Id = MappingIdentity.Of(file, index, isAlone, node),
            Name = $"{file}#{index}",
            File = file,
            Index = index,
            Title = node.Text("Title"),
            Description = node.Text("Description"),
            Priority = (int?)node.Integer("Priority", int.MinValue, int.MaxValue) ?? context.DefaultPriority,
            Scenario = scenario,
            WhenStateIs = whenStateIs,
            SetStateTo = setStateTo,
            TimesInSameState = (int?)node.Integer("TimesInSameState", 1, int.MaxValue) ?? 1,
            Probability = node["Probability"]?.AsNumber() ?? 1,
            Times = (int?)node.Integer("Times", 1, int.MaxValue),
            IsDisabled = node.Flag("IsDisabled") ?? false,
            IsBuiltIn = context.DefaultPriority != 0,
            TimeSettings = TimeSettings.Read(node["TimeSettings"]),
            Data = node["Data"]?.Token,
            Document = (JObject)node.Token,
            Request = request,
            Response = response,
        };
        _ = (node["UpdatedAt"], node["SaveToFile"]);
        node.ReportUnknown(Severity.Warning);
        return mapping;
    }

    private static T? Missing<T>(JsonNodeAt node, string member)
        where T : class
    {
        node.Error($"A mapping needs a {member}, an object; it may be empty.");
        return null;
    }
}
