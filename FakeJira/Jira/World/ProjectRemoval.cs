namespace FakeJira.Jira.World;

/// <summary>Deletes projects.</summary>
internal static class ProjectRemoval
{
    /// <summary>Without a project and its issues.</summary>
    public static JiraWorld Remove(JiraWorld world, Project project)
    {
        foreach (var id in world.Index.OfProject(project.Key))
        {
            // A subtask may have gone with its parent.
            world = world.Issues.TryGetValue(id, out var issue) ? IssueRemoval.Remove(world, issue) : world;
        }

        return world.Without(world.Projects[project.Key]);
    }
}
