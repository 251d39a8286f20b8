using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>Puts what a client wants an issue to be into the issue, and collects what is wrong with it.</summary>
internal sealed class DraftedFields(JiraWorld world, Project project, User user, IssueDraft draft)
{
    /// <summary>In place of an account id: whoever is assigned where nobody is named.</summary>
    private const string Automatic = "-1";

    private const int LongestSummary = 255;
    private const int LongestLabel = 255;
    private const int MostLabels = 1000;

    /// <summary>What is wrong, in the order of the fields.</summary>
    public List<FieldError> Errors { get; } = [.. draft.Errors];

    public static IssueType? TypeOf(Project project, Reference wanted) =>
        project.IssueTypes.FirstOrDefault(type => wanted.Id is { } id ? type.Id == id : string.Equals(type.Name, wanted.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The issue with every field that was said.</summary>
    public Issue ApplyTo(Issue issue)
    {
        CheckComments();
        issue = Typed(issue);
        issue = draft.Summary is { } summary ? Summarised(issue, summary.Value ?? "") : issue;
        issue = draft.Description is { } description ? Described(issue, description.Value) : issue;
        issue = draft.Priority is { } priority ? Prioritised(issue, priority.Value) : issue;
        issue = Labelled(issue);
        issue = draft.Assignee is { } assignee ? Assigned(issue, assignee.Value) : issue;
        issue = draft.Reporter is { } reporter ? Reported(issue, reporter.Value) : issue;
        issue = draft.DueDate is { } day ? issue with { DueDate = day.Value } : issue;
        issue = draft.SecurityLevel is { } level ? OnLevel(issue, level.Value) : issue;
        return draft.Parent is { } parent ? PartOf(issue, parent.Value) : issue;
    }

    /// <summary>What a new issue cannot do without.</summary>
    public void RequireForNew(Issue issue)
    {
        if (draft.Summary is null && !Errors.Exists(error => error.Field == "summary"))
        {
            Errors.Add(new("summary", FieldFault.SummaryMissing));
        }

        if (issue.Type.IsSubtask && draft.Parent is null)
        {
            Errors.Add(new("issuetype", FieldFault.ParentMissing));
        }
    }

    /// <summary>The transition that was said, if the caller may take it.</summary>
    public Transition? Transition() => project.Allows(user, "TRANSITION_ISSUES") ? Catalogue.Transitions.FirstOrDefault(transition => transition.Id == draft.Transition) : null;

    /// <summary>The resolution that was said on the screen of a transition.</summary>
    public Resolution? Resolution(Transition transition)
    {
        CheckComments();
        if (draft.Resolution is not { } wanted)
        {
            return null;
        }

        var found = Catalogue.Resolutions.FirstOrDefault(resolution => wanted.Id is { } id ? resolution.Id == id : string.Equals(resolution.Name, wanted.Name, StringComparison.OrdinalIgnoreCase));
        if (!transition.Resolves)
        {
            Errors.Add(new("resolution", FieldFault.NotOnScreen));
        }
        else if (found is null)
        {
            Errors.Add(new("resolution", FieldFault.ResolutionInvalid));
        }

        return found;
    }

    private void CheckComments()
    {
        if (!draft.Comments.IsEmpty && !project.Allows(user, "ADD_COMMENTS"))
        {
            Errors.Add(new("comment", FieldFault.CommentForbidden));
        }

        // The first mistake is enough: each could take a look at the groups of every user.
        if (draft.Comments.Select(comment => IssueComments.Refusal(world, project, user, comment)).FirstOrDefault(error => error is not null) is { } refusal)
        {
            Errors.Add(refusal);
        }
    }

    private Issue Typed(Issue issue)
    {
        if (draft.Type is not { } wanted)
        {
            return issue;
        }

        return TypeOf(project, wanted) is { } type && type.IsSubtask == issue.Type.IsSubtask ? type == issue.Type ? issue : issue with { Type = type } : Refuse(issue, "issuetype", FieldFault.TypeInvalid);
    }

    private Issue Summarised(Issue issue, string summary)
    {
        FieldFault? fault = string.IsNullOrWhiteSpace(summary) ? FieldFault.SummaryMissing
            : summary.AsSpan().IndexOfAny('\r', '\n') >= 0 ? FieldFault.SummaryHasLines
            : summary.Length > LongestSummary ? FieldFault.SummaryTooLong
            : null;
        return fault is { } wrong ? Refuse(issue, "summary", wrong) : issue with { Summary = summary };
    }

    private Issue Described(Issue issue, RichText? text) =>
        text is { IsTooLong: true } ? Refuse(issue, "description", FieldFault.TextTooLong) : issue with { Description = text };

    private Issue Prioritised(Issue issue, Reference? wanted)
    {
        var found = Catalogue.Priorities.FirstOrDefault(priority => wanted?.Id is { } id ? priority.Id == id : string.Equals(priority.Name, wanted?.Name, StringComparison.OrdinalIgnoreCase));
        return found is null ? Refuse(issue, "priority", FieldFault.PriorityInvalid) : issue with { Priority = found };
    }

    private Issue Labelled(Issue issue)
    {
        IEnumerable<string> labels = draft.Labels is { } all ? all.Value : issue.Labels;
        if (draft.Labels is null && draft.LabelChanges.IsEmpty)
        {
            return issue;
        }

        ImmutableArray<string> wanted = Changed(labels);
        return wanted.FirstOrDefault(label => label.Any(char.IsWhiteSpace)) is { } spaced ? Refuse(issue, "labels", FieldFault.LabelHasSpace, spaced)
            : wanted.Any(label => label.Length > LongestLabel) ? Refuse(issue, "labels", FieldFault.LabelTooLong)
            : wanted.Length > MostLabels ? Refuse(issue, "labels", FieldFault.LabelsTooMany)
            : issue with { Labels = wanted };
    }

    /// <summary>Labels after the changes, each where it was first put. It takes as long as there are labels and changes: the site's lock is held.</summary>
    private ImmutableArray<string> Changed(IEnumerable<string> labels)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var place = 0;
        foreach (var label in labels)
        {
            places.TryAdd(label, place++);
        }

        foreach (var (label, adds) in draft.LabelChanges)
        {
            _ = adds ? places.TryAdd(label, place++) : places.Remove(label);
        }

        return [.. places.OrderBy(each => each.Value).Select(each => each.Key)];
    }

    private Issue Assigned(Issue issue, string? accountId)
    {
        accountId = accountId == Automatic ? project.DefaultAssignee : accountId;
        if (accountId is null)
        {
            return issue with { Assignee = null };
        }

        return !world.Users.TryGetValue(accountId, out var assignee) ? Refuse(issue, "assignee", FieldFault.UserUnknown, accountId)
            : !assignee.Active || !project.Allows(assignee, "ASSIGNABLE_USER") || !project.Allows(user, "ASSIGN_ISSUES") ? Refuse(issue, "assignee", FieldFault.NotAssignable, assignee.DisplayName)
            : issue with { Assignee = assignee.AccountId };
    }

    private Issue Reported(Issue issue, string? accountId) =>
        !project.Allows(user, "MODIFY_REPORTER") ? Refuse(issue, "reporter", FieldFault.NotOnScreen)
        : accountId is not null && world.Users.TryGetValue(accountId, out var reporter) ? issue with { Reporter = reporter.AccountId }
        : Refuse(issue, "reporter", FieldFault.ReporterInvalid);

    private Issue OnLevel(Issue issue, Reference? wanted)
    {
        var name = wanted?.Name ?? wanted?.Id;
        return name is not null && !project.SecurityLevels.ContainsKey(name) ? Refuse(issue, "security", FieldFault.LevelInvalid) : issue with { SecurityLevel = name };
    }

    private Issue PartOf(Issue issue, Reference? wanted)
    {
        if (wanted is null)
        {
            return issue.Type.IsSubtask ? Refuse(issue, "issuetype", FieldFault.ParentMissing) : issue with { Parent = null };
        }

        if (world.SeeIssue(user, wanted.Id ?? wanted.Name ?? "") is not { } parent)
        {
            return Refuse(issue, "parentId", FieldFault.ParentUnseen);
        }

        // One level up: a subtask below anything but subtasks and epics of its own project, the others below an epic.
        var fits = parent.Type.Level == issue.Type.Level + 1 && (!issue.Type.IsSubtask || parent.ProjectKey == issue.ProjectKey);
        return fits ? issue with { Parent = parent.Id } : Refuse(issue, "parentId", FieldFault.ParentUnfit);
    }

    private Issue Refuse(Issue issue, string field, FieldFault fault, string value = "")
    {
        Errors.Add(new(field, fault, value));
        return issue;
    }
}
