using System.Collections.Immutable;
using FakeJira.Jira.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Jira;

/// <summary>The comments of an issue in a state document.</summary>
internal static class JiraCommentsDocument
{
    public static ImmutableArray<Comment> Read(JsonNodeAt issue, DateTimeOffset created, JiraWorld world)
    {
        var comments = ImmutableArray.CreateBuilder<Comment>();
        var taken = new HashSet<long>();
        var highest = 0L;
        foreach (var node in issue.Items("comments"))
        {
            var author = node["author"] is { } named ? JiraIssuesDocument.User(named, world) : null;
            var body = JiraIssueFieldsDocument.Text(node["body"]);
            if (node["author"] is null || node["body"] is null)
            {
                node.Error("A comment has an 'author' (an account id) and a 'body' (a text).");
            }

            var id = node.Integer("id", 1) ?? Math.Max(world.NextCommentId, highest + 1);
            highest = Math.Max(highest, id);
            if (!taken.Add(id))
            {
                node["id"]?.Error($"The id {id} is there twice.");
            }

            var written = JiraIssueFieldsDocument.Moment(node, "created") ?? created;
            comments.Add(new Comment(id, author ?? "", body ?? new RichText(""), written)
            {
                UpdateAuthor = node["updateAuthor"] is { } last ? JiraIssuesDocument.User(last, world) ?? "" : author ?? "",
                Updated = JiraIssueFieldsDocument.Moment(node, "updated") ?? written,
                Visibility = Visibility(node["visibility"]),
            });
            node.ReportUnknown();
        }

        return comments.ToImmutable();
    }

    public static JArray Write(Issue issue) => [.. issue.Comments.Select(comment => new JObject
    {
        ["id"] = comment.Id,
        ["author"] = comment.Author,
        ["body"] = JiraIssueFieldsDocument.Text(comment.Body),
        ["created"] = JiraIssueFieldsDocument.Moment(comment.Created),
        ["updateAuthor"] = comment.UpdateAuthor,
        ["updated"] = JiraIssueFieldsDocument.Moment(comment.Updated),
        ["visibility"] = comment.Visibility is { } visibility ? $"{visibility.Kind}:{visibility.Name}" : null,
    })];

    private static CommentVisibility? Visibility(JsonNodeAt? node)
    {
        if (node?.AsText() is not { } text)
        {
            return null;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && text[..colon] is "group" or "role" && text.Length > colon + 1
            ? new CommentVisibility(text[..colon], text[(colon + 1)..])
            : node.Expected<CommentVisibility>("group:NAME or role:NAME");
    }
}
