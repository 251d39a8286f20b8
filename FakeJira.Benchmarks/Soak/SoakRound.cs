namespace FakeJira.Benchmarks.Soak;

/// <summary>Many clients, so many steps each, at the same time: each on a site of its own, all on one issue, and half as many more on a site that they share in everything.</summary>
internal static class SoakRound
{
    /// <summary>What went wrong is then among the server's problems.</summary>
    public static async Task RunAsync(SoakServer server, int clients, int steps, int seed)
    {
        var shared = server.Fake.Sites.Create("shared");
        foreach (var number in Enumerable.Range(0, clients))
        {
            shared.Jira.AddUser($"Own {number}", email: $"own{number}@example.com", apiToken: $"own-{number}");
        }

        var reporter = shared.Jira.AddUser("Reporter");
        shared.Jira.AddIssue("MKY-1", reporter);
        SoakClient[] all = [.. Enumerable.Range(0, clients).Select(number => new SoakClient(server, number, seed))];
        var crowd = CrowdAsync(server, clients / 2, steps, seed);
        await Task.WhenAll(all.Select(client => GoAsync(server, client, () => client.RunAsync(steps)))).ConfigureAwait(false);
        await crowd.ConfigureAwait(false);
        var (expected, counted) = (all.Count(client => client.HasVotedOnShared), shared.Jira.VotersOf("MKY-1").Count);
        if (expected != counted)
        {
            server.Wrong($"shared: {counted} votes instead of {expected}");
        }

        server.TakeFailures();
        server.Fake.Sites.Remove("shared");
        if (server.Fake.Sites.Names is not ["default"])
        {
            server.Wrong($"sites are left: {string.Join(", ", server.Fake.Sites.Names)}");
        }
    }

    /// <summary>Whatever they did to their site, a reset of it brings back the seed, to the letter.</summary>
    private static async Task CrowdAsync(SoakServer server, int neighbours, int steps, int seed)
    {
        const string Control = "/__fakejira/sites/" + SoakMeddling.Site;
        using var caller = new SoakCaller(server, SoakMeddling.Site);
        await caller.AskAsync(201, "POST", "/__fakejira/sites", $$"""{"name": "{{SoakMeddling.Site}}", "seed": "vendor"}""").ConfigureAwait(false);
        var before = await caller.AskAsync(200, "GET", Control + "/state").ConfigureAwait(false);
        SoakNeighbour[] all = [.. Enumerable.Range(0, neighbours).Select(number => new SoakNeighbour(server, number, seed))];
        await Task.WhenAll(all.Select(neighbour => GoAsync(server, neighbour, () => neighbour.RunAsync(steps)))).ConfigureAwait(false);
        await caller.AskAsync(204, "POST", Control + "/reset").ConfigureAwait(false);
        var after = await caller.AskAsync(200, "GET", Control + "/state").ConfigureAwait(false);
        caller.Check(after == before, () => $"after a reset the state is {after} instead of {before}");
        await caller.AskAsync(204, "DELETE", Control).ConfigureAwait(false);
    }

    private static Task GoAsync(SoakServer server, IDisposable client, Func<Task> runAsync) => Task.Run(async () =>
    {
        try
        {
            using (client)
            {
                await runAsync().ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            server.Wrong(exception.ToString());
        }
    });
}
