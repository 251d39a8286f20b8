using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Users;

/// <summary>Writes a user as its own operations do: with groups and application roles, which are counted, and listed where <c>expand</c> asks for them.</summary>
/// <param name="Call">Who asks, and for what.</param>
/// <param name="User">The user.</param>
internal readonly record struct AccountJson(JiraCall Call, User User)
{
    private const string Application = "jira-software";

    public static void Write(Utf8JsonWriter json, AccountJson account)
    {
        var (call, user) = account;
        var expand = call.List("expand");
        json.WriteStartObject();
        UserJson.WriteMembers(json, user, call.ApiUrl);
        json.WriteString("locale", "en_US");
        json.WriteStartObject("groups");
        json.WriteNumber("size", user.Groups.Count);
        json.WriteStartArray("items");
        foreach (var group in user.Groups.Where(_ => expand.Contains("groups")).Order(StringComparer.Ordinal))
        {
            WriteGroup(json, group, call.ApiUrl);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("applicationRoles");
        json.WriteNumber("size", 1);
        json.WriteStartArray("items");
        if (expand.Contains("applicationRoles"))
        {
            WriteRole(json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString("expand", "groups,applicationRoles");
        json.WriteEndObject();
    }

    /// <summary>Writes what other objects say of a group.</summary>
    public static void WriteGroup(Utf8JsonWriter json, string group, string apiUrl)
    {
        json.WriteStartObject();
        json.WriteString("name", group);
        json.WriteString("groupId", IdOf(group));
        json.WriteString("self", $"{apiUrl}/group?groupId={IdOf(group)}");
        json.WriteEndObject();
    }

    /// <summary>The id of a group: a function of its name.</summary>
    public static Guid IdOf(string group) => NameGuid.Of("group " + group);

    private static void WriteRole(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("key", Application);
        json.WriteStartArray("groups");
        json.WriteEndArray();
        json.WriteString("name", "Jira Software");
        json.WriteStartArray("defaultGroups");
        json.WriteEndArray();
        json.WriteBoolean("selectedByDefault", false);
        json.WriteBoolean("defined", true);
        json.WriteEndObject();
    }
}
