namespace FakeJira.IdeaBank.World;

/// <summary>What became of an idea.</summary>
public enum SubmitKind
{
    /// <summary>The panelist is not let in, see <see cref="SubmitOutcome.Refusal"/>.</summary>
    Refused,

    /// <summary>Title or description are missing.</summary>
    Incomplete,

    /// <summary>The site has no room for it.</summary>
    Full,

    /// <summary>It is a proposal now.</summary>
    Submitted,
}

/// <summary>What became of an idea, and the proposal it is now.</summary>
public readonly record struct SubmitOutcome(SubmitKind Kind, Refusal? Refusal = null, Proposal? Proposal = null);

/// <summary>What a panelist proposes.</summary>
public sealed record Idea(string Title, string Description);

/// <summary>Takes proposals in.</summary>
public static class Submitting
{
    /// <summary>Makes an open proposal of an idea; null for one that is incomplete.</summary>
    public static (IdeaBankWorld World, SubmitOutcome Outcome) Submit(IdeaBankWorld world, string? token, DateTimeOffset now, Idea? idea, Func<ulong> chance)
    {
        var admission = Admission.Of(world, token, now, may => may.CanSubmit);
        if (admission.Refusal is { } refusal)
        {
            return (world, new(SubmitKind.Refused, refusal));
        }

        if (idea is null)
        {
            return (world, new(SubmitKind.Incomplete));
        }

        var proposal = new Proposal(FreeId(world, chance), admission.Bank.NextNumber, idea.Title, idea.Description, now);
        if (!world.HasRoomFor(proposal.Size))
        {
            return (world, new(SubmitKind.Full));
        }

        return (world.WithAdded(proposal, admission.Bank), new(SubmitKind.Submitted, Proposal: proposal));
    }

    /// <summary>An id that no proposal has.</summary>
    public static string FreeId(IdeaBankWorld world, Func<ulong> chance)
    {
        string id;
        do
        {
            id = $"p-{chance():x16}";
        }
        while (world.BankOfProposal.ContainsKey(id));

        return id;
    }
}
