using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.RecordedCases;

/// <summary>A mapping or two, requests to them, and what a WireMock.Net answered; where we deviate on purpose, also what we answer.</summary>
/// <param name="Id">Its name, which is also its path prefix.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Verdict">copy or deviate.</param>
/// <param name="Needs">watch, callback: what the server has to have.</param>
/// <param name="Mappings">The files.</param>
/// <param name="Steps">In order.</param>
public sealed record RecordedCase(string Id, string Area, string Verdict, string[] Needs, RecordedFile[] Mappings, RecordedStep[] Steps)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<RecordedCase> All { get; } = Load();

    public override string ToString() => Id;

    private static List<RecordedCase> Load()
    {
        using var stream = typeof(RecordedCase).Assembly.GetManifestResourceStream("wiremock-cases.json")!;
        using var reader = new JsonTextReader(new StreamReader(stream)) { DateParseHandling = DateParseHandling.None };
        return [.. JArray.Load(reader).Cast<JObject>().Select(Of)];
    }

    private static RecordedCase Of(JObject item) => new(
        (string)item["id"]!,
        (string)item["area"]!,
        (string)item["verdict"]!,
        item["needs"]?.ToObject<string[]>() ?? [],
        [.. item["mappings"]!.Select(file => new RecordedFile((string)file["file"]!, (string)file["text"]!, (bool?)file["aux"] ?? false))],
        [.. item["steps"]!.Cast<JObject>().Select(step => new RecordedStep(step))]);
}

/// <summary>A file of the mapping folder; auxiliary ones are no mappings.</summary>
public sealed record RecordedFile(string Name, string Text, bool IsAuxiliary);

/// <summary>A request and what is expected, or something done to the folder.</summary>
public sealed class RecordedStep(JObject step)
{
    public string? Op => (string?)step["op"];

    public string Method => (string)step["method"]!;

    public string Path => (string)step["path"]!;

    public int Repeat => (int?)step["repeat"] ?? 1;

    public int Milliseconds => (int)step["ms"]!;

    public bool IsBackground => (bool?)step["background"] ?? false;

    public JObject? Expected => (JObject?)step["expect"];

    public JObject? ExpectedOfUs => (JObject?)step["expectOurs"];

    public IEnumerable<JProperty> Saved => (step["save"] as JObject)?.Properties() ?? [];

    public IEnumerable<(string Name, string Value)> Headers =>
        (step["headers"] as JObject)?.Properties().SelectMany(header => (header.Value is JArray values ? values.Values<string>() : [(string?)header.Value]).Select(value => (header.Name, value!))) ?? [];

    public string? Text(string field) => (string?)step[field];
}
