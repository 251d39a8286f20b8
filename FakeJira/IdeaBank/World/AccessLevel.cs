namespace FakeJira.IdeaBank.World;

/// <summary>What panelists may do in a bank, as the vendor's help names it.</summary>
public enum AccessLevel
{
    /// <summary>Nothing; the bank is the researchers' own.</summary>
    Internal,

    /// <summary>Submit, unseen by each other.</summary>
    SuggestionBox,

    /// <summary>View and vote.</summary>
    ClosedVoting,

    /// <summary>View, submit and vote.</summary>
    OpenVoting,

    /// <summary>View, submit, vote and comment.</summary>
    CommunityForum,
}

/// <summary>What one panelist may do in a bank.</summary>
public readonly record struct Capabilities(bool CanView, bool CanSubmit, bool CanVote, bool CanComment)
{
    /// <summary>Those of a level; who is blocked only looks on.</summary>
    public static Capabilities Of(AccessLevel level, bool isBlocked)
    {
        var open = level switch
        {
            AccessLevel.Internal => new Capabilities(false, false, false, false),
            AccessLevel.SuggestionBox => new Capabilities(false, true, false, false),
            AccessLevel.ClosedVoting => new Capabilities(true, false, true, false),
            AccessLevel.OpenVoting => new Capabilities(true, true, true, false),
            AccessLevel.CommunityForum => new Capabilities(true, true, true, true),
        };
        return isBlocked ? open with { CanSubmit = false, CanVote = false, CanComment = false } : open;
    }
}
