using FakeJira.Jira.World;
using static FakeJira.Jira.InWorld;

namespace FakeJira.Jira;

/// <content>Its users and their tokens.</content>
public sealed partial class JiraSite
{
    /// <summary>Adds a user who can sign in; what is not said is made up.</summary>
    /// <exception cref="FakeJiraException">A text but the email is empty; the account id, the email or the token is taken.</exception>
    public JiraUser AddUser(string? displayName = null, string? email = null, string? apiToken = null, string? accountId = null, bool isAdmin = false, params string[] groups)
    {
        var user = new NewUser(displayName, email, apiToken, accountId) { IsAdmin = isAdmin, Groups = Mistake.NoNull(groups) };
        return _site.Change(JiraContract.World, world => user.AddTo(world, _site.Random));
    }

    /// <summary>Adds an OAuth access token, or a scoped API token, of a user. No scopes: it may do everything its user may.</summary>
    public JiraAccessToken AddAccessToken(JiraUser user, params string[] scopes) => _site.Change(JiraContract.World, world =>
    {
        var owner = Known(world, user);
        var all = Mistake.NoNull(scopes);
        var token = new Token($"access-{_site.Random.Next():x16}", owner.AccountId, IsOAuth: true, all.Count == 0 ? null : [.. all]);
        return (world.With(token), new JiraAccessToken(token.Value, user));
    });

    /// <summary>Adds an API token of a user that may only do what its scopes say: signs in with Basic, and under <see cref="GatewayPath"/> alone.</summary>
    public JiraUser AddScopedToken(JiraUser user, params string[] scopes) => _site.Change(JiraContract.World, world =>
    {
        var all = Mistake.NoNull(scopes);
        var token = new Token($"scoped-{_site.Random.Next():x16}", Known(world, user).AccountId, IsOAuth: false, [.. all]);
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
        ArgumentNullException.ThrowIfNull(emailOrAccountId);
        var world = World;
        var user = world.Users.GetValueOrDefault(emailOrAccountId) ?? world.Users.Values.FirstOrDefault(user => Same(user.Email, emailOrAccountId));
        return user is null ? throw new FakeJiraException($"There is no user '{emailOrAccountId}' on this site; there are: {string.Join(", ", world.Users.Values.Select(known => known.Email).Order().Take(10))}.") : Handle(world, user);
    }
}
