namespace FakeJira.Jira.World;

/// <summary>What projects are grouped by.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">For example FIRST.</param>
/// <param name="Description">What is in it.</param>
public sealed record ProjectCategory(long Id, string Name, string Description);
