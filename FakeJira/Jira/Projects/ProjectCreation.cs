using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Projects;

/// <summary>Makes and removes projects.</summary>
internal static class ProjectCreation
{
    /// <summary>What a body can have. The schemes of a site are not simulated, so they are not looked at.</summary>
    private static readonly BodyShape Shape = new("key", "name", "leadAccountId", "description", "url", "projectTypeKey", "assigneeType", "categoryId")
    {
        UserNames = ["lead"],
        Unread = ["avatarId", "projectTemplateKey", "fieldConfigurationScheme", "fieldScheme", "issueSecurityScheme", "issueTypeScheme", "issueTypeScreenScheme", "notificationScheme", "permissionScheme", "workflowScheme"],
        Inside = new Dictionary<string, BodyShape> { ["leadAccountId"] = BodyShape.AccountId },
    };

    public static IReadOnlyList<Operation> All { get; } =
    [
        JiraOperation.Define("jira.projects.create", "POST", "/project", "Makes a project.", new("manage:jira-configuration", "write:project:jira", "read:project:jira"), [ProjectRules.Create201, ProjectRules.Create400, ProjectRules.Create403, ProjectRules.Full507, JiraRules.Full507], Create, Callers.UsersOfWrites, BodyOf.Object).Knows(body: Shape),
        JiraOperation.Define("jira.projects.delete", "DELETE", "/project/{projectIdOrKey}", "Removes a project and its issues.", new("manage:jira-configuration", "delete:project:jira"), [ProjectRules.Delete204, ProjectRules.DeleteForbidden404, ProjectRules.Unseen404], Delete, Callers.UsersOfWrites).Knows(unread: "enableUndo"),
    ];

    private static StubResponse Create(JiraCall call)
    {
        if (Read(call.Body) is not { } draft)
        {
            return JiraErrors.BodyText(JiraRules.BodyInvalid400, call.Who);
        }

        var outcome = call.Change(world => World.Projects.Create(world, call.User, draft));
        return outcome.Kind switch
        {
            ProjectOutcome.Done => JiraJson.Answer(201, (call, outcome.Project), static (json, created) =>
            {
                json.WriteStartObject();
                json.WriteString("self", ProjectJson.SelfOf(created.Project!, created.call.ApiUrl));
                json.WriteNumber("id", created.Project!.Id);
                json.WriteString("key", created.Project.Key);
                json.WriteEndObject();
            }, ProjectRules.Create201, call.Who),
            ProjectOutcome.Forbidden => JiraErrors.Collection(403, [ProjectRules.Create403, call.Who], "You are not authorized to create projects."),
            ProjectOutcome.Full => JiraErrors.Collection(507, [ProjectRules.Full507, call.Who], "The site cannot have more projects."),
            ProjectOutcome.NoRoom => JiraErrors.NoRoom(call),
            ProjectOutcome.Invalid or ProjectOutcome.Unseen => JiraErrors.Fields(400, [ProjectRules.Create400, call.Who], [.. outcome.Mistakes.Select(mistake => Text(mistake, draft))]),
        };
    }

    private static StubResponse Delete(JiraCall call) => call.Change(world => World.Projects.Delete(world, call.User, call["projectIdOrKey"])) switch
    {
        ProjectOutcome.Done or ProjectOutcome.Invalid or ProjectOutcome.Full or ProjectOutcome.NoRoom => new() { Status = 204, Rules = [ProjectRules.Delete204, call.Who] },
        ProjectOutcome.Forbidden => JiraErrors.ProjectUnseen(call["projectIdOrKey"], ProjectRules.DeleteForbidden404, call.Who),
        ProjectOutcome.Unseen => JiraErrors.ProjectUnseen(call["projectIdOrKey"], ProjectRules.Unseen404, call.Who),
    };

    private static (string Field, string Message) Text(ProjectMistake mistake, ProjectDraft draft) => mistake switch
    {
        ProjectMistake.KeyInvalid => ("projectKey", "You must specify a unique project key, at least 2 characters long, containing only uppercase letters."),
        ProjectMistake.KeyTaken => ("projectKey", $"Project '{draft.Key}' uses this project key."),
        ProjectMistake.NameMissing => ("projectName", "You must specify a valid project name."),
        ProjectMistake.NameTaken => ("projectName", "A project with that name already exists."),
        ProjectMistake.LeadInvalid => ("projectLead", "You must specify a valid project lead."),
        ProjectMistake.TextTooLong => ("description", "A text of a project cannot be longer than 32,767 characters."),
        ProjectMistake.CategoryUnknown => ("categoryId", "The project category does not exist."),
    };

    /// <summary>Null where there is another member, or one of another type.</summary>
    private static ProjectDraft? Read(JsonElement body)
    {
        var draft = new ProjectDraft();
        foreach (var member in body.EnumerateObject())
        {
            if (Shape.Unread.Contains(member.Name) || member.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (member.Name == "categoryId" ? member.Value.ValueKind != JsonValueKind.Number || !member.Value.TryGetInt64(out _) : member.Value.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            var text = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString() : null;
            var next = member.Name switch
            {
                "key" => draft with { Key = text },
                "name" => draft with { Name = text },
                "leadAccountId" or "lead" => draft with { Lead = text },
                "description" => draft with { Description = text ?? "" },
                "url" => draft with { Url = text },
                "projectTypeKey" => draft with { TypeKey = text ?? draft.TypeKey },
                "assigneeType" => draft with { AssignsLead = text == "PROJECT_LEAD" },
                "categoryId" => draft with { CategoryId = member.Value.GetInt64() },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            draft = next;
        }

        return draft;
    }
}
