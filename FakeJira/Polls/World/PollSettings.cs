namespace FakeJira.Polls.World;

/// <summary>The settings of a poll, as the vendor's page names them, with the values that missing ones get.</summary>
public sealed record PollSettings
{
    /// <summary>Whether one person may choose several options.</summary>
    public bool AllowSelectionOfMultipleOptions { get; init; }

    /// <summary>Who sees results when.</summary>
    public string ResultsVisibility { get; init; } = "alwaysPublic";

    /// <summary>When the poll ends; empty for never.</summary>
    public string EndDate { get; init; } = "";

    /// <summary>Whether only percentages are shown.</summary>
    public bool HideAbsoluteNumbers { get; init; }

    /// <summary>Whether a vote may be changed.</summary>
    public bool AllowRevote { get; init; }

    /// <summary>Whether it is kept who voted.</summary>
    public bool SaveParticipantNames { get; init; }

    /// <summary>Whether the poll closes at its end date.</summary>
    public bool ClosePollOnEndDate { get; init; }

    /// <summary>Whether people may comment.</summary>
    public bool AllowComment { get; init; }

    /// <summary>Name and value of each, in the order of the page: true, false or a text.</summary>
    internal IEnumerable<(string Name, object Value)> Members =>
    [
        ("allowSelectionOfMultipleOptions", AllowSelectionOfMultipleOptions),
        ("resultsVisibility", ResultsVisibility),
        ("endDate", EndDate),
        ("hideAbsoluteNumbers", HideAbsoluteNumbers),
        ("allowRevote", AllowRevote),
        ("saveParticipantNames", SaveParticipantNames),
        ("closePollOnEndDate", ClosePollOnEndDate),
        ("allowComment", AllowComment),
    ];

    /// <summary>What a poll has that says nothing about its settings.</summary>
    internal static (string Name, object Value)[] Defaults { get; } = [.. new PollSettings().Members];
}
