namespace FakeJira.Tests.Jira.Texts;

public sealed class HtmlTests
{
    private const string A = """{"type":"text","text":"a"}""";
    private const string B = """{"type":"text","text":"b"}""";

    [TestCase("""{"type":"heading","attrs":{"level":2},"content":[{"type":"text","text":"Zwei & drei"},{"type":"text","text":"!","marks":[{"type":"em"}]}]},{"type":"rule"},{"type":"paragraph","content":[]},{"type":"paragraph","content":[{"type":"text","text":"a < b"},{"type":"hardBreak"},{"type":"text","text":"c"}]}""",
        "<h2><a name=\"Zwei%26drei%21\"></a>Zwei &amp; drei<em>!</em></h2>\n\n<hr />\n\n<p>a &lt; b<br/>\nc</p>")]
    [TestCase("""{"type":"heading","attrs":{"level":9},"content":[{"type":"text","text":"a"}]}""", "<h1><a name=\"a\"></a>a</h1>")]
    [TestCase("""{"type":"codeBlock","content":[{"type":"text","text":"<a>\nb"}]},{"type":"codeBlock","attrs":{"language":"c\"s"},"content":[{"type":"text","text":"x"}]}""",
        "<div class=\"preformatted panel\" style=\"border-width: 1px;\"><div class=\"preformattedContent panelContent\">\n<pre>&lt;a&gt;\nb</pre>\n</div></div>\n\n<div class=\"code panel\" style=\"border-width: 1px;\"><div class=\"codeContent panelContent\">\n<pre class=\"code-c&quot;s\">x</pre>\n</div></div>")]
    [TestCase("""{"type":"panel","attrs":{"panelType":"warning"},"content":[{"type":"blockquote","content":[{"type":"paragraph","content":[{"type":"text","text":"q"}]}]}]}""",
        "<div class=\"panel\" style=\"background-color: #fffae6;border-width: 1px;\"><div class=\"panelContent\" style=\"background-color: #fffae6;\">\n<blockquote><p>q</p></blockquote>\n</div></div>")]
    [TestCase("""{"type":"expand","attrs":{"title":"<T>"},"content":[{"type":"unheard","content":[{"type":"paragraph","content":[{"type":"text","text":"in"}]}]},{"type":"unheard","content":[{"type":"text","text":"line"}]}]}""",
        "<p><b>&lt;T&gt;</b></p>\n\n<p>in</p>\n\n<p>line</p>")]
    [TestCase("""{"type":"mediaSingle","content":[{"type":"media","attrs":{"id":"1"}}]},{"type":"mediaSingle","content":[{"type":"media","attrs":{"id":"1","alt":"A \"cat\""}}]},{"type":"blockCard","attrs":{"url":"https://x.test/?a&b"}}""",
        "<p>A &quot;cat&quot;</p>\n\n<p><a href=\"https://x.test/?a&amp;b\" title=\"smart-link\" class=\"external-link\" rel=\"nofollow noreferrer\">https://x.test/?a&amp;b</a></p>")]
    [TestCase("""{"type":"paragraph","content":[{"type":"emoji","attrs":{"shortName":":smile:"}},{"type":"date","attrs":{"timestamp":"1736208000000"}},{"type":"date","attrs":{"timestamp":"soon"}},{"type":"status","attrs":{"text":"In progress","color":"blue"}},{"type":"inlineCard","attrs":{"url":"ftp://x.test"}},{"type":"mediaInline","attrs":{"alt":"dog"}}]}""",
        "<p>:smile:<tt>2025-01-07</tt><tt>soon</tt><font color=\"#00B8D9\"><b>[ IN PROGRESS ]</b></font>ftp://x.testdog</p>")]
    public async Task A_document_is_rendered_as_it_is(string blocks, string html) => (await Rendered(blocks)).ShouldBe(html);

    [Test]
    public async Task A_list_is_rendered_with_the_lists_in_it() =>
        (await Rendered($$"""{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{{A}}]},{"type":"paragraph","content":[{{B}}]},{"type":"orderedList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{{A}}]}]}]}]}]},{"type":"taskList","content":[{"type":"taskItem","content":[{{A}},{{B}}]},{{B}}]}"""))
            .ShouldBe("<ul>\n\t<li>a<br/>\nb\n\t<ol>\n\t\t<li>a</li>\n\t</ol>\n\t</li>\n</ul>\n\n<ul>\n\t<li>ab</li>\n\t<li>b</li>\n</ul>");

    [Test]
    public async Task A_table_is_rendered_with_its_rows_and_cells() =>
        (await Rendered($$"""{"type":"table","content":[{"type":"tableRow","content":[{"type":"tableHeader","content":[{"type":"paragraph","content":[{{A}}]}]},{"type":"tableCell","content":[{"type":"paragraph","content":[{{B}}]}]}]},{"type":"paragraph","content":[{{B}}]}]}"""))
            .ShouldBe("<div class='table-wrap'>\n<table class='confluenceTable'><tbody>\n<tr>\n<th class='confluenceTh'>a</th>\n<td class='confluenceTd'>b</td>\n</tr>\n<tr>\n<td class='confluenceTd'>b</td>\n</tr>\n</tbody></table>\n</div>");

    [TestCase("""{"type":"strong"},{"type":"em"}""", "<em><b>x</b></em>")]
    [TestCase("""{"type":"code"},{"type":"strike"},{"type":"underline"},7,{"type":"unheard"}""", "<ins><del><tt>x</tt></del></ins>")]
    [TestCase("""{"type":"subsup","attrs":{"type":"sub"}},{"type":"subsup","attrs":{"type":"sup"}}""", "<sup><sub>x</sub></sup>")]
    [TestCase("""{"type":"textColor","attrs":{"color":"\"><script>"}}""", "<font color=\"&quot;&gt;&lt;script&gt;\">x</font>")]
    [TestCase("""{"type":"link","attrs":{"href":"HTTPS://x.test/?a&\"b"}}""", "<a href=\"HTTPS://x.test/?a&amp;&quot;b\" class=\"external-link\" rel=\"nofollow noreferrer\">x</a>")]
    [TestCase("""{"type":"link","attrs":{"href":"mailto:mia@example.com"}}""", "<a href=\"mailto:mia@example.com\" class=\"external-link\" rel=\"nofollow noreferrer\">x</a>")]
    [TestCase("""{"type":"link","attrs":{"href":"javascript:alert(1)"}}""", "x")]
    [TestCase("""{"type":"link","attrs":{"href":" https://x.test"}}""", "x")]
    [TestCase("""{"type":"link"}""", "x")]
    public async Task Marks_are_tags_and_links_lead_nowhere_but_to_the_web_and_to_mail(string marks, string html) =>
        (await Rendered($$"""{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{{marks}}]}]}""")).ShouldBe($"<p>{html}</p>");

    [Test]
    public async Task A_mention_is_a_link_with_the_name_that_its_user_has_now() =>
        (await Rendered("""{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"1:mia","text":"@Old"}},{"type":"mention","attrs":{"id":"gone\"","text":"@Gone <b>"}}]}"""))
            .ShouldBe("<p>" + Mention("1%3Amia", "1:mia", "Mia &amp; Co") + Mention("gone%22", "gone&quot;", "Gone &lt;b&gt;") + "</p>");

    [Test]
    public async Task A_text_is_rendered_as_paragraphs_with_its_markup_as_it_is()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.Client(Door.Handler, fake.Jira.AddUser());

        (await client.Post("/rest/api/2/issue/MKY-1/comment?expand=renderedBody", """{"body":"h2. *a* < b\nc\n\nd"}""")).At("renderedBody").ShouldBe("<p>h2. *a* &lt; b<br/>\nc</p>\n<p>d</p>");
    }

    private static string Mention(string inAddress, string id, string name) =>
        $"<a href=\"https://x.test/secure/ViewProfile.jspa?accountId={inAddress}\" class=\"user-hover\" rel=\"{id}\" data-account-id=\"{id}\" accountid=\"{id}\" rel=\"noreferrer\">{name}</a>";

    /// <summary>Both as the body of a comment and as a description.</summary>
    private static async Task<string> Rendered(string blocks)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { PublicUrl = "https://x.test" });
        var mia = fake.Jira.AddUser("Mia & Co", accountId: "1:mia");
        fake.Jira.AddIssue("MKY-1", mia);
        using var client = fake.Client(Door.Handler, mia);
        var document = $$"""{"version":1,"type":"doc","content":[{{blocks}}]}""";

        var html = (await client.Post("/rest/api/3/issue/MKY-1/comment?expand=renderedBody", $$"""{"body":{{document}}}""")).At("renderedBody");
        await client.Put("/rest/api/3/issue/MKY-1", $$$"""{"fields":{"description":{{{document}}}}}""");
        (await client.Get("/rest/api/2/issue/MKY-1?fields=description&expand=renderedFields")).At("renderedFields.description").ShouldBe(html);
        return html;
    }
}
