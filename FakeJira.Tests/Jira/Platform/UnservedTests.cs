namespace FakeJira.Tests.Jira.Platform;

public sealed class UnservedTests
{
    [Test]
    public async Task An_operation_that_only_the_vendor_has_is_told_apart_from_a_mistaken_path([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/worklog?startAt=0")).ShouldBe(new(404, "JIRA-NOT-SIMULATED-404", """{"type":"about:blank","title":"Not Found","status":404,"detail":"No endpoint GET /rest/api/3/issue/MKY-1/worklog.","instance":"/rest/api/3/issue/MKY-1/worklog"}"""));
        (await Answer.Of(client, "GET", "/rest/api/3/isue/MKY-1/votes")).ShouldBe(new(404, "JIRA-NO-ENDPOINT-404", """{"type":"about:blank","title":"Not Found","status":404,"detail":"No endpoint GET /rest/api/3/isue/MKY-1/votes.","instance":"/rest/api/3/isue/MKY-1/votes"}"""));
    }

    [Test]
    public async Task Every_operation_that_is_listed_as_not_simulated_says_so()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(Door.Handler);

        foreach (var line in FakeJira.Jira.JiraContract.Contract.NotSimulatedOperations)
        {
            var (methods, path) = (line.Split(' ')[0], line.Split(' ')[1].Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal));
            foreach (var method in methods.Split(','))
            {
                var answer = await Answer.Of(client, method, "/rest/api/2" + path);
                (line, answer.Status, answer.Rule).ShouldBe((line, 404, "JIRA-NOT-SIMULATED-404"));
            }
        }

        FakeJira.Commands.ContractDocument.Write([FakeJira.Jira.JiraContract.Contract]).ShouldContain("- `GET,PUT,DELETE /mypreferences`");
    }

    [Test]
    public async Task Another_method_is_refused_with_the_methods_that_the_vendor_has([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var client = fake.Client(door);

        using var votes = await client.PutAsync("/rest/api/3/issue/MKY-1/votes", null);
        (await Answer.Of(votes)).ShouldBe(new(405, "JIRA-METHOD-405", """{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"Method 'PUT' is not supported.","instance":"/rest/api/3/issue/MKY-1/votes"}"""));
        votes.Content.Headers.Allow.ShouldBe(["DELETE", "GET", "POST"]);

        using var webhook = await client.PutAsync("/rest/api/3/webhook", null);
        webhook.Content.Headers.Allow.ShouldBe(["DELETE", "GET", "POST"]);
        webhook.StatusCode.ShouldBe(System.Net.HttpStatusCode.MethodNotAllowed);
    }
}
