using FakeJira.Seeding;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace FakeJira.Tests.Seeding;

/// <summary>Editors and the reader agree on what a state document is.</summary>
public sealed class StateSchemaTests
{
    private const string Stranger = "qqqqqqqqqqqq";

    /// <summary>An item of every kind, at least what it must have.</summary>
    internal const string OfEverything = """
        {"jira": {"settings": {}, "users": [{"accountId": "a", "displayName": "A", "tokens": [{"value": "t"}]}], "projectCategories": [{"name": "c"}], "projects": [{"key": "MKY"}],
                  "issues": [{"key": "MKY-1", "comments": [{"author": "a", "body": "x"}], "changes": [{"author": "a", "fields": [{"field": "f"}]}]}]},
         "polls": {"settings": {}, "endpoints": [{"id": "e", "tokens": [{"value": "x"}], "polls": [{"workspace": "A", "content": "A-1", "poll": {}, "results": {}}]}]},
         "ideabank": {"settings": {}, "apiKeys": [{"key": "k", "tenant": "t"}],
                      "banks": [{"id": "b", "panelists": [{"id": "p", "sessions": [{"session": "s"}]}], "proposals": [{"id": "p1", "votes": [{"panelist": "p", "vote": 1}]}]}]},
         "clock": {}, "random": {}, "generate": {}, "mappings": {"added": [{"mapping": {"Request": {"Path": "/x"}, "Response": {}}}]},
         "scenarios": [{"name": "n"}], "faults": [{"name": "x", "path": "/x", "status": 500}]}
        """;

    /// <summary>Where the document holds what the schema leaves to others.</summary>
    private static readonly string[] Open = ["poll", "mapping", "votes", "timesLeft"];

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() => JsonSchema.FromJsonAsync(StateSchema.Read()));

    private static Sites Fresh => new(Catalog.Contracts, new SiteOptions(1, TimeProvider.System, null, 0), _ => { });

    [Test]
    public void Everything_the_reader_knows_is_in_the_schema_with_an_explanation_and_nothing_else()
    {
        var schema = JObject.Parse(StateSchema.Read());
        var root = JObject.Parse(OfEverything);
        var objects = root.DescendantsAndSelf().OfType<JObject>().Where(each => !each.AncestorsAndSelf().Any(token => token.Parent is JProperty { Name: "poll" or "mapping", Value: JObject })).ToList();
        objects.ForEach(each => each[Stranger] = 1);
        var problems = new ProblemList();

        StateDocument.Read("state", root.ToString(), Fresh, problems);

        var known = problems.All.ToDictionary(problem => problem.JsonPath.Replace("." + Stranger, "", StringComparison.Ordinal).Replace(Stranger, "", StringComparison.Ordinal), problem => problem.Message[(problem.Message.IndexOf("known here: ", StringComparison.Ordinal) + 12)..].TrimEnd('.').Split(", "));
        known.Count.ShouldBe(objects.Count);
        var definitions = ((JObject)schema["definitions"]!).Properties().Select(definition => (JObject)definition.Value).Append(schema).ToList();
        definitions.Count.ShouldBe(known.Count);
        foreach (var (path, names) in known)
        {
            var definition = DefinitionAt(schema, path);
            ((JObject)definition["properties"]!).Properties().Select(property => property.Name).Where(name => name != "$schema").ShouldBe(names, ignoreOrder: true, path);
        }

        definitions.SelectMany(definition => ((JObject)definition["properties"]!).Properties()).ShouldAllBe(property => property.Value.Value<string>("description")!.Length > 0 || Open.Contains(property.Name));
    }

    [TestCase("vendor")]
    [TestCase("empty")]
    public async Task A_state_that_is_written_fulfils_it(string seed)
    {
        var sites = Fresh;
        (await Schema.Value).Validate(StateDocument.Write(Seed.Named(seed, sites), sites)).ShouldBeEmpty();
    }

    [Test]
    public async Task A_state_with_everything_in_it_fulfils_it_and_may_name_it()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor", Listens = false });
        fake.Generate(new() { Users = 5, Projects = 2, Issues = 10, Votes = 20, Comments = 10, Polls = 3, Panelists = 3, Proposals = 4, ProposalVotes = 6 });
        fake.Faults.Use("rate-limit");
        fake.Faults.Add(new Fault { Name = "twice", Path = "/x", Status = 500, Times = 2, For = TimeSpan.FromHours(1), Delay = TimeSpan.FromSeconds(1) });
        fake.Clock.Freeze();
        var written = StateDocument.Write(fake.Capture(), fake.Universe);
        written["$schema"] = "./state.schema.json";

        (await Schema.Value).Validate(written).ShouldBeEmpty();
        (await Schema.Value).Validate(JObject.Parse(OfEverything)).ShouldBeEmpty();
        var problems = new ProblemList();
        StateDocument.Read("state", written.ToString(), fake.Universe, problems).ShouldNotBeNull(string.Join('\n', problems.All));
    }

    [Test]
    public async Task A_value_of_a_wrong_kind_is_a_mistake_to_both_wherever_it_stands()
    {
        var sites = Fresh;
        var written = StateDocument.Write(Seed.Named(Seed.Vendor, sites), sites);
        ((JArray)written["jira"]!["issues"]!).First(issue => issue["key"]!.ToString() == "MKY-1")["voters"] = new JArray();
        written.Merge(JObject.Parse(OfEverything), new() { MergeArrayHandling = MergeArrayHandling.Replace });
        var schema = await Schema.Value;
        foreach (var path in written.Descendants().Where(token => token is not JProperty && !token.AncestorsAndSelf().Any(each => each.Parent is JProperty { Name: "poll" or "mapping" or "body" or "description" })).Select(token => token.Path).ToList())
        {
            foreach (var wrong in (string[])["[[7]]", "{\"x\": {}}"])
            {
                var changed = (JObject)written.DeepClone();
                changed.SelectToken(path)!.Replace(JToken.Parse(wrong));
                var problems = new ProblemList();
                StateDocument.Read("state", changed.ToString(), Fresh, problems);
                (schema.Validate(changed).Count > 0).ShouldBe(problems.HasErrors, $"{path}: {wrong}: {string.Join(' ', problems.All)}");
            }
        }
    }

    [Test]
    public async Task It_is_served()
    {
        await using var fake = await FakeJiraServer.StartAsync();

        (await Answer.Of(fake.Client(Door.Handler), "GET", "__fakejira/state.schema.json")).ShouldBe(new(200, "", StateSchema.Read()));
    }

    /// <summary>The definition that a path of a document leads to.</summary>
    private static JObject DefinitionAt(JObject schema, string path)
    {
        var at = schema;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var property = (JObject)at["properties"]![step.Split('[')[0]]!;
            var reference = property.SelectToken("items.$ref") ?? property.SelectToken("anyOf[0].$ref") ?? throw new InvalidOperationException(path);
            at = (JObject)schema["definitions"]![reference.ToString().Split('/')[^1]]!;
        }

        return at;
    }
}
