using FakeJira.Jira.World;

namespace FakeJira.Jira.Platform;

/// <summary>How an answer shows the site: whose it is, and what its links and texts look like.</summary>
/// <param name="World">The site at the moment that the issues are of.</param>
/// <param name="Viewer">Who asks; null for a caller without a user.</param>
/// <param name="ApiUrl">What links to the API start with.</param>
/// <param name="BaseUrl">What other links start with.</param>
/// <param name="Documents">Whether texts are Atlassian documents, as in version 3.</param>
internal readonly record struct View(JiraWorld World, User? Viewer, string ApiUrl, string BaseUrl, bool Documents)
{
    public static View Of(JiraCall call) => Of(call, call.World);

    /// <summary>The same of another moment, such as after a change.</summary>
    public static View Of(JiraCall call, JiraWorld world) => new(world, call.User, call.ApiUrl, call.Request.BaseUrl, call["version"] == "3");
}
