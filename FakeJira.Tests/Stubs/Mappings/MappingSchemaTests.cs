using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using FakeJira.Tests.Stubs.Admin;
using FakeJira.Tests.Stubs.RecordedCases;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>Editors and the reader agree on what a mapping file is.</summary>
public class MappingSchemaTests
{
    /// <summary>What a schema cannot say: what a pattern means, which files and operations there are.</summary>
    private static readonly string[] OnlyTheReaderKnows =
        ["json-path-invalid", "json-path-filter-double-quotes", "file-callback-field", "body-pattern-as-file-json",
        "response-file", "response-file-missing", "response-file-outside", "template-file-content"];

    /// <summary>The reader takes names in any case; editors complete them as they are written in the docs.</summary>
    private static readonly string[] OnlyTheSchemaMinds = ["file-lowercase-names"];

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(MappingSchema.Read()));

    private static IEnumerable<TestCaseData> Files => RecordedCase.All
        .SelectMany(recorded => recorded.Mappings.Where(file => !file.IsAuxiliary).Select(file => (recorded.Id, file.Name, file.Text)))
        .Select(file => new TestCaseData(file.Id, file.Text).SetArgDisplayNames($"{file.Id}: {file.Name}"));

    [TestCaseSource(nameof(Files))]
    public async Task They_agree_on_a_recorded_file(string id, string text)
    {
        var problems = new ProblemList();
        MappingFile.Read("a.json", text, new(Library.OperationsOf(Catalog.Contracts), null, 0, () => 0, false), problems);
        if (JsonText.Parse("a.json", text, new()) is not { } node)
        {
            problems.HasErrors.ShouldBeTrue();
            return;
        }

        var errors = (await Schema.Value).Validate(node.Token);

        if (problems.HasErrors && !OnlyTheReaderKnows.Contains(id))
        {
            errors.ShouldNotBeEmpty(string.Join('\n', problems.All));
        }

        if (errors.Count > 0 && !OnlyTheSchemaMinds.Contains(id))
        {
            problems.All.ShouldNotBeEmpty(string.Join('\n', errors));
        }
    }

    [Test]
    public async Task Everything_the_reader_understands_is_in_the_schema_with_an_explanation()
    {
        var schema = JObject.Parse(MappingSchema.Read());

        foreach (var field in schema["definitions"]!.Children<JProperty>().SelectMany(definition => ((JObject)definition.Value["properties"]!).Properties()))
        {
            ((string?)field.Value["description"]).ShouldNotBeNullOrEmpty(field.Path);
        }

        (await Schema.Value).Definitions.Keys.ShouldBe(["matcher", "textMatcher", "header", "cookie", "parameter", "request", "response", "mapping"]);
    }

    [Test]
    public async Task The_files_that_come_with_the_program_fulfil_it()
    {
        foreach (var name in typeof(FakeJiraServer).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("mappings/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(typeof(FakeJiraServer).Assembly.GetManifestResourceStream(name)!);
            var node = JsonText.Parse(name, await reader.ReadToEndAsync(), new());
            node.ShouldNotBeNull(name);
            (await Schema.Value).Validate(node.Token).ShouldBeEmpty(name);
        }
    }

    [Test]
    public async Task It_is_served_and_stands_beside_the_files_of_the_repository_which_point_to_it()
    {
        var text = RepositoryFiles.Read("mappings/mapping.schema.json");
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        using var admin = new AdminClient(fake);

        (await admin.Done("GET", "mapping.schema.json")).ShouldBe(JToken.Parse(text), new JTokenEqualityComparer());
        foreach (var file in Catalog.BuiltIn.Files)
        {
            var root = JToken.Parse(RepositoryFiles.Read("mappings/" + file));
            (root is JArray || (string?)root["$schema"] == "../mapping.schema.json").ShouldBeTrue(file);
        }
    }
}
