using System.Text;

namespace FakeJira.Tests.Stubs.Checking;

/// <summary>Requests as the vendors' pages show them, sent as curl sends them: nothing is found.</summary>
public sealed class WellBehavedTests
{
    private const string Basic = "Basic bWlhQGV4YW1wbGUuY29tOm1pYS10b2tlbg==";
    private const string Panelist = "abc123:xyz789:ses456";
    private const string Polls = "x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&workspace=PLAT&content=PLAT-254604";
    private const string Stars = FakeJira.Tests.Polls.PollsHttp.Stars;

    [TestCase("GET", "rest/api/3/issue/MKY-1/votes", Basic, "")]
    [TestCase("POST", "rest/api/3/issue/MKY-1/votes", Basic, "")]
    [TestCase("DELETE", "rest/api/3/issue/MKY-1/votes", Basic, "")]
    [TestCase("DELETE", "rest/api/3/issue/MKY-1/votes", Basic, "{}")]
    [TestCase("GET", "rest/api/3/issue/MKY-1?expand=&fields=votes", Basic, "")]
    [TestCase("POST", "rest/api/3/search/jql", Basic, """{"jql":"votes > 0","fields":["votes"],"maxResults":10}""")]
    [TestCase("POST", "rest/api/3/issue/MKY-1/watchers", Basic, "\"5b10a2844c20165700ede21g\"")]
    [TestCase("GET", Polls, "", "")]
    [TestCase("GET", Polls + "&container=", "", "")]
    [TestCase("POST", Polls, "", Stars)]
    [TestCase("PUT", Polls + "&container=&pollId=ee9107b5-5041-4c15-8c76-f14404fa1fad", "", Stars)]
    [TestCase("DELETE", Polls + "&container=&pollId=ee9107b5-5041-4c15-8c76-f14404fa1fad", "", "")]
    [TestCase("POST", "public/ideabank/proposals/p-abc123/vote", Panelist, """{"vote":1}""")]
    [TestCase("POST", "public/ideabank/proposals/p-abc123/vote", Panelist, """{"voteType":"for"}""")]
    [TestCase("DELETE", "public/ideabank/proposals/p-abc123/vote", Panelist, "")]
    [TestCase("GET", "public/ideabank/proposals?sort=votes&limit=100", Panelist, "")]
    public async Task The_vendor_s_own_request_has_no_findings(string method, string path, string authorization, string body)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.CreateClient();

        var answer = await Answer.Of(client, method, path, body.Length == 0 ? null : new StringContent(body, Encoding.UTF8, "application/json"), [("User-Agent", "curl/8.5.0"), ("Accept", "*/*"), .. authorization.Length == 0 ? [] : new[] { ("Authorization", authorization) }]);

        answer.Status.ShouldBeInRange(200, 204, answer.Body);
        fake.Findings.All.ShouldBeEmpty();
        fake.Findings.ShouldBeEmpty();
        fake.Findings.ToString().ShouldBe("No findings.");
    }
}
