using System.Text.Json;

namespace FakeJira.Tests.Jira.Search;

public sealed class JqlMistakeTests
{
    [TestCase("nope = 1", "Field 'nope' does not exist or you do not have permission to view it.")]
    [TestCase("project = NOPE", "The value 'NOPE' does not exist for the field 'project'.")]
    [TestCase("project = SECRET", "The value 'SECRET' does not exist for the field 'project'.")]
    [TestCase("project = 99", "A value with ID '99' does not exist for the field 'project'.")]
    [TestCase("key = MKY-99", "An issue with key 'MKY-99' does not exist for field 'key'.")]
    [TestCase("issue in (MKY-1, SECRET-1)", "An issue with key 'SECRET-1' does not exist for field 'issue'.")]
    [TestCase("key = monkey", "The issue key 'monkey' for field 'key' is invalid.")]
    [TestCase("id = 99", "A value with ID '99' does not exist for the field 'id'.")]
    [TestCase("key > OLD-1", "Operator '>' cannot be applied to moved issue key 'OLD-1'.")]
    [TestCase("key is empty", "The field 'key' does not support searching for EMPTY values.")]
    [TestCase("reporter = nobody", "The value 'nobody' does not exist for the field 'reporter'.")]
    [TestCase("reporter in membersOf(nobody)", "Function 'membersOf' can not generate a list of usernames for group 'nobody'; the group does not exist.")]
    [TestCase("reporter in membersOf()", "Function 'membersOf' expected '1' arguments but received '0'.")]
    [TestCase("reporter = bogus(1, x)", "Unable to find JQL function 'bogus(1, x)'.")]
    [TestCase("votes = currentUser()", "A value provided by the function 'currentUser' is invalid for the field 'votes'. Votes must be a positive whole number.")]
    [TestCase("project = currentUser()", "A value provided by the function 'currentUser' is invalid for the field 'project'.")]
    [TestCase("votes = many", "Value 'many' is invalid for the 'votes' field. Votes must be a positive whole number.")]
    [TestCase("votes > -1", "Value '-1' is invalid for the 'votes' field. Votes must be a positive whole number.")]
    [TestCase("votes > empty", "Operator '>' does not support the empty value representation 'EMPTY' for field 'votes'.")]
    [TestCase("votes = (1, 2)", "Operator '=' does not support the list value '(1, 2)' for field 'votes'.")]
    [TestCase("reporter = membersOf(readers)", "Operator '=' does not support the list value 'membersOf(readers)' for field 'reporter'.")]
    [TestCase("project in MKY", "Operator 'in' does not support the non-list value '\"MKY\"' for field 'project'.")]
    [TestCase("reporter is mia", "Operator 'is' does not support searching for non-empty values for field 'reporter'.")]
    [TestCase("summary = test", "The operator '=' is not supported by the 'summary' field.")]
    [TestCase("text !~ test", "The operator '!~' is not supported by the 'text' field.")]
    [TestCase("project ~ MKY", "The operator '~' is not supported by the 'project' field.")]
    [TestCase("summary ~ ''", "The field 'summary' does not support searching for an empty string.")]
    [TestCase("summary ~ '*end'", "The text query '*end' for field 'summary' is not allowed to start with '*'.")]
    [TestCase("summary ~ 'the ?end'", "The text query 'the ?end' for field 'summary' is not valid: the '*' and '?' are not allowed as first character in wildcard query.")]
    [TestCase("summary ~ 'AND'", "Unable to parse the text 'AND' for field 'summary'.")]
    [TestCase("summary ~ '\"open'", "Unable to parse the text '\"open' for field 'summary'.")]
    [TestCase("key = MKY-1 order by text", "Not able to sort using field 'text'.")]
    [TestCase("project = NOPE and nope = 1 order by nope", "The value 'NOPE' does not exist for the field 'project'.|Field 'nope' does not exist or you do not have permission to view it.|Not able to sort using field 'nope'.")]
    public async Task Every_mistake_is_named_in_the_vendors_words(string jql, string messages)
    {
        await using var site = await SearchSite.StartAsync();
        site.Fake.Jira.AddIssue("OLD-1", site.Mia);
        site.Fake.Jira.MoveIssue("OLD-1", "MKY-9");

        (await site.Search(jql, site.Mia)).ShouldBe(new(400, "JIRA-JQL-MEANING-400, JIRA-AUTH-BASIC", Body(messages.Split('|'))));
        (await site.Search(jql)).ShouldBe(new(200, "JIRA-JQL-MEANING-ANONYMOUS-200, JIRA-AUTH-ANONYMOUS", SearchSite.NoIssues));
    }

    [TestCase("issue in votedIssues()", "Function 'votedIssues' cannot be called as anonymous user.")]
    public async Task What_only_users_have_is_not_there_for_others(string jql, string message)
    {
        await using var site = await SearchSite.StartAsync();

        (await site.Search(jql)).Rule.ShouldBe("JIRA-JQL-MEANING-ANONYMOUS-200, JIRA-AUTH-ANONYMOUS");
        site.Fake.Jira.Settings = site.Fake.Jira.Settings with { LegacySearch = true };
        SearchSite.Member(await site.Get($"/rest/api/3/search?validateQuery=warn&jql={Uri.EscapeDataString(jql)}"), "warningMessages").ShouldBe(JsonSerializer.Serialize(new[] { message }, Relaxed));
    }

    [TestCase("project = MKY and", "Error in the JQL Query: Expecting a field name at the end of the query.")]
    [TestCase("project == MKY", "Error in JQL Query: Expecting either a value, list or function but got '='. You must surround '=' in quotation marks to use it as a value. (line 1, character 10)")]
    public Task What_cannot_be_read_is_refused_with_or_without_a_user(string jql, string message) => IsRefused(jql, "JIRA-JQL-SYNTAX-400", message);

    [TestCase("status was Done", "Error in the JQL Query: The operator 'WAS' searches the history of issues, which is not simulated. (line 1, character 8)")]
    [TestCase("sprint = 1", "The field 'sprint' is not simulated in JQL.")]
    [TestCase("cf[10000] = 1", "The field 'cf[10000]' is not simulated in JQL.")]
    [TestCase("issue in linkedIssues(MKY-1)", "The JQL function 'linkedIssues' is not simulated.")]
    public Task What_is_not_simulated_is_refused_with_or_without_a_user(string jql, string message) => IsRefused(jql, "JIRA-JQL-NOT-SIMULATED-400", message);

    [Test]
    public async Task An_absurd_query_is_a_plain_400()
    {
        await using var site = await SearchSite.StartAsync();
        var deep = JsonSerializer.Serialize(new { jql = new string('(', 60_000) });

        (await site.Post("/rest/api/3/search/jql", deep, site.Mia)).Rule.ShouldBe("JIRA-JQL-TOO-LARGE-400, JIRA-AUTH-BASIC");
        (await site.Search($"summary ~ '{string.Join(' ', Enumerable.Repeat("word", 300))}'", site.Mia)).Rule.ShouldBe("JIRA-JQL-TOO-LARGE-400, JIRA-AUTH-BASIC");
    }

    private static async Task IsRefused(string jql, string rule, string message)
    {
        await using var site = await SearchSite.StartAsync();

        (await site.Search(jql, site.Mia)).ShouldBe(new(400, rule + ", JIRA-AUTH-BASIC", Body(message)));
        (await site.Search(jql)).ShouldBe(new(400, rule + ", JIRA-AUTH-ANONYMOUS", Body(message)));
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Body(params string[] messages) => $$$"""{"errorMessages":{{{JsonSerializer.Serialize(messages, Relaxed)}}},"errors":{}}""";
}
