namespace FakeJira.Polls.World;

/// <summary>Why a call is not let in. In the order in which it is looked at.</summary>
internal enum Refusal
{
    EndpointUnknown,
    TokenMissing,
    TokenInvalid,
    TypeWrong,
    WorkspaceMissing,
    ContentMissing,
    ContainerMissing,
    PollIdMissing,
    WorkspaceOutOfScope,
}

/// <summary>Whether a call is let in, and to which polls.</summary>
/// <param name="Refusal">Why not; null when it is let in.</param>
/// <param name="Installation">Whose polls; only when it is let in.</param>
/// <param name="Place">Which polls; only when it is let in.</param>
internal readonly record struct Admission(Refusal? Refusal, Installation Installation, PollPlace Place)
{
    /// <summary>A container was given where there is none.</summary>
    public bool ContainerIgnored { get; private init; }

    /// <summary>Issues are checked, and this is none.</summary>
    public bool IssueUnknown { get; private init; }

    /// <summary>The polls of the place; none when it is no issue.</summary>
    public PollList Polls => IssueUnknown ? PollList.Empty : Installation.At(Place);

    /// <summary>Looks at everything but the poll and the body.</summary>
    /// <param name="world">The world.</param>
    /// <param name="call">What was asked.</param>
    /// <param name="needsPollId">Whether the operation is one of a single poll.</param>
    /// <param name="isIssue">Whether workspace and content are a project and an issue of it; asked only where issues are checked.</param>
    public static Admission Of(PollsWorld world, PollsCall call, bool needsPollId, Func<PollPlace, bool> isIssue)
    {
        if (world.Find(call.EndpointId) is not { } installation)
        {
            return new(World.Refusal.EndpointUnknown, null!, default);
        }

        var isJira = installation.Product == PollProduct.Jira;
        if (RefusalOf(installation, call, needsPollId) is { } refusal)
        {
            return new(refusal, installation, default) { ContainerIgnored = isJira && call.Container is not null && refusal > World.Refusal.ContainerMissing };
        }

        var place = new PollPlace(call.Workspace!, call.Content!, isJira ? "" : call.Container!);
        return new(null, installation, place)
        {
            ContainerIgnored = isJira && call.Container is not null,
            IssueUnknown = isJira && world.Settings.CheckIssues && !isIssue(place),
        };
    }

    private static Refusal? RefusalOf(Installation installation, PollsCall call, bool needsPollId)
    {
        if (call.Token is null)
        {
            return World.Refusal.TokenMissing;
        }

        if (!installation.Tokens.TryGetValue(call.Token, out var token))
        {
            return World.Refusal.TokenInvalid;
        }

        if (call.Type != "polls")
        {
            return World.Refusal.TypeWrong;
        }

        if (call.Workspace is null)
        {
            return World.Refusal.WorkspaceMissing;
        }

        if (call.Content is null)
        {
            return World.Refusal.ContentMissing;
        }

        if (installation.Product == PollProduct.Confluence && call.Container is null)
        {
            return World.Refusal.ContainerMissing;
        }

        if (needsPollId && call.PollId is null)
        {
            return World.Refusal.PollIdMissing;
        }

        return token.IsGoodFor(call.Workspace) ? null : World.Refusal.WorkspaceOutOfScope;
    }
}
