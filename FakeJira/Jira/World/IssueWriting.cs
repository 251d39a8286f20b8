using System.Collections.Immutable;
using System.Globalization;

namespace FakeJira.Jira.World;

/// <summary>What became of a wish to create, change, move on or delete an issue.</summary>
public enum IssueOutcomeKind
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such issue, or the caller may not see it.</summary>
    IssueUnseen,

    /// <summary>For the reasons in <see cref="IssueOutcome.Errors"/>.</summary>
    Refused,

    /// <summary>No transition was said.</summary>
    TransitionMissing,

    /// <summary>There is no such transition, or the caller may not take it.</summary>
    TransitionInvalid,

    /// <summary>The caller may not do it.</summary>
    Forbidden,

    /// <summary>It has subtasks, which were not to be deleted with it.</summary>
    HasSubtasks,

    /// <summary>It has as many comments as an issue can have.</summary>
    TooManyComments,

    /// <summary>The site has as many issues as clients can make it have.</summary>
    Full,

    /// <summary>The site has no room for what the issue would be.</summary>
    NoRoom,
}

/// <summary>What became of a wish to create, change, move on or delete an issue.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Issue">The issue as it is now, where it is done.</param>
/// <param name="Errors">What is wrong with the fields, where it is refused.</param>
public readonly record struct IssueOutcome(IssueOutcomeKind Kind, Issue? Issue, ImmutableArray<FieldError> Errors)
{
    internal static IssueOutcome Of(IssueOutcomeKind kind) => new(kind, null, []);

    internal static IssueOutcome Refused(IEnumerable<FieldError> errors) => new(IssueOutcomeKind.Refused, null, [.. errors]);
}

/// <summary>Creates, changes, moves on and deletes issues.</summary>
public static class IssueWriting
{
    /// <summary>Creates an issue; the caller watches it. Project and kind are checked first, as the screen follows from them, then everything else together.</summary>
    public static (JiraWorld World, IssueOutcome Outcome) Create(JiraWorld world, User user, IssueDraft draft, DateTimeOffset now)
    {
        var project = draft.Project is { } named ? FindProject(world, user, named) : null;
        var type = project is not null && draft.Type is { } wanted ? DraftedFields.TypeOf(project, wanted) : null;
        ImmutableArray<FieldError> misplaced =
        [
            .. project is null ? [new("project", FieldFault.ProjectInvalid)] : !project.Allows(user, "CREATE_ISSUES") ? [new("project", FieldFault.ProjectForbidden)] : Array.Empty<FieldError>(),
            .. draft.Type is null ? [new("issuetype", FieldFault.TypeMissing)] : project is not null && type is null ? [new("issuetype", FieldFault.TypeInvalid)] : Array.Empty<FieldError>(),
        ];
        if (misplaced.Length > 0)
        {
            return (world, IssueOutcome.Refused(misplaced));
        }

        if (world.Issues.Count >= world.Settings.MostIssues)
        {
            return (world, IssueOutcome.Of(IssueOutcomeKind.Full));
        }

        var key = $"{project!.Key}-{(project.LastIssueNumber + 1).ToString(CultureInfo.InvariantCulture)}";
        var blank = new Issue(world.NextIssueId, key, "", user.AccountId) { Type = type!, Created = now, Updated = now, Watchers = [user.AccountId], Assignee = project.DefaultAssignee };
        var fields = new DraftedFields(world, project, user, draft);
        var issue = fields.ApplyTo(blank);
        fields.RequireForNew(issue);
        if (fields.Errors.Count > 0)
        {
            return (world, IssueOutcome.Refused(fields.Errors));
        }

        return Finish(world, issue, user, draft, now);
    }

    /// <summary>Changes an issue.</summary>
    public static (JiraWorld World, IssueOutcome Outcome) Edit(JiraWorld world, User user, string idOrKey, IssueDraft draft, DateTimeOffset now)
    {
        if (world.SeeIssue(user, idOrKey) is not { } issue)
        {
            return (world, IssueOutcome.Of(IssueOutcomeKind.IssueUnseen));
        }

        var project = world.Projects[issue.ProjectKey];
        if (!project.Allows(user, "EDIT_ISSUES") && draft.Fields.Any(field => field != "comment"))
        {
            return (world, IssueOutcome.Refused(draft.Fields.Select(field => new FieldError(field, FieldFault.NotOnScreen))));
        }

        var fields = new DraftedFields(world, project, user, draft);
        var edited = fields.ApplyTo(issue);
        return fields.Errors.Count > 0
            ? (world, IssueOutcome.Refused(fields.Errors))
            : Finish(world, ReferenceEquals(edited, issue) ? issue : edited with { Updated = now }, user, draft, now);
    }

    /// <summary>Takes an issue through a transition.</summary>
    public static (JiraWorld World, IssueOutcome Outcome) Move(JiraWorld world, User user, string idOrKey, IssueDraft draft, DateTimeOffset now)
    {
        if (world.SeeIssue(user, idOrKey) is not { } issue)
        {
            return (world, IssueOutcome.Of(IssueOutcomeKind.IssueUnseen));
        }

        var fields = new DraftedFields(world, world.Projects[issue.ProjectKey], user, draft);
        var transition = fields.Transition();
        return draft.Transition is null ? (world, IssueOutcome.Of(IssueOutcomeKind.TransitionMissing))
            : transition is null ? (world, IssueOutcome.Of(IssueOutcomeKind.TransitionInvalid))
            : fields.Resolution(transition) is var resolution && fields.Errors.Count > 0 ? (world, IssueOutcome.Refused(fields.Errors))
            : Commented(world, Workflow.Take(issue, transition, resolution, now), user, draft, now);
    }

    /// <summary>Deletes an issue, with its subtasks only where that is said.</summary>
    public static (JiraWorld World, IssueOutcome Outcome) Delete(JiraWorld world, User user, string idOrKey, bool withSubtasks)
    {
        if (world.SeeIssue(user, idOrKey) is not { } issue)
        {
            return (world, IssueOutcome.Of(IssueOutcomeKind.IssueUnseen));
        }

        if (!world.Projects[issue.ProjectKey].Allows(user, "DELETE_ISSUES"))
        {
            return (world, IssueOutcome.Of(IssueOutcomeKind.Forbidden));
        }

        return !withSubtasks && world.PartsOf(issue).Any(part => part.Type.IsSubtask)
            ? (world, new(IssueOutcomeKind.HasSubtasks, issue, []))
            : (IssueRemoval.Remove(world, issue), new(IssueOutcomeKind.Done, issue, []));
    }

    /// <summary>A transition may be said beside the fields of a new or changed issue.</summary>
    private static (JiraWorld World, IssueOutcome Outcome) Finish(JiraWorld world, Issue issue, User user, IssueDraft draft, DateTimeOffset now)
    {
        if (draft.Transition is null)
        {
            return Commented(world, issue, user, draft, now);
        }

        var transition = new DraftedFields(world, world.Projects[issue.ProjectKey], user, draft).Transition();
        return transition is null ? (world, IssueOutcome.Of(IssueOutcomeKind.TransitionInvalid)) : Commented(world, Workflow.Take(issue, transition, null, now), user, draft, now);
    }

    private static (JiraWorld World, IssueOutcome Outcome) Commented(JiraWorld world, Issue issue, User user, IssueDraft draft, DateTimeOffset now)
    {
        if (issue.Comments.Length + draft.Comments.Count > IssueComments.Most)
        {
            return (world, IssueOutcome.Of(IssueOutcomeKind.TooManyComments));
        }

        var next = world.NextCommentId;
        var comments = draft.Comments.Select((comment, at) => new Comment(next + at, user.AccountId, comment.Body, now) { Visibility = comment.Visibility });
        issue = draft.Comments.IsEmpty ? issue : issue.With(comments.ToArray()) with { Updated = now };
        var before = world.Issues.GetValueOrDefault(issue.Id);
        if (ReferenceEquals(issue, before))
        {
            return (world, new(IssueOutcomeKind.Done, issue, []));
        }

        issue = before is null ? issue : IssueChanges.Noted(world, before, issue, user, now);
        return world.HasRoomFor(issue) ? (world.With(issue), new(IssueOutcomeKind.Done, issue, [])) : (world, IssueOutcome.Of(IssueOutcomeKind.NoRoom));
    }

    private static Project? FindProject(JiraWorld world, User user, Reference named)
    {
        var found = named.Id is { } id ? world.FindProject(id) : world.Projects.GetValueOrDefault(named.Name ?? "");
        return found?.Allows(user, Project.Browse) == true ? found : null;
    }
}
