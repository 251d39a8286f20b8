namespace FakeJira.Benchmarks.Soak;

/// <summary>Many clients, so many steps each, at the same time.</summary>
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
        await Task.WhenAll(all.Select(client => Task.Run(() => RunAsync(server, client, steps)))).ConfigureAwait(false);
        var (expected, counted) = (all.Count(client => client.HasVotedOnShared), shared.Jira.VotersOf("MKY-1").Count);
        if (expected != counted)
        {
            server.Wrong($"shared: {counted} votes instead of {expected}");
        }

        server.Fake.Sites.Remove("shared");
        if (server.Fake.Sites.Names is not ["default"])
        {
            server.Wrong($"sites are left: {string.Join(", ", server.Fake.Sites.Names)}");
        }
    }

    private static async Task RunAsync(SoakServer server, SoakClient client, int steps)
    {
        try
        {
            using (client)
            {
                await client.RunAsync(steps).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            server.Wrong(exception.ToString());
        }
    }
}
