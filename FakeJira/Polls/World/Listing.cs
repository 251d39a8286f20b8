namespace FakeJira.Polls.World;

/// <summary>What asking for polls came to.</summary>
internal enum ListingKind
{
    Refused,
    Listed,
    Found,
    NotFound,
}

/// <param name="Kind">What it came to.</param>
/// <param name="Admission">How the call was let in, or why not.</param>
/// <param name="Polls">All polls of the place, or the one that was asked for.</param>
internal readonly record struct Listing(ListingKind Kind, Admission Admission, IReadOnlyList<Poll> Polls)
{
    /// <summary>The polls of a place, or with a poll id that one of them.</summary>
    public static Listing Of(PollsWorld world, PollsCall call, Func<PollPlace, bool> isIssue)
    {
        var admission = Admission.Of(world, call, needsPollId: false, isIssue);
        if (admission.Refusal is not null)
        {
            return new(ListingKind.Refused, admission, []);
        }

        if (call.PollId is { } id)
        {
            return admission.Polls.Find(id) is { } poll ? new(ListingKind.Found, admission, [poll]) : new(ListingKind.NotFound, admission, []);
        }

        return new(ListingKind.Listed, admission, admission.Polls.Polls);
    }
}
