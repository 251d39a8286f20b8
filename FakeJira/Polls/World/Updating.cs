using FakeJira.Polls.Bodies;

namespace FakeJira.Polls.World;

/// <summary>What replacing a poll came to.</summary>
internal enum UpdatingKind
{
    Refused,
    PollNotFound,
    PollIdRefused,
    IssueUnknown,
    BodyInvalid,
    PollInvalid,
    Full,
    Updated,
    Created,
}

/// <param name="Kind">What it came to.</param>
/// <param name="Admission">How the call was let in, or why not.</param>
/// <param name="Poll">The poll as it is now, when it was stored.</param>
internal readonly record struct Updating(UpdatingKind Kind, Admission Admission, Poll? Poll = null)
{
    /// <summary>Replaces all of a poll but its id, its place in the list and its results; the world stays as it is unless that is what it came to.</summary>
    public static (PollsWorld World, Updating Outcome) Run(PollsWorld world, PollsCall call, PollBody? body, Func<PollPlace, bool> isIssue)
    {
        var admission = Admission.Of(world, call, needsPollId: true, isIssue);
        if (admission.Refusal is not null)
        {
            return (world, new(UpdatingKind.Refused, admission));
        }

        var known = admission.Polls.Find(call.PollId!);
        if (known is null && Missing(world, admission) is { } missing)
        {
            return (world, new(missing, admission));
        }

        if (body is null)
        {
            return (world, new(UpdatingKind.BodyInvalid, admission));
        }

        if (world.Settings.Strict && !body.IsSensible)
        {
            return (world, new(UpdatingKind.PollInvalid, admission));
        }

        var poll = new Poll(known?.Number ?? admission.Installation.NextNumber, call.PollId!, body, known?.Results);
        if (!world.HasRoomFor(poll, instead: known))
        {
            return (world, new(UpdatingKind.Full, admission));
        }

        return known is null
            ? (world.With(admission.Installation.Add(admission.Place, poll)), new(UpdatingKind.Created, admission, poll))
            : (world.With(admission.Installation.Replace(admission.Place, poll)), new(UpdatingKind.Updated, admission, poll));
    }

    /// <summary>What becomes of an update of a poll that is not there; null when it is to be made.</summary>
    private static UpdatingKind? Missing(PollsWorld world, in Admission admission) => world.Settings.UpdateUnknown switch
    {
        UnknownPoll.NotFound => UpdatingKind.PollNotFound,
        UnknownPoll.BadRequest => UpdatingKind.PollIdRefused,
        UnknownPoll.Created => admission.IssueUnknown ? UpdatingKind.IssueUnknown : null,
    };
}
