namespace FakeJira.Polls.World;

/// <summary>Where polls live. Compared exactly.</summary>
/// <param name="Workspace">Project key or space id.</param>
/// <param name="Content">Issue key or page id.</param>
/// <param name="Container">Macro id; empty in Jira.</param>
public readonly record struct PollPlace(string Workspace, string Content, string Container)
{
    /// <inheritdoc/>
    public override string ToString() => Container.Length == 0 ? $"{Workspace}/{Content}" : $"{Workspace}/{Content}/{Container}";
}
