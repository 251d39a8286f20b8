namespace FakeJira.Stubs;

/// <summary>Somebody a client can be signed in as: a Jira user, a panelist of an idea bank.</summary>
public abstract record Caller
{
    /// <summary>The value of the header Authorization.</summary>
    public abstract string Authorization { get; }
}
