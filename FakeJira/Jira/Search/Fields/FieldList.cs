using System.Collections.Immutable;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Search.Fields;

/// <summary>What the fields are that can be searched: names, values, and how they sort.</summary>
internal static class FieldList
{
    public static SearchField[] All() => [new KeyField
    {
        Name = SearchFields.Key,
        Aliases = ["issue", "issuekey", "id"],
        Operators = SearchField.Relations,
        Sort = _ => issue => Issue.ParseKey(issue.Key) is { } key ? new(key.Project, key.Number) : SortValue.Of(issue.Key),
    },
    new KeyField { Name = "parent", Id = issue => issue.Parent, IsEmpty = issue => issue.Parent is null, Sort = _ => issue => issue.Parent is { } id ? SortValue.Of(id) : SortValue.Empty },
    new OneValueField
    {
        Name = "project",
        Value = issue => issue.ProjectKey,
        Resolve = Resolvers.Project,
        IsEmpty = _ => false,
        Find = (context, key) => context.Seen.Index.OfProject(key),
        Sort = context => issue => SortValue.Of(context.World.Projects.GetValueOrDefault(issue.ProjectKey)?.Name),
    },
    .. CatalogueFields.All(),
    new ManyValuesField
    {
        Name = "labels",
        HasOneOf = (issue, wanted) => issue.Labels.Any(wanted.Contains),
        IsEmpty = issue => issue.Labels.IsEmpty,
        Resolve = Resolvers.Text,
        Sort = _ => issue => issue.Labels.IsEmpty ? SortValue.Empty : SortValue.Of(string.Join(' ', issue.Labels)),
    },
    Person("assignee", issue => issue.Assignee),
    Person("reporter", issue => issue.Reporter),
    Person("creator", issue => issue.Creator),
    new ManyValuesField
    {
        Name = "voter",
        HasOneOf = (issue, wanted) => Meet(issue.Voters, wanted),
        IsEmpty = issue => issue.Voters.IsEmpty,
        Resolve = Resolvers.User,
        Find = (context, user) => context.Seen.Index.VotedBy(user),
        IsConfidential = true,
    },
    new ManyValuesField
    {
        Name = "watcher",
        HasOneOf = (issue, wanted) => Meet(issue.Watchers, wanted),
        IsEmpty = issue => issue.Watchers.IsEmpty,
        Resolve = Resolvers.User,
        Find = (context, user) => context.Seen.Index.WatchedBy(user),
        IsConfidential = true,
    },
    Counted("votes", issue => issue.Voters.Count),
    Counted("watchers", issue => issue.Watchers.Count),
    Dated(issue => issue.Created, "created", "createdDate"),
    Dated(issue => issue.Updated, "updated", "updatedDate"),
    Dated(issue => issue.ResolutionDate, "resolved", "resolutiondate"),
    new DateField
    {
        Name = "due",
        Aliases = ["dueDate"],
        Operators = SearchField.Relations,
        IsDay = true,
        Moment = (context, issue) => issue.DueDate is { } day ? DateTexts.Utc(day.ToDateTime(TimeOnly.MinValue), context.Zone) : null,
        IsEmpty = issue => issue.DueDate is null,
        Sort = _ => issue => issue.DueDate is { } day ? SortValue.Of(day.DayNumber) : SortValue.Empty,
    },
    new TextField
    {
        Name = "summary",
        Operators = TextField.WordsAndEmpty,
        AnyText = (_, issue, passes) => passes(issue.Summary),
        IsEmpty = issue => issue.Summary.Length == 0,
        Sort = _ => issue => SortValue.Of(issue.Summary),
    },
    new TextField
    {
        Name = "description",
        Operators = TextField.WordsAndEmpty,
        AnyText = (_, issue, passes) => issue.Description is { } description && passes(description.Text),
        IsEmpty = issue => issue.Description is null or { Text: "" },
        Sort = _ => issue => SortValue.Of(issue.Description?.Text),
    },
    new TextField { Name = "comment", Operators = TextField.Words, AnyText = Said },
    new TextField
    {
        Name = "text",
        Operators = [Jql.JqlOperator.Like],
        AnyText = (context, issue, passes) => passes(issue.Summary) || (issue.Description is { } description && passes(description.Text)) || Said(context, issue, passes),
    }];

    /// <summary>Whether somebody is in both. The fewer are looked for among the others.</summary>
    private static bool Meet(ImmutableHashSet<string> users, HashSet<string> wanted) => users.Count < wanted.Count ? wanted.Overlaps(users) : users.Overlaps(wanted);

    /// <summary>Comments are found by those whom they are for.</summary>
    private static bool Said(SearchContext context, Issue issue, Func<string, bool> passes)
    {
        foreach (var comment in issue.Comments)
        {
            if (IsFor(context.Caller, comment.Visibility) && passes(comment.Body.Text))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFor(User? caller, CommentVisibility? visibility) => visibility is null || (visibility.Kind == "group" && caller?.Groups.Contains(visibility.Name) == true);

    private static OneValueField Person(string name, Func<Issue, string?> accountId) => new()
    {
        Name = name,
        Value = accountId,
        Resolve = Resolvers.User,
        IsEmpty = issue => accountId(issue) is null,
        Sort = context => issue => SortValue.Of(accountId(issue) is { } id ? context.World.Users.GetValueOrDefault(id)?.DisplayName ?? id : null),
    };

    private static CountField Counted(string name, Func<Issue, long> count) => new() { Name = name, Operators = SearchField.Relations, Count = count, Sort = _ => issue => SortValue.Of(count(issue)) };

    private static DateField Dated(Func<Issue, DateTimeOffset?> moment, string name, string alias) => new()
    {
        Name = name,
        Aliases = [alias],
        Operators = SearchField.Relations,
        Moment = (_, issue) => moment(issue),
        IsEmpty = issue => moment(issue) is null,
        Sort = _ => issue => moment(issue) is { } at ? SortValue.Of(at.UtcTicks) : SortValue.Empty,
    };
}
