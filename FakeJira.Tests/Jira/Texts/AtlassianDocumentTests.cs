using System.Text.Json;
using System.Xml.Linq;
using FakeJira.Jira.Texts;
using FakeJira.Jira.World;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Jira.Texts;

public sealed class AtlassianDocumentTests
{
    private static readonly string[] Pieces = ["a", " ", "\n", "\n\n", "b c", "*", "\"", "é", "🎉", "h1. ", "{", "\\"];

    [Test]
    public void A_text_comes_back_from_its_document() => Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
    {
        var read = Read(AtlassianDocument.Write(new RichText(text)));
        return read is { Document: null } && read.Text == text;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void A_document_comes_back_as_it_was() => Prop.ForAll(Documents.ToArbitrary(), document =>
        AtlassianDocument.Write(Read(document)!) == document).QuickCheckThrowOnFailure();

    [Test]
    public void Every_word_of_a_document_is_in_its_text() => Prop.ForAll(Documents.ToArbitrary(), document =>
        Words(JsonDocument.Parse(document).RootElement).All(Read(document)!.Text.Contains)).QuickCheckThrowOnFailure();

    [Test]
    public void The_html_of_a_document_is_well_formed_and_has_every_word() => Prop.ForAll(Documents.ToArbitrary(), document =>
    {
        var words = XElement.Parse($"<html>{Html.Of(Read(document)!, default)}</html>").Value;
        return Words(JsonDocument.Parse(document).RootElement).All(words.Contains);
    }).QuickCheckThrowOnFailure();

    [TestCase("""{"version":1,"type":"doc","content":[]}""", "")]
    [TestCase("""{"type":"doc","content":[{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"H"}]},{"type":"rule"},{"type":"paragraph","content":[{"type":"text","text":"b","marks":[{"type":"strong"}]},{"type":"hardBreak"},{"type":"text","text":"l","marks":[{"type":"link","attrs":{"href":"https://x.test"}}]},{"type":"mention","attrs":{"id":"mia"}},{"type":"emoji","attrs":{"shortName":":tada:","text":"🎉"}}]}],"version":1}""", "h2. H\n\n----\n\n*b*\n[l|https://x.test][~accountid:mia]🎉")]
    [TestCase("""{"version":1,"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"a"}]},{"type":"orderedList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}]}]}]}""", "* a\n*# b")]
    [TestCase("""{"version":1,"type":"doc","content":[{"type":"codeBlock","attrs":{"language":"cs"},"content":[{"type":"text","text":"x"}]},{"type":"blockquote","content":[{"type":"paragraph","content":[{"type":"text","text":"q"}]}]}]}""", "{code:cs}\nx\n{code}\n\n{quote}\nq\n{quote}")]
    [TestCase("""{"version":1,"type":"doc","content":[{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","content":[{"type":"paragraph","content":[{"type":"text","text":"h"}]}]}]},{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"paragraph","content":[{"type":"text","text":"c"}]}]}]}]}]}""", "||h||\n|c|")]
    [TestCase("""{"version":1,"type":"doc","content":[{"type":"expand","attrs":{"title":"t"},"content":[{"type":"paragraph","content":[{"type":"text","text":"inside"}]}]}]}""", "inside")]
    [TestCase("""{"version":1,"type":"doc","content":[{"type":"text","text":"x","marks":[{"type":"strong"},{"type":"link","attrs":{"href":"u"}},7,{"type":"code"},{"type":"unheard"},{"type":"strike"},{"type":"underline"},{"type":"em"}]}]}""", "_+-{{[*x*|u]}}-+_")]
    public void What_is_more_than_words_is_wiki_markup(string document, string text) => Read(document)!.Text.ShouldBe(text);

    [TestCase("\"text\"")]
    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"type":"doc","content":[]}""")]
    [TestCase("""{"type":"doc","version":2,"content":[]}""")]
    [TestCase("""{"type":"doc","version":"1","content":[]}""")]
    [TestCase("""{"type":"doc","version":1}""")]
    [TestCase("""{"type":"paragraph","version":1,"content":[]}""")]
    [TestCase("""{"type":"doc","version":1,"content":{}}""")]
    [TestCase("""{"type":"doc","version":1,"content":["text"]}""")]
    [TestCase("""{"type":"doc","version":1,"content":[{"content":[]}]}""")]
    [TestCase("""{"type":"doc","version":1,"content":[{"type":"text"}]}""")]
    [TestCase("""{"type":"doc","version":1,"content":[{"type":"text","text":""}]}""")]
    [TestCase("""{"type":"doc","version":1,"content":[{"type":"paragraph","content":"text"}]}""")]
    [TestCase("""{"type":"doc","version":1,"content":[{"type":"doc","content":[]}]}""")]
    [TestCase("""{"type":"doc","version":1,"content":[],"x":1e400}""")]
    [TestCase("""{"type":"doc","version":1,"content":[{"type":"rule","attrs":{"x":[-1e309]}}]}""")]
    public void What_has_another_shape_is_no_document(string json) => Read(json).ShouldBeNull();

    [Test]
    public async Task What_one_version_writes_the_other_reads([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(door, fake.Jira.AddUser());

        await client.Put("/rest/api/2/issue/MKY-1", """{"fields":{"description":"One\n\nTwo"}}""");
        (await client.Get("/rest/api/3/issue/MKY-1")).At("fields.description").ShouldBe("""{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"One"}]},{"type":"paragraph","content":[{"type":"text","text":"Two"}]}]}""");

        const string rich = """{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"bold","marks":[{"type":"strong"}]}]}]}""";
        await client.Put("/rest/api/3/issue/MKY-1", $$$"""{"fields":{"description":{{{rich}}} }}""");
        (await client.Get("/rest/api/latest/issue/MKY-1")).At("fields.description").ShouldBe("*bold*");
        (await client.Get("/rest/api/3/issue/MKY-1")).At("fields.description").ShouldBe(rich);
    }

    [Test]
    public async Task A_document_as_deep_as_a_body_can_be_is_still_one()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Put("/rest/api/3/issue/MKY-1", Nested(28))).Status.ShouldBe(204);
        (await client.Put("/rest/api/3/issue/MKY-1", Nested(5000))).Rule.ShouldBe("JIRA-BODY-BROKEN-400, JIRA-AUTH-BASIC");
    }

    /// <summary>Copying the text for every mark would take minutes.</summary>
    [Test]
    public async Task Many_marks_on_one_text_take_no_longer_than_they_have_to()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());
        static string Body(int marks) => """{"body":{"version":1,"type":"doc","content":[{"type":"text","text":"x","marks":[""" + string.Join(',', Enumerable.Repeat("""{"type":"em"}""", marks)) + "]}]}}";

        (await Task.Run(() => client.Post("/rest/api/3/issue/MKY-1/comment", Body(700_000))).WaitAsync(TimeSpan.FromSeconds(30)))
            .ShouldBe(new(400, "JIRA-COMMENTS-BODY-400, JIRA-AUTH-BASIC", """{"errorMessages":[],"errors":{"comment":"The entered text is too long. It exceeds the allowed limit of 32,767 characters."}}"""));
    }

    private static string Nested(int depth) => """{"fields":{"description":{"version":1,"type":"doc","content":[""" + string.Concat(Enumerable.Repeat("""{"type":"blockquote","content":[""", depth)) + string.Concat(Enumerable.Repeat("]}", depth)) + "]}}}";

    private static Gen<string> Documents =>
        from blocks in Block(3).ListOf()
        select $$"""{"type":"doc","version":1,"content":[{{string.Join(',', blocks)}}]}""";

    private static Gen<string> Text =>
        from words in Gen.Elements("one", "two", "three *", "vier ä", "a\\\\b")
        from mark in Gen.Elements("", ",\"marks\":[{\"type\":\"em\"}]", ",\"marks\":[{\"type\":\"code\"},{\"type\":\"unheard\"}]")
        select $$"""{"type":"text","text":"{{words}}"{{mark}}}""";

    private static Gen<string> Block(int depth)
    {
        var paragraph = from texts in Text.ListOf() select $$"""{"type":"paragraph","content":[{{string.Join(',', texts)}}]}""";
        return depth == 0 ? paragraph : Gen.Frequency((3, paragraph), (1, Gen.Elements("panel", "bulletList", "orderedList", "listItem", "blockquote", "table", "tableRow", "tableCell", "unheard").SelectMany(type =>
            from blocks in Block(depth - 1).ListOf() select $$"""{"type":"{{type}}","content":[{{string.Join(',', blocks)}}]}""")));
    }

    private static IEnumerable<string> Words(JsonElement node) => [
        .. node.GetProperty("type").GetString() == "text" ? [node.GetProperty("text").GetString()!] : Array.Empty<string>(),
        .. node.TryGetProperty("content", out var content) ? content.EnumerateArray().SelectMany(Words) : []];

    private static RichText? Read(string json) => AtlassianDocument.Parse(json);
}
