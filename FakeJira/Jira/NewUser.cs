using FakeJira.Jira.World;
using FakeJira.Stubs;
using static FakeJira.Jira.InWorld;

namespace FakeJira.Jira;

/// <summary>A user as a test says it; what is null is made up.</summary>
internal sealed record NewUser(string? DisplayName = null, string? Email = null, string? ApiToken = null, string? AccountId = null)
{
    public bool IsAdmin { get; init; }

    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>A world with the user, who can sign in.</summary>
    /// <exception cref="FakeJiraException">A text is empty; the account id, the email or the token is taken.</exception>
    public (JiraWorld World, JiraUser User) AddTo(JiraWorld world, SeededSource random)
    {
        Mistake.IfEmpty(DisplayName, "The display name of a user");
        Mistake.IfEmpty(AccountId, "The account id of a user");
        Mistake.IfEmpty(ApiToken, "An API token");
        var name = DisplayName ?? Names.FullName(random.Next());
        var id = AccountId ?? $"712020:{random.NextGuid()}";
        var address = Email ?? Names.FreeEmail(name, taken => world.Users.Values.Any(user => Same(user.Email, taken)));
        var token = ApiToken ?? $"token-{random.Next():x16}";
        Mistake.If(world.Users.ContainsKey(id), $"There is a user with the account id {id} already; choose another.");
        Mistake.If(Email is not null && world.Users.Values.Any(user => Same(user.Email, Email)), $"There is a user with the email {Email} already; choose another.");
        Mistake.If(world.Tokens.ContainsKey(token), "This API token is in use; choose another.");
        var user = new User(id, name, address) { Groups = [.. Groups, .. IsAdmin ? [User.Administrators] : Array.Empty<string>()] };
        return (world.With(user).With(new Token(token, id, IsOAuth: false)), new JiraUser(id, name, address, token));
    }
}
