using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Jira.Issues;

/// <summary>Whatever JSON is sent, the answer is one of the vendor's kind, and the site can still be written down and read again.</summary>
public sealed class IssueFuzzTests
{
    private static readonly string[] Names = ["fields", "update", "transition", "id", "key", "name", "project", "issuetype", "summary", "description", "labels", "priority", "assignee", "reporter", "accountId", "duedate", "parent", "security", "comment", "add", "set", "remove", "body", "visibility", "type", "value", "version", "content", "text", "marks", "attrs", "resolution", "issueUpdates", "issueIds", "x"];
    private static readonly string[] Scalars = ["null", "true", "0", "1e400", "-1", "31", "\"\"", "\"MKY\"", "\"MKY-1\"", "\"MKY-2\"", "\"Task\"", "\"Sub-task\"", "\"10002\"", "\"doc\"", "\"text\"", "\"mia\"", "\"2026-01-31\"", "\"a\\nb\"", "\"\\u0000\"", "\"🎉\"", "\"group\""];
    private static readonly (string Method, string Path)[] Operations =
    [
        ("POST", "/issue"), ("PUT", "/issue/MKY-1"), ("PUT", "/issue/MKY-1/assignee"), ("POST", "/issue/MKY-1/transitions"), ("POST", "/issue/MKY-1/watchers"), ("POST", "/issue/watching"),
        ("POST", "/issue/MKY-1/comment"), ("PUT", "/issue/MKY-1/comment/10000"), ("POST", "/issue/bulk"), ("GET", "/issue/MKY-1"), ("GET", "/issue/MKY-1/comment"), ("DELETE", "/issue/MKY-2"),
    ];

    private static Gen<string> Bodies => Gen.Frequency(
        (2, Json(4)),
        (2, from fields in Members(3) select $$$"""{"fields":{{{fields}}}}"""),
        (2, from fields in Members(2) from update in Members(3) select $$$"""{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S",{{{fields.Trim('{', '}')}}}},"update":{{{update}}}}""".Replace(",}", "}", StringComparison.Ordinal)));

    [Test]
    public void No_body_makes_the_server_fail() => Prop.ForAll(
        (from operation in Gen.Elements(Operations) from version in Gen.Choose(2, 3) from body in Bodies select (operation, version, body)).ListOf(20).ToArbitrary(),
        requests => Run([.. requests]).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(40));

    private static async Task<bool> Run(((string Method, string Path) Operation, int Version, string Body)[] requests)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof", accountId: "mia");
        fake.Jira.AddIssue("MKY-1", mia);
        fake.Jira.AddIssue("MKY-2", mia, parent: "MKY-1");
        fake.Jira.AddComment("MKY-1", mia, "First");
        using var client = fake.Client(Door.Handler, mia);
        foreach (var ((method, path), version, body) in requests)
        {
            var answer = await Answer.Of(client, method, $"/rest/api/{version}{path}", method is "GET" or "DELETE" ? null : new StringContent(body, System.Text.Encoding.UTF8, "application/json"));
            answer.Status.ShouldBeOneOf(200, 201, 204, 400, 404, 413);
            answer.Rule.ShouldStartWith("JIRA-");
        }

        const string state = "/__fakejira/sites/default/state";
        var written = (await client.Get(state)).Body;
        (await client.Put(state, written)).Status.ShouldBe(204);
        return (await client.Get(state)).Body == written;
    }

    private static Gen<string> Json(int depth) => depth == 0
        ? Gen.Elements(Scalars)
        : Gen.Frequency((2, Gen.Elements(Scalars)), (3, Members(depth - 1)), (1, from count in Gen.Choose(0, 3) from items in Json(depth - 1).ListOf(count) select $"[{string.Join(',', items)}]"));

    private static Gen<string> Members(int depth) => from count in Gen.Choose(0, 4) from names in Gen.Elements(Names).ListOf(count) from values in Json(depth).ListOf(count) select "{" + string.Join(',', names.Zip(values, (name, value) => $"\"{name}\":{value}")) + "}";
}
