using System.Collections.Immutable;
using FakeJira.Jira.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Jira;

/// <summary>Users and their tokens in a state document.</summary>
internal static class JiraUsersDocument
{
    public static JiraWorld Read(JsonNodeAt section, JiraWorld world)
    {
        var emails = new HashSet<string>(world.Users.Values.Select(user => user.Email), StringComparer.OrdinalIgnoreCase);
        foreach (var node in section.Items("users"))
        {
            var id = Required(node, "accountId");
            if (world.Users.ContainsKey(id))
            {
                node["accountId"]?.Error($"The account id {id} is used twice.");
            }

            world = ReadOne(node, world, id, emails.Add);
        }

        return world;
    }

    /// <summary>With the user of a node, new or instead of the one of its id.</summary>
    public static JiraWorld ReadOne(JsonNodeAt node, JiraWorld world, string id, Func<string, bool> isFree)
    {
        var name = Required(node, "displayName");
        var email = node.Text("email") ?? "";
        if (email.Length > 0 && !isFree(email))
        {
            node["email"]?.Error($"The email {email} is used twice.");
        }

        world = world.With(new User(id, name, email)
        {
            TimeZone = node.Text("timeZone") ?? "Etc/UTC",
            Active = node.Flag("active") ?? true,
            AccountType = node.Text("accountType") ?? "atlassian",
            Groups = [.. node.Items("groups").Select(group => group.AsText()).OfType<string>()],
        });
        world = ReadTokens(node, world, id);
        node.ReportUnknown();
        return world;
    }

    public static JArray Write(JiraWorld world)
    {
        var tokens = world.Tokens.Values.ToLookup(token => token.AccountId);
        return [.. world.Users.Values.OrderBy(user => user.AccountId, StringComparer.Ordinal).Select(user => new JObject
        {
            ["accountId"] = user.AccountId,
            ["displayName"] = user.DisplayName,
            ["email"] = user.Email,
            ["timeZone"] = user.TimeZone,
            ["active"] = user.Active,
            ["accountType"] = user.AccountType,
            ["groups"] = new JArray(user.Groups.Order(StringComparer.Ordinal)),
            ["tokens"] = new JArray(tokens[user.AccountId].OrderBy(token => token.Value, StringComparer.Ordinal).Select(Write)),
        })];
    }

    internal static string Required(JsonNodeAt node, string name)
    {
        var text = node.Text(name);
        if (text is { Length: > 0 })
        {
            return text;
        }

        // What is no text at all has been told already.
        if (text is not null || node[name] is null)
        {
            node.Error($"'{name}' is missing; expected a text.");
        }

        return "";
    }

    private static JiraWorld ReadTokens(JsonNodeAt node, JiraWorld world, string accountId)
    {
        if (node.Text("apiToken") is { } apiToken)
        {
            world = Add(node["apiToken"]!, world, new Token(apiToken, accountId, IsOAuth: false));
        }

        foreach (var each in node.Items("tokens"))
        {
            var kind = each.Text("kind") ?? "api";
            if (kind is not ("api" or "oauth"))
            {
                each.PlaceOf("kind").Expected<string>("\"api\" or \"oauth\"");
            }

            ImmutableHashSet<string>? scopes = each["scopes"] is null ? null : [.. each.Items("scopes").Select(scope => scope.AsText()).OfType<string>()];
            world = Add(each, world, new Token(Required(each, "value"), accountId, kind == "oauth", scopes));
            each.ReportUnknown();
        }

        return world;
    }

    private static JiraWorld Add(JsonNodeAt node, JiraWorld world, Token token)
    {
        if (world.Tokens.ContainsKey(token.Value))
        {
            node.Error("The same token is used twice.");
        }

        return world.With(token);
    }

    private static JObject Write(Token token)
    {
        var written = new JObject { ["value"] = token.Value, ["kind"] = token.IsOAuth ? "oauth" : "api" };
        if (token.Scopes is { } scopes)
        {
            written["scopes"] = new JArray(scopes.Order(StringComparer.Ordinal));
        }

        return written;
    }
}
