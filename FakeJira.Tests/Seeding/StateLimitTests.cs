using System.Globalization;
using FakeJira.Seeding;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace FakeJira.Tests.Seeding;

/// <summary>Editors and the reader agree on how small and how large a value of a state document may be.</summary>
public sealed class StateLimitTests
{
    private static readonly JObject Schema = JObject.Parse(StateSchema.Read());
    private static readonly Lazy<Task<JsonSchema>> Check = new(() => JsonSchema.FromJsonAsync(StateSchema.Read()));

    /// <summary>Every place with a limit, or where there could be one, with its schema.</summary>
    private static List<(string Path, JObject Limits)> Places => [.. Limited(JObject.Parse(StateSchemaTests.OfEverything), Schema)];

    [Test]
    public void Every_limit_of_the_schema_is_at_a_place_that_is_tried() =>
        Schema.Descendants().OfType<JObject>().Where(each => IsLimit(each) && !Places.Exists(place => place.Limits == each)).Select(each => each.Path).ShouldBeEmpty();

    [Test]
    public async Task What_is_just_within_a_limit_is_good_to_both_and_what_is_just_beyond_it_to_neither()
    {
        var check = await Check.Value;
        var sites = new Sites(Catalog.Contracts, new SiteOptions(1, TimeProvider.System, null, 0), _ => { });
        List<string> apart = [];

        foreach (var (path, limits) in Places)
        {
            foreach (var value in Around(limits))
            {
                var document = JObject.Parse(StateSchemaTests.OfEverything);
                Put(document, path, value);
                var good = check.Validate(document).Count == 0;
                if (good != IsTaken(sites, document, path, limits))
                {
                    apart.Add($"{path}: {value.Type} {value} is {(good ? "good" : "wrong")} by the schema alone");
                }
            }
        }

        apart.ShouldBeEmpty();
    }

    /// <summary>Whether the reader takes the value at a place; what else it finds does not count.</summary>
    private static bool IsTaken(Sites sites, JObject document, string path, JObject limits)
    {
        // One more mistake, so that nothing is generated.
        (document["generate"] as JObject)?.Add("nothing", 0);
        var problems = new ProblemList();
        StateDocument.Read("state", document.ToString(), sites, problems);
        return !problems.All.Any(problem => limits["minLength"] is not null
            // What is empty is missing, which is told of the whole.
            ? problem.JsonPath == path || problem.JsonPath == path[..path.LastIndexOf('.')]
            : problem.JsonPath == path && problem.Message.StartsWith("Expected ", StringComparison.Ordinal) && !problem.Message.StartsWith("Expected the Guid", StringComparison.Ordinal));
    }

    private static List<JToken> Around(JObject limits)
    {
        if (limits["minLength"] is not null || limits["maxLength"] is not null)
        {
            return
            [
                .. limits.Value<int?>("minLength") is { } shortest ? (JToken[])[new string('x', shortest - 1)] : [],
                .. limits.Value<int?>("maxLength") is { } longest ? (JToken[])[new string('x', longest), new string('x', longest + 1)] : [],
            ];
        }

        var (least, most) = (limits.Value<long?>("minimum") ?? long.MinValue, limits.Value<long?>("maximum") ?? long.MaxValue);
        List<JToken> around = [least, most, .. least == long.MinValue ? (JToken[])[] : [least - 1], .. most == long.MaxValue ? (JToken[])[] : [most + 1]];
        return limits["pattern"] is null ? around : [.. around, least.ToString(CultureInfo.InvariantCulture), "+" + most.ToString(CultureInfo.InvariantCulture), "1.0", ""];
    }

    private static IEnumerable<(string Path, JObject Limits)> Limited(JObject part, JObject schema)
    {
        foreach (var property in ((JObject)schema["properties"]!).Properties())
        {
            var (path, own) = (part.Path.Length == 0 ? property.Name : $"{part.Path}.{property.Name}", (JObject)property.Value);
            if (own["additionalProperties"] is JObject inner && IsLimit(inner))
            {
                yield return (path + ".x", inner);
            }

            if (IsLimit(own))
            {
                yield return (path, own);
            }

            var reference = own.SelectToken("items.$ref") ?? own.SelectToken("anyOf[0].$ref");
            var below = reference is null ? null : own["items"] is null ? part[property.Name] as JObject : part[property.Name]?.First as JObject;
            foreach (var each in below is null ? [] : Limited(below, (JObject)Schema["definitions"]![reference!.ToString().Split('/')[^1]]!))
            {
                yield return each;
            }
        }
    }

    private static bool IsLimit(JObject schema) => schema["minLength"] is JValue || schema["maxLength"] is JValue || schema["minimum"] is JValue || schema["maximum"] is JValue || schema["type"]?.ToString().Contains("integer", StringComparison.Ordinal) == true;

    private static void Put(JObject document, string path, JToken value)
    {
        var (parent, name) = path.LastIndexOf('.') is >= 0 and var point ? (path[..point], path[(point + 1)..]) : ("", path);
        if (document.SelectToken(parent) is null)
        {
            Put(document, parent, new JObject());
        }

        document.SelectToken(parent)![name] = value;
    }
}
