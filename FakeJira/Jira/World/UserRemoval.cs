namespace FakeJira.Jira.World;

/// <summary>Takes users away, which no client of this API can.</summary>
internal static class UserRemoval
{
    /// <summary>Without a user: tokens, votes, watches, assignments and permissions go too. Nothing changes when an issue says that they wrote it, a comment or a change of it; its key is told then.</summary>
    public static (JiraWorld World, string? WroteIn) Remove(JiraWorld world, User user)
    {
        var id = user.AccountId;
        if (world.Issues.Values.Where(issue => Wrote(issue, id)).MinBy(issue => issue.Id) is { } written)
        {
            return (world, written.Key);
        }

        foreach (var issue in world.Issues.Values.Where(issue => issue.Assignee == id || issue.Voters.Contains(id) || issue.Watchers.Contains(id)).ToList())
        {
            world = world.With(issue with { Assignee = issue.Assignee == id ? null : issue.Assignee, Voters = issue.Voters.Remove(id), Watchers = issue.Watchers.Remove(id) });
        }

        var holder = new Holder(HolderKind.User, id);
        foreach (var project in world.Projects.Values.ToList())
        {
            world = world.With(project with
            {
                Lead = project.Lead == id ? null : project.Lead,
                Permissions = project.Permissions.SetItems(project.Permissions.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Remove(holder)))),
                SecurityLevels = project.SecurityLevels.SetItems(project.SecurityLevels.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Remove(holder)))),
                Actors = project.Actors.SetItems(project.Actors.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Remove(holder)))),
            });
        }

        return (WithoutTokens(world, id) with { Users = world.Users.Remove(id) }, null);
    }

    /// <summary>Without the tokens of a user, who stays.</summary>
    public static JiraWorld WithoutTokens(JiraWorld world, string accountId) =>
        world with { Tokens = world.Tokens.RemoveRange(world.Tokens.Values.Where(token => token.AccountId == accountId).Select(token => token.Value)) };

    private static bool Wrote(Issue issue, string id) => issue.Reporter == id || issue.Creator == id
        || issue.Comments.Any(comment => comment.Author == id || comment.UpdateAuthor == id) || issue.Changes.Any(change => change.Author == id);
}
