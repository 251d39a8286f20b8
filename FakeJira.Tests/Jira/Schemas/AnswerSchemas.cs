using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace FakeJira.Tests.Jira.Schemas;

/// <summary>The shapes of answers, strict about members that they do not know: facts from the vendor's reference, as far as they are simulated.</summary>
internal static class AnswerSchemas
{
    private static readonly JObject Definitions = (JObject)JObject.Parse(RepositoryFiles.Read("FakeJira.Tests/Jira/Schemas/answers.json"))["definitions"]!;
    private static readonly ConcurrentDictionary<string, Task<JsonSchema>> Compiled = new(StringComparer.Ordinal);

    /// <summary>What is wrong with a body; empty when it has the shape of that name.</summary>
    public static async Task<IReadOnlyList<string>> MistakesAsync(string name, string body)
    {
        Definitions.ContainsKey(name).ShouldBeTrue($"answers.json has no {name}");
        var schema = await Compiled.GetOrAdd(name, key => JsonSchema.FromJsonAsync(new JObject(Definitions[key]!.Children().Append(new JProperty("definitions", Definitions.DeepClone()))).ToString()));
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(body)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        return [.. schema.Validate(JToken.ReadFrom(reader)).Select(error => error.ToString())];
    }
}
