using FakeJira.Jira.Search.Jql;

namespace FakeJira.Tests.Jira.Search;

/// <summary>The last that is taken and the first that is not.</summary>
public sealed class SearchEdgeTests
{
    [TestCase("maxResults=5000", 200, "JIRA-SEARCH-200")]
    [TestCase("maxResults=5001", 400, "JIRA-SEARCH-MAX-RESULTS-400")]
    [TestCase("maxResults=1", 200, "JIRA-SEARCH-200")]
    public async Task The_largest_page_is_taken_and_no_larger_one(string more, int status, string rule)
    {
        await using var site = await SearchSite.StartAsync();

        var answer = await site.Search("key = MKY-1", site.Mia, "&" + more);

        (answer.Status, answer.Rule).ShouldBe((status, rule + ", JIRA-AUTH-BASIC"));
    }

    [Test]
    public async Task Fifty_issues_can_be_reconciled_and_no_more([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();
        static string Ids(int count) => "&reconcileIssues=" + string.Join(',', Enumerable.Range(1, count));

        (await site.Search("key = MKY-1", site.Mia, Ids(50), door)).Rule.ShouldBe("JIRA-SEARCH-200, JIRA-AUTH-BASIC");
        (await site.Search("key = MKY-1", site.Mia, Ids(51), door)).ShouldBe(new(400, "JIRA-SEARCH-RECONCILE-400, JIRA-AUTH-BASIC", """{"errorMessages":["The reconcileIssues parameter can contain a maximum of 50 issue ids."],"errors":{}}"""));
    }

    [TestCase(65_536, null)]
    [TestCase(65_537, "Error in the JQL Query: The query is longer than 65,536 characters.")]
    public void A_query_has_at_most_65536_characters(int length, string? problem) => Parser.Parse("a = b".PadRight(length)).Problem.ShouldBe(TooLarge(problem));

    [TestCase(99, null)]
    [TestCase(100, "Error in the JQL Query: The query is nested too deeply. (line 1, character 101)")]
    public void A_query_is_nested_at_most_a_hundred_levels_deep(int brackets, string? problem) =>
        Parser.Parse(new string('(', brackets) + "a = b" + new string(')', brackets)).Problem.ShouldBe(TooLarge(problem));

    [TestCase(100, null)]
    [TestCase(101, "Error in the JQL Query: The query is nested too deeply. (line 1, character 106)")]
    public void A_list_is_nested_at_most_a_hundred_levels_deep(int brackets, string? problem) =>
        Parser.Parse("a in " + new string('(', brackets) + "b" + new string(')', brackets)).Problem.ShouldBe(TooLarge(problem));

    [TestCase(2000, null)]
    [TestCase(2001, "Error in the JQL Query: The query has too many clauses. (line 1, character 18001)")]
    public void A_query_has_at_most_two_thousand_conditions(int conditions, string? problem) =>
        Parser.Parse(string.Join(" or ", Enumerable.Repeat("a = b", conditions))).Problem.ShouldBe(TooLarge(problem));

    [Test]
    public async Task A_text_that_is_searched_for_has_at_most_two_hundred_words()
    {
        await using var site = await SearchSite.StartAsync();
        static string Query(int words) => $"summary ~ '{string.Join(' ', Enumerable.Repeat("word", words))}'";

        (await site.Search(Query(200), site.Mia)).ShouldBe(new(200, "JIRA-SEARCH-200, JIRA-AUTH-BASIC", SearchSite.NoIssues));
        (await site.Search(Query(201), site.Mia)).ShouldBe(new(400, "JIRA-JQL-TOO-LARGE-400, JIRA-AUTH-BASIC", """{"errorMessages":["The text query for field 'summary' has too many words."],"errors":{}}"""));
    }

    [TestCase(254, 1)]
    [TestCase(245, 10)]
    public async Task A_word_with_wildcards_has_at_most_255_characters_and_ten_of_them(int letters, int wildcards)
    {
        await using var site = await SearchSite.StartAsync();
        static string Query(string word) => $"summary ~ 'any OR \"a phrase\" OR -{word}'";
        var word = new string('a', letters) + string.Concat(Enumerable.Repeat("*?", wildcards))[..wildcards];

        (await site.Search(Query(word), site.Mia)).Rule.ShouldBe("JIRA-SEARCH-200, JIRA-AUTH-BASIC");
        (await site.Search(Query(new string('a', 1000)), site.Mia)).Rule.ShouldBe("JIRA-SEARCH-200, JIRA-AUTH-BASIC");
        foreach (var refused in (string[])[word + "a", "a" + new string('*', 11), "a" + new string('?', 11)])
        {
            (await site.Search(Query(refused), site.Mia)).ShouldBe(new(400, "JIRA-JQL-TOO-LARGE-400, JIRA-AUTH-BASIC", """{"errorMessages":["The text query for field 'summary' has a word with too many wildcards, or one with wildcards that is too long."],"errors":{}}"""));
        }
    }

    [Test]
    public async Task Without_a_user_what_means_nothing_counts_as_nothing([Values] Door door)
    {
        await using var site = await SearchSite.StartAsync();

        (await site.Post("/rest/api/3/search/approximate-count", """{"jql":"project = NOPE"}""", null, door)).ShouldBe(new(200, "JIRA-JQL-MEANING-ANONYMOUS-200, JIRA-AUTH-ANONYMOUS", """{"count":0}"""));
    }

    private static JqlProblem? TooLarge(string? text) => text is null ? null : new JqlProblem(JqlProblemKind.TooLarge, text);
}
