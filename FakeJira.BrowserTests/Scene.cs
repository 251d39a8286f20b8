using System.Text;
using FakeJira.Stubs;

namespace FakeJira.BrowserTests;

/// <summary>Something to look at: what a client under test might have done.</summary>
internal static class Scene
{
    public static async Task PlayAsync(FakeJiraServer fake)
    {
        using var mia = fake.CreateClient(fake.Jira.User("mia@example.com"));
        using var emma = fake.CreateClient(fake.Jira.User("emma@example.com"));
        using var nobody = fake.CreateClient();
        await MappingAsync(nobody, """{"Title": "Orders", "Request": {"Path": "/shop/orders", "Methods": ["POST"], "Headers": [{"Name": "X-Tenant", "Matchers": [{"Name": "WildcardMatcher", "Pattern": "team-*"}]}]}, "Response": {"StatusCode": 201}}""");
        await MappingAsync(nobody, """{"Title": "Order status", "Request": {"Path": "/shop/orders/*", "Methods": ["GET"]}, "Response": {"BodyAsJson": {"state": "sent"}}}""");
        await Ask(mia, "GET", "rest/api/3/myself");
        await Ask(mia, "GET", "rest/api/3/search/jql?jql=project%20%3D%20MKY");
        await Ask(mia, "GET", "rest/api/3/issue/MKY-1/votes");
        await Ask(emma, "POST", "rest/api/3/issue/MKY-1/votes");
        await Ask(emma, "DELETE", "rest/api/3/issue/MKY-1/votes");
        await Ask(emma, "DELETE", "rest/api/3/issue/MKY-1/votes");
        await Ask(nobody, "POST", "rest/api/3/issue/MKY-2/votes");
        await Ask(nobody, "GET", "x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&workspace=PLAT&content=PLAT-254604&expand=results");
        await Ask(nobody, "POST", "public/ideabank/proposals/p-abc123/vote", """{"vote":1}""", "abc123:xyz789:ses456");
        await Ask(nobody, "POST", "shop/order", """{"lines": 2}""");
        await Ask(nobody, "GET", "shop/orders/17");
        using (fake.Faults.Add(new Fault { Operation = "jira.votes.add", Error = "jira.rate-limited", Times = 1 }))
        {
            await Ask(mia, "POST", "rest/api/3/issue/MKY-2/votes");
        }

        await Ask(mia, "POST", "rest/api/3/issue/MKY-2/votes");
        await Ask(mia, "GET", "rest/api/3/issue/MKY-99/votes");
        fake.Faults.Add(new Fault { Operation = "jira.votes.add", Status = 504, AfterWrite = true, Times = 3 });
        fake.Settings["removeMissingVote"] = "204";
    }

    public static async Task MappingAsync(HttpClient client, string mapping)
    {
        using var content = new StringContent(mapping);
        using var answer = await client.PostAsync(new Uri("__fakejira/sites/default/mappings?file=shop.json", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task Ask(HttpClient client, string method, string path, string? body = null, string? authorization = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var answer = await client.SendAsync(request);
    }
}
