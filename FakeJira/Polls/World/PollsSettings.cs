namespace FakeJira.Polls.World;

/// <summary>What an update of a poll that does not exist comes to.</summary>
public enum UnknownPoll
{
    /// <summary>404.</summary>
    NotFound,

    /// <summary>400.</summary>
    BadRequest,

    /// <summary>200: the poll is made, with the id of the query.</summary>
    Created,
}

/// <summary>The switches of the polls of a site. The defaults are those of the profile <c>documented</c>.</summary>
public sealed record PollsSettings
{
    /// <summary>What PUT says to a poll id that the content lacks.</summary>
    public UnknownPoll UpdateUnknown { get; init; }

    /// <summary>Whether GET with a poll id answers the poll itself instead of a list of one.</summary>
    public bool GetByIdAsObject { get; init; }

    /// <summary>Whether polls that make no sense are refused.</summary>
    public bool Strict { get; init; }

    /// <summary>How much room there is for what clients make, in megabytes.</summary>
    public int Megabytes { get; init; } = 256;

    /// <summary>Whether the content of a Jira endpoint has to be an issue of the site.</summary>
    public bool CheckIssues { get; init; }
}
