namespace FakeJira.Jira.World;

/// <summary>The one workflow of a site.</summary>
public static class Workflow
{
    internal static Transition Start => Catalogue.Transitions[0];

    internal static Transition End => Catalogue.Transitions[^1];

    /// <summary>An issue after a transition: one that resolves gives it the resolution (Done, when none is said), the others take it away.</summary>
    public static Issue Take(Issue issue, Transition transition, Resolution? resolution, DateTimeOffset now) => issue with
    {
        Status = transition.To,
        Resolution = transition.Resolves ? resolution ?? Catalogue.Resolved : null,
        ResolutionDate = transition.Resolves ? now : null,
        Updated = now,
    };
}
