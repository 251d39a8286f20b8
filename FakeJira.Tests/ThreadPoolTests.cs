namespace FakeJira.Tests;

/// <summary>A server in the process of the tests does not starve when tests block.</summary>
public sealed class ThreadPoolTests
{
    [Test]
    public async Task Fifty_blocking_callers_are_all_answered()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Jira.AddProject("MKY", anonymousBrowse: true);
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.CreateClient();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => client.GetAsync(new Uri("/rest/api/3/issue/MKY-1/votes", UriKind.Relative)).Result.IsSuccessStatusCode)));

        answers.ShouldAllBe(answered => answered);
        ThreadPool.GetMinThreads(out var workers, out _);
        workers.ShouldBeGreaterThanOrEqualTo(96);
    }
}
