namespace FakeJira.Polls.World;

/// <summary>What deleting a poll came to.</summary>
internal enum DeletionKind
{
    Refused,
    NotFound,
    Deleted,
}

/// <param name="Kind">What it came to.</param>
/// <param name="Admission">How the call was let in, or why not.</param>
internal readonly record struct Deletion(DeletionKind Kind, Admission Admission)
{
    /// <summary>Deletes a poll; a second time it is not there.</summary>
    public static (PollsWorld World, Deletion Outcome) Run(PollsWorld world, PollsCall call, Func<PollPlace, bool> isIssue)
    {
        var admission = Admission.Of(world, call, needsPollId: true, isIssue);
        if (admission.Refusal is not null)
        {
            return (world, new(DeletionKind.Refused, admission));
        }

        return admission.Polls.Find(call.PollId!) is null
            ? (world, new(DeletionKind.NotFound, admission))
            : (world.With(admission.Installation.Remove(admission.Place, call.PollId!)), new(DeletionKind.Deleted, admission));
    }
}
