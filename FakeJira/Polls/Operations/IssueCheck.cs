using FakeJira.Polls.World;
using FakeJira.Stubs;

namespace FakeJira.Polls.Operations;

/// <summary>Asks whoever knows the issues of a site; for the switch pollsCheckIssues.</summary>
/// <param name="isIssue">Whether this site has, in the project with this key, an issue with this key.</param>
internal sealed class IssueCheck(Func<Site, string, string, bool> isIssue)
{
    public Func<PollPlace, bool> On(Site site) => place => isIssue(site, place.Workspace, place.Content);
}
