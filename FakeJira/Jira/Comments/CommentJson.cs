using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Issues;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Texts;
using FakeJira.Jira.Users;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Comments;

/// <summary>How a comment is written.</summary>
internal enum CommentForm
{
    /// <summary>As it was written.</summary>
    Plain,

    /// <summary>With its HTML beside it: expand=renderedBody.</summary>
    WithHtml,

    /// <summary>As renderedFields of an issue has it: its HTML instead, and moments for people.</summary>
    Rendered,
}

/// <summary>Writes comments.</summary>
internal static class CommentJson
{
    public static void Write(Utf8JsonWriter json, Issue issue, Comment comment, View view, CommentForm form = CommentForm.Plain)
    {
        json.WriteStartObject();
        json.WriteString("self", $"{IssueReferenceJson.SelfOf(issue, view.ApiUrl)}/comment/{comment.Id}");
        json.WriteString("id", comment.Id.ToString(CultureInfo.InvariantCulture));
        json.WritePropertyName("author");
        IssueFields.Person(json, comment.Author, view);
        json.WritePropertyName("body");
        if (form == CommentForm.Rendered)
        {
            json.WriteStringValue(Html.Of(comment.Body, view));
        }
        else
        {
            IssueFields.Text(json, comment.Body, view);
        }

        if (form == CommentForm.WithHtml)
        {
            json.WriteString("renderedBody", Html.Of(comment.Body, view));
        }

        json.WritePropertyName("updateAuthor");
        IssueFields.Person(json, comment.UpdateAuthor, view);
        json.WriteString("created", Moment(comment.Created, view, form));
        json.WriteString("updated", Moment(comment.Updated, view, form));
        if (comment.Visibility is { } visibility)
        {
            json.WriteStartObject("visibility");
            json.WriteString("type", visibility.Kind);
            json.WriteString("value", visibility.Name);
            if (visibility.Kind == "group")
            {
                json.WriteString("identifier", AccountJson.IdOf(visibility.Name));
            }
            else
            {
                json.WriteString("identifier", visibility.Name);
            }

            json.WriteEndObject();
        }

        json.WriteBoolean("jsdPublic", true);
        json.WriteEndObject();
    }

    /// <summary>The field of an issue: all comments that the viewer can see.</summary>
    public static void WriteAll(Utf8JsonWriter json, Issue issue, View view, CommentForm form = CommentForm.Plain)
    {
        var comments = IssueComments.SeenBy(view.World, view.Viewer, issue);
        json.WriteStartObject();
        json.WriteStartArray("comments");
        foreach (var comment in comments)
        {
            Write(json, issue, comment, view, form);
        }

        json.WriteEndArray();
        json.WriteString("self", $"{IssueReferenceJson.SelfOf(issue, view.ApiUrl)}/comment");
        json.WriteNumber("maxResults", comments.Count);
        json.WriteNumber("total", comments.Count);
        json.WriteNumber("startAt", 0);
        json.WriteEndObject();
    }

    private static string Moment(DateTimeOffset moment, View view, CommentForm form) => form == CommentForm.Rendered ? Timestamps.ForPeople(moment, view.Viewer) : Timestamps.Of(moment, view.Viewer);
}
