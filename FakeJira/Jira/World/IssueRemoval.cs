namespace FakeJira.Jira.World;

/// <summary>Deletes issues.</summary>
public static class IssueRemoval
{
    /// <summary>Deletes an issue and its subtasks; what else was a part of it stays, a part of nothing.</summary>
    internal static JiraWorld Remove(JiraWorld world, Issue issue)
    {
        foreach (var part in world.PartsOf(issue))
        {
            world = part.Type.IsSubtask ? Remove(world, part) : world.With(part with { Parent = null });
        }

        return world.Without(world.Issues[issue.Id]);
    }
}
