using System.Collections.Immutable;
using FakeJira.Jira.World;
using static FakeJira.Jira.InWorld;

namespace FakeJira.Jira;

/// <content>Its users and their tokens.</content>
public sealed partial class JiraSite
{
    /// <summary>Adds a user who can sign in; what is not said is made up.</summary>
    /// <exception cref="FakeJiraException">The account id or email is taken.</exception>
    public JiraUser AddUser(string? displayName = null, string? email = null, string? apiToken = null, string? accountId = null, bool isAdmin = false, params string[] groups) =>
        _site.Change(JiraContract.World, world =>
        {
            var name = displayName ?? Names.FullName(_site.Random.Next());
            var id = accountId ?? $"712020:{_site.Random.NextGuid()}";
            var address = email ?? Names.FreeEmail(name, taken => world.Users.Values.Any(user => Same(user.Email, taken)));
            var token = apiToken ?? $"token-{_site.Random.Next():x16}";
            Mistake.If(world.Users.ContainsKey(id), $"There is a user with the account id {id} already; choose another.");
            Mistake.If(email is not null && world.Users.Values.Any(user => Same(user.Email, email)), $"There is a user with the email {email} already; choose another.");
            Mistake.If(world.Tokens.ContainsKey(token), "This API token is in use; choose another.");
            ImmutableHashSet<string> memberships = [.. groups, .. isAdmin ? [FakeJira.Jira.World.User.Administrators] : Array.Empty<string>()];
            var user = new User(id, name, address) { Groups = memberships };
            return (world.With(user).With(new Token(token, id, IsOAuth: false)), new JiraUser(id, name, address, token));
        });

    /// <summary>Adds an OAuth access token, or a scoped API token, of a user. No scopes: it may do everything its user may.</summary>
    public JiraAccessToken AddAccessToken(JiraUser user, params string[] scopes) => _site.Change(JiraContract.World, world =>
    {
        var owner = Known(world, user);
        var token = new Token($"access-{_site.Random.Next():x16}", owner.AccountId, IsOAuth: true, scopes.Length == 0 ? null : [.. scopes]);
        return (world.With(token), new JiraAccessToken(token.Value, user));
    });

    /// <summary>Adds an API token of a user that may only do what its scopes say: signs in with Basic under <see cref="GatewayPath"/>.</summary>
    public JiraUser AddScopedToken(JiraUser user, params string[] scopes) => _site.Change(JiraContract.World, world =>
    {
        var token = new Token($"scoped-{_site.Random.Next():x16}", Known(world, user).AccountId, IsOAuth: false, [.. scopes]);
        return (world.With(token), user with { ApiToken = token.Value });
    });

    /// <summary>Deletes a user: tokens, votes, watches, assignments and permissions go too.</summary>
    /// <exception cref="FakeJiraException">There is no such user, or an issue says that they wrote something in it.</exception>
    public void DeleteUser(JiraUser user) => _site.Replace(JiraContract.World, world =>
    {
        var (next, wroteIn) = UserRemoval.Remove(world, Known(world, user));
        Mistake.If(wroteIn is not null, $"{user} wrote {wroteIn}, or something in it; delete that issue first.");
        return next;
    });

    /// <summary>A user of the site by email or account id, with its API token.</summary>
    /// <exception cref="FakeJiraException">There is no such user.</exception>
    public JiraUser User(string emailOrAccountId)
    {
        var world = World;
        var user = world.Users.GetValueOrDefault(emailOrAccountId) ?? world.Users.Values.FirstOrDefault(user => Same(user.Email, emailOrAccountId));
        return user is null ? throw new FakeJiraException($"There is no user '{emailOrAccountId}' on this site; there are: {string.Join(", ", world.Users.Values.Select(known => known.Email).Order().Take(10))}.") : Handle(world, user);
    }
}
