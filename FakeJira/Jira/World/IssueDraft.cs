using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>How a client names something: by id, or by name (a project and an issue by key). The id counts where both are said.</summary>
public sealed record Reference(string? Id, string? Name);

/// <summary>A value that was said, which can be that there is none.</summary>
public readonly record struct Given<T>(T Value);

/// <summary>One label to add or to take away.</summary>
public readonly record struct LabelChange(string Label, bool Adds);

/// <summary>What a client wants an issue to be: what is null was not said.</summary>
public sealed record IssueDraft
{
    /// <summary>The project.</summary>
    public Reference? Project { get; init; }

    /// <summary>The kind of issue.</summary>
    public Reference? Type { get; init; }

    /// <summary>The summary.</summary>
    public Given<string?>? Summary { get; init; }

    /// <summary>The description.</summary>
    public Given<RichText?>? Description { get; init; }

    /// <summary>The priority.</summary>
    public Given<Reference?>? Priority { get; init; }

    /// <summary>All labels.</summary>
    public Given<ImmutableArray<string>>? Labels { get; init; }

    /// <summary>Labels to add and to take away, in turn. A list and no array, as for comments: a body can have any number, read one by one.</summary>
    public ImmutableList<LabelChange> LabelChanges { get; init; } = [];

    /// <summary>The account id of who is to work on it.</summary>
    public Given<string?>? Assignee { get; init; }

    /// <summary>The account id of who reports it.</summary>
    public Given<string?>? Reporter { get; init; }

    /// <summary>The day it is due.</summary>
    public Given<DateOnly?>? DueDate { get; init; }

    /// <summary>The issue it is to be a part of.</summary>
    public Given<Reference?>? Parent { get; init; }

    /// <summary>The level of issue security.</summary>
    public Given<Reference?>? SecurityLevel { get; init; }

    /// <summary>The resolution, on the screen of a transition.</summary>
    public Reference? Resolution { get; init; }

    /// <summary>The id of a transition to take.</summary>
    public string? Transition { get; init; }

    /// <summary>Comments to add.</summary>
    public ImmutableList<CommentDraft> Comments { get; init; } = [];

    /// <summary>The ids of the fields that were said.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>What could not be read.</summary>
    public ImmutableArray<FieldError> Errors { get; init; } = [];
}

/// <summary>What a client wants to say of an issue.</summary>
public readonly record struct CommentDraft(RichText Body, CommentVisibility? Visibility);

/// <summary>What is wrong with what a client says of one field.</summary>
/// <param name="Field">The id of the field.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Value">What was said, where the message repeats it.</param>
public readonly record struct FieldError(string Field, FieldFault Fault, string Value = "");

/// <summary>What can be wrong with a field.</summary>
public enum FieldFault
{
    /// <summary>It is not on the screen, or there is none of that name.</summary>
    NotOnScreen,

    /// <summary>It is said twice, in fields and in update.</summary>
    SaidTwice,

    /// <summary>It cannot be changed in this way.</summary>
    OperationUnknown,

    /// <summary>There is no such project, or it cannot be seen.</summary>
    ProjectInvalid,

    /// <summary>The caller may not create issues in the project.</summary>
    ProjectForbidden,

    /// <summary>No kind of issue is said.</summary>
    TypeMissing,

    /// <summary>The project has no such kind of issue.</summary>
    TypeInvalid,

    /// <summary>There is no summary.</summary>
    SummaryMissing,

    /// <summary>The summary is longer than 255 characters.</summary>
    SummaryTooLong,

    /// <summary>The summary has more than one line.</summary>
    SummaryHasLines,

    /// <summary>It has to be a text.</summary>
    NotAText,

    /// <summary>It has to be a document.</summary>
    NotADocument,

    /// <summary>The text is longer than 32,767 characters.</summary>
    TextTooLong,

    /// <summary>It has to be an array of texts.</summary>
    NotTexts,

    /// <summary>A label has a space in it.</summary>
    LabelHasSpace,

    /// <summary>A label is longer than 255 characters.</summary>
    LabelTooLong,

    /// <summary>There would be more than 1000 labels.</summary>
    LabelsTooMany,

    /// <summary>It has to be an object with an id or a name.</summary>
    NotAReference,

    /// <summary>There is no such priority.</summary>
    PriorityInvalid,

    /// <summary>There is no such user.</summary>
    UserUnknown,

    /// <summary>The user cannot be assigned issues of the project.</summary>
    NotAssignable,

    /// <summary>The reporter is no user.</summary>
    ReporterInvalid,

    /// <summary>It is no day.</summary>
    DateInvalid,

    /// <summary>A subtask has to have a parent.</summary>
    ParentMissing,

    /// <summary>There is no such parent.</summary>
    ParentUnseen,

    /// <summary>Issues of this kind cannot be a part of that one.</summary>
    ParentUnfit,

    /// <summary>The project has no such level of issue security.</summary>
    LevelInvalid,

    /// <summary>There is no such resolution.</summary>
    ResolutionInvalid,

    /// <summary>The comment is empty.</summary>
    CommentMissing,

    /// <summary>The comment is no document.</summary>
    CommentInvalid,

    /// <summary>The caller may not comment.</summary>
    CommentForbidden,

    /// <summary>The comment is for a role that there is not.</summary>
    RoleUnknown,

    /// <summary>The comment is for a role that the caller does not have.</summary>
    RoleForeign,

    /// <summary>The comment is for a group that there is not.</summary>
    GroupUnknown,

    /// <summary>The comment is for a group that the caller is not in.</summary>
    GroupForeign,
}
