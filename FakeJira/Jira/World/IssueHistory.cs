namespace FakeJira.Jira.World;

/// <summary>A world that was replaced.</summary>
/// <param name="Until">When, by the site's clock.</param>
/// <param name="World">As it was, without its own past.</param>
internal sealed record PastWorld(DateTimeOffset Until, JiraWorld World);

/// <summary>What the search sees of the past while <see cref="JiraSettings.SearchIndexDelay"/> is on.</summary>
internal static class IssueHistory
{
    private const int MostChanges = 1000;

    /// <summary>After every change: keeps the world before it as long as the search can see it, at most a thousand of them, and as many as there is room for beside the present.</summary>
    public static JiraWorld Keep(JiraWorld before, JiraWorld after, TimeProvider time)
    {
        var delay = after.Settings.SearchIndexDelay;
        if (delay == 0)
        {
            return after.Past.IsEmpty ? after : after with { Past = [] };
        }

        if (ReferenceEquals(before.Issues, after.Issues))
        {
            return after;
        }

        var now = time.GetUtcNow();
        var past = after.Past.Add(new(now, before with { Past = [] }));
        while (past.Count > MostChanges || (!past.IsEmpty && (after.Gone - past[0].World.Gone > after.Room || past[0].Until <= now.AddSeconds(-delay))))
        {
            past = past.RemoveAt(0);
        }

        return after with { Past = past };
    }

    /// <summary>The world with the issues that the search sees now.</summary>
    public static JiraWorld Seen(JiraWorld world, DateTimeOffset now)
    {
        if (world.Past.IsEmpty)
        {
            return world;
        }

        var moment = now.AddSeconds(-world.Settings.SearchIndexDelay);
        return world.Past.Find(past => past.Until > moment) is { } seen ? world.WithIssuesOf(seen.World) : world;
    }
}
