namespace FakeJira.Stubs.Reading;

/// <summary>A moment of a document to which the clock of a site can come; another is an error at its place.</summary>
internal static class ClockMoment
{
    /// <summary>The moment of a member; null when there is none.</summary>
    public static DateTimeOffset? Read(JsonNodeAt node, string name) =>
        node.Moment(name) is not { } moment ? null : SiteClock.Has(moment) ? moment : Beyond(node.PlaceOf(name));

    /// <summary>So long after another, which may itself be where dates end.</summary>
    public static DateTimeOffset? After(JsonNodeAt node, DateTimeOffset from, TimeSpan time) =>
        SiteClock.Goes(from, time) ? from + time : Beyond(node);

    private static DateTimeOffset? Beyond(JsonNodeAt node)
    {
        node.Error(SiteClock.Range);
        return null;
    }
}
