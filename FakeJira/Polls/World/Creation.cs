using FakeJira.Polls.Bodies;

namespace FakeJira.Polls.World;

/// <summary>What making a poll came to.</summary>
internal enum CreationKind
{
    Refused,
    IssueUnknown,
    BodyInvalid,
    PollInvalid,
    Full,
    Created,
}

/// <param name="Kind">What it came to.</param>
/// <param name="Admission">How the call was let in, or why not.</param>
/// <param name="Poll">The new poll, when there is one.</param>
internal readonly record struct Creation(CreationKind Kind, Admission Admission, Poll? Poll = null)
{
    /// <summary>Makes a poll at the end of its place's list; the world stays as it is unless that is what it came to.</summary>
    public static (PollsWorld World, Creation Outcome) Run(PollsWorld world, PollsCall call, PollBody? body, Func<PollPlace, bool> isIssue, Func<string> newId)
    {
        var admission = Admission.Of(world, call, needsPollId: false, isIssue);
        if (admission.Refusal is not null)
        {
            return (world, new(CreationKind.Refused, admission));
        }

        if (admission.IssueUnknown)
        {
            return (world, new(CreationKind.IssueUnknown, admission));
        }

        if (body is null)
        {
            return (world, new(CreationKind.BodyInvalid, admission));
        }

        if (world.Settings.Strict && !body.IsSensible)
        {
            return (world, new(CreationKind.PollInvalid, admission));
        }

        var id = newId();
        while (admission.Polls.Find(id) is not null)
        {
            // A state document can hold ids that the site's chance has yet to make.
            id = newId();
        }

        var poll = new Poll(admission.Installation.NextNumber, id, body);
        if (!world.HasRoomFor(poll))
        {
            return (world, new(CreationKind.Full, admission));
        }

        return (world.With(admission.Installation.Add(admission.Place, poll)), new(CreationKind.Created, admission, poll));
    }
}
