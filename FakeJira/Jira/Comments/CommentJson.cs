using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.Issues;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Texts;
using FakeJira.Jira.Users;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Comments;

/// <summary>Writes comments.</summary>
internal static class CommentJson
{
    public static void Write(Utf8JsonWriter json, Issue issue, Comment comment, View view, bool rendered = false)
    {
        json.WriteStartObject();
        json.WriteString("self", $"{IssueReferenceJson.SelfOf(issue, view.ApiUrl)}/comment/{comment.Id}");
        json.WriteString("id", comment.Id.ToString(CultureInfo.InvariantCulture));
        json.WritePropertyName("author");
        IssueFields.Person(json, comment.Author, view);
        json.WritePropertyName("body");
        IssueFields.Text(json, comment.Body, view);
        if (rendered)
        {
            json.WriteString("renderedBody", Html.Of(comment.Body.Text));
        }

        json.WritePropertyName("updateAuthor");
        IssueFields.Person(json, comment.UpdateAuthor, view);
        json.WriteString("created", Timestamps.Of(comment.Created, view.Viewer));
        json.WriteString("updated", Timestamps.Of(comment.Updated, view.Viewer));
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
    public static void WriteAll(Utf8JsonWriter json, Issue issue, View view)
    {
        var comments = IssueComments.SeenBy(view.World, view.Viewer, issue);
        json.WriteStartObject();
        json.WriteStartArray("comments");
        foreach (var comment in comments)
        {
            Write(json, issue, comment, view);
        }

        json.WriteEndArray();
        json.WriteString("self", $"{IssueReferenceJson.SelfOf(issue, view.ApiUrl)}/comment");
        json.WriteNumber("maxResults", comments.Count);
        json.WriteNumber("total", comments.Count);
        json.WriteNumber("startAt", 0);
        json.WriteEndObject();
    }
}
