using System.Globalization;

namespace FakeJira.Jira.World;

/// <summary>What became of a wish to write, change or delete a comment.</summary>
public enum CommentOutcomeKind
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such issue, or the caller may not see it.</summary>
    IssueUnseen,

    /// <summary>There is no such comment, or the caller may not see it.</summary>
    CommentUnseen,

    /// <summary>The caller may not do it.</summary>
    Forbidden,

    /// <summary>For the reason in <see cref="CommentOutcome.Error"/>.</summary>
    Refused,

    /// <summary>The issue has as many comments as an issue can have.</summary>
    TooMany,

    /// <summary>The site has no room for it.</summary>
    NoRoom,
}

/// <summary>What became of a wish to write, change or delete a comment.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Issue">The issue as it is now, where it is done.</param>
/// <param name="Comment">The comment, where it is done.</param>
/// <param name="Error">What is wrong with it, where it is refused.</param>
public readonly record struct CommentOutcome(CommentOutcomeKind Kind, Issue? Issue = null, Comment? Comment = null, FieldError Error = default);

/// <summary>Writes, changes and deletes comments.</summary>
public static class IssueComments
{
    /// <summary>How many comments an issue can have.</summary>
    public const int Most = 5000;

    /// <summary>What errors call whom a comment is for.</summary>
    public const string Level = "commentLevel";

    /// <summary>The comments of an issue that <paramref name="viewer"/> can see, oldest first.</summary>
    public static IReadOnlyList<Comment> SeenBy(JiraWorld world, User? viewer, Issue issue) =>
        issue.Comments.Any(comment => comment.Visibility is not null) ? [.. issue.Comments.Where(comment => IsSeen(world, issue, comment, viewer))] : issue.Comments;

    /// <summary>The comment of an id, if <paramref name="viewer"/> can see it.</summary>
    public static Comment? See(JiraWorld world, User? viewer, Issue issue, string id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && issue.Comments.FirstOrDefault(comment => comment.Id == number) is { } found && IsSeen(world, issue, found, viewer) ? found : null;

    /// <summary>Adds a comment.</summary>
    public static (JiraWorld World, CommentOutcome Outcome) Add(JiraWorld world, User user, string idOrKey, CommentDraft draft, DateTimeOffset now)
    {
        if (world.SeeIssue(user, idOrKey) is not { } issue)
        {
            return (world, new(CommentOutcomeKind.IssueUnseen));
        }

        if (!Allows(world, issue, user, "ADD_COMMENTS"))
        {
            return (world, new(CommentOutcomeKind.Forbidden));
        }

        if (Refusal(world, world.Projects[issue.ProjectKey], user, draft) is { } error)
        {
            return (world, new(CommentOutcomeKind.Refused, Error: error));
        }

        if (issue.Comments.Length >= Most)
        {
            return (world, new(CommentOutcomeKind.TooMany));
        }

        var comment = new Comment(world.NextCommentId, user.AccountId, draft.Body, now) { Visibility = draft.Visibility };
        return Kept(world, issue.With(comment) with { Updated = now }, comment);
    }

    /// <summary>Changes a comment.</summary>
    public static (JiraWorld World, CommentOutcome Outcome) Edit(JiraWorld world, User user, string idOrKey, string id, CommentDraft draft, DateTimeOffset now) =>
        Change(world, user, idOrKey, id, "EDIT", (issue, comment) =>
        {
            var edited = comment with { Body = draft.Body, UpdateAuthor = user.AccountId, Updated = now, Visibility = draft.Visibility };
            return Refusal(world, world.Projects[issue.ProjectKey], user, draft) is { } error ? (world, new(CommentOutcomeKind.Refused, Error: error)) : Kept(world, issue.With(edited, instead: comment) with { Updated = now }, edited);
        });

    /// <summary>Deletes a comment.</summary>
    public static (JiraWorld World, CommentOutcome Outcome) Delete(JiraWorld world, User user, string idOrKey, string id, DateTimeOffset now) =>
        Change(world, user, idOrKey, id, "DELETE", (issue, comment) => Kept(world, issue.Without(comment) with { Updated = now }, comment));

    /// <summary>What is wrong with a comment that <paramref name="user"/> wants to write: nobody writes what they could not read.</summary>
    internal static FieldError? Refusal(JiraWorld world, Project project, User user, CommentDraft draft)
    {
        if (draft.Body.IsTooLong)
        {
            return new("comment", FieldFault.TextTooLong);
        }

        if (draft.Visibility is not { } visibility)
        {
            return null;
        }

        FieldFault? fault = visibility.Kind == "role"
            ? ProjectRoles.Named(visibility.Name) is not { } role ? FieldFault.RoleUnknown : ProjectRoles.Has(project, role, user) ? null : FieldFault.RoleForeign
            : user.Groups.Contains(visibility.Name) ? null : Accounts.Groups(world).Contains(visibility.Name) ? FieldFault.GroupForeign : FieldFault.GroupUnknown;
        return fault is { } wrong ? new(Level, wrong, visibility.Name) : null;
    }

    private static (JiraWorld World, CommentOutcome Outcome) Change(JiraWorld world, User user, string idOrKey, string id, string verb, Func<Issue, Comment, (JiraWorld World, CommentOutcome Outcome)> change)
    {
        if (world.SeeIssue(user, idOrKey) is not { } issue)
        {
            return (world, new(CommentOutcomeKind.IssueUnseen));
        }

        if (See(world, user, issue, id) is not { } comment)
        {
            return (world, new(CommentOutcomeKind.CommentUnseen));
        }

        if (!Allows(world, issue, user, $"{verb}_ALL_COMMENTS") && !(comment.Author == user.AccountId && Allows(world, issue, user, $"{verb}_OWN_COMMENTS")))
        {
            return (world, new(CommentOutcomeKind.Forbidden));
        }

        return change(issue, comment);
    }

    private static (JiraWorld World, CommentOutcome Outcome) Kept(JiraWorld world, Issue issue, Comment comment) =>
        world.HasRoomFor(issue) ? (world.With(issue), new(CommentOutcomeKind.Done, issue, comment)) : (world, new(CommentOutcomeKind.NoRoom));

    private static bool Allows(JiraWorld world, Issue issue, User user, string permission) => world.Projects[issue.ProjectKey].Allows(user, permission);

    private static bool IsSeen(JiraWorld world, Issue issue, Comment comment, User? viewer)
    {
        if (comment.Visibility is not { } visibility || viewer is null)
        {
            return comment.Visibility is null;
        }

        return visibility.Kind == "group"
            ? viewer.Groups.Contains(visibility.Name)
            : ProjectRoles.Named(visibility.Name) is { } role && ProjectRoles.Has(world.Projects[issue.ProjectKey], role, viewer);
    }
}
