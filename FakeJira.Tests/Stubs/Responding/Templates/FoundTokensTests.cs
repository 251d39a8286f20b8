using FakeJira.Stubs.Responding.Templates.Functions;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Responding.Templates;

/// <summary>What JsonPath.SelectTokens finds, and where.</summary>
public class FoundTokensTests
{
    [TestCase("$.*", """{"id":1,"ID":2}""", "id=1;ID=2;")]
    [TestCase("$['a','a']", """{"a":1}""", "a=1;")]
    [TestCase("$..a..b", """{"a":{"a":{"b":1},"b":2}}""", "a.a.b=1;a.b=2;")]
    [TestCase("$..a", """{"":{"a":1},"a":2}""", "a=1;")]
    [TestCase("$..k", """[[{"k":1}],{"o.o":[0,{"k":2}]}]""", "[0][0].k=1;[1]['o.o'][1].k=2;")]
    public async Task Each_place_is_found_once_by_its_exact_name(string path, string body, string expected) =>
        (await TemplateTests.Rendered("{{#each (JsonPath.SelectTokens request.body \"" + path + "\")}}{{{@key}}}={{this}};{{/each}}", body)).ShouldBe((200, expected));

    [TestCase("{{#with (JsonPath.SelectTokens request.body \"$.*\")}}{{ID}},{{id}},{{Id}}{{/with}}")]
    public async Task A_name_in_another_case_is_another_name(string template) => (await TemplateTests.Rendered(template, """{"id":1,"ID":2}""")).ShouldBe((200, "2,1,"));

    [Test]
    public void Places_are_written_as_the_library_writes_them()
    {
        var document = JToken.Parse("""{"a":[1,[2,{"b c":3,"":{"d":4,"":5}}],{"it's":[6],"[x]":7,"e\\f":8,"\u2028":9,"$":10,"ä":11}],"":[12],"o":{"p":{"q":[[[13]]]}}}""");
        var paths = new TokenPaths();

        foreach (var token in ((JContainer)document).DescendantsAndSelf().Where(token => token is not JProperty))
        {
            paths.Of(token).ShouldBe(token.Path);
        }
    }

    /// <summary>Milliseconds; looking for each item from the beginning of the list would take minutes.</summary>
    [Test]
    public async Task Items_of_a_long_list_are_not_looked_for_from_its_beginning()
    {
        var (items, paths) = (new JArray(Enumerable.Range(0, 600_000)), new TokenPaths());

        var found = await Task.Run(() => items.Select(paths.Of).ToList()).WaitAsync(TimeSpan.FromSeconds(60));

        found.ShouldBe(Enumerable.Range(0, 600_000).Select(index => $"[{index}]"));
    }
}
