using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>One request to an operation, after it was found who is calling.</summary>
/// <param name="request">What was asked.</param>
/// <param name="world">The site as it was when the request came.</param>
/// <param name="who">Who is calling.</param>
internal sealed class JiraCall(StubRequest request, JiraWorld world, Identified who)
{
    public StubRequest Request => request;

    public JiraWorld World => world;

    /// <summary>The caller; null for one without a user.</summary>
    public User? User => who.User;

    /// <summary>How it was decided who is calling; every answer names it after its own rule.</summary>
    public Rule Who => who.Rule;

    /// <summary>What links to the API start with: <c>{base}/rest/api/{version}</c>, the version as the request has it.</summary>
    public string ApiUrl => $"{request.BaseUrl}/rest/api/{request.PathValue("version")}";

    /// <summary>The path value of that name.</summary>
    public string this[string name] => request.PathValue(name);

    /// <summary>Applies a command to the site.</summary>
    public TOutcome Change<TOutcome>(Func<JiraWorld, (JiraWorld World, TOutcome Outcome)> command) => request.Site.Change(JiraContract.World, command);
}
