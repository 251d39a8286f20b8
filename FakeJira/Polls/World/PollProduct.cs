namespace FakeJira.Polls.World;

/// <summary>The product that an endpoint's installation belongs to; it decides what workspace, content and container mean.</summary>
public enum PollProduct
{
    /// <summary>Workspace is a project key, content an issue key; there is no container.</summary>
    Jira,

    /// <summary>Workspace is a space id, content a page id, container a macro id.</summary>
    Confluence,
}
