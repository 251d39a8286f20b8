namespace FakeJira.Seeding.Generating;

/// <summary>One number of a generation: its name in documents, the most that is made of it at once, and the contract it belongs to.</summary>
internal sealed record GenerationCount(string Name, int Limit, string Contract, Func<Generation, int> Get, Func<Generation, int, Generation> Set)
{
    public static IReadOnlyList<GenerationCount> All { get; } =
    [
        new("users", 100_000, "jira", wanted => wanted.Users, (wanted, count) => wanted with { Users = count }),
        new("projects", 10_000, "jira", wanted => wanted.Projects, (wanted, count) => wanted with { Projects = count }),
        new("issues", 500_000, "jira", wanted => wanted.Issues, (wanted, count) => wanted with { Issues = count }),
        new("votes", 5_000_000, "jira", wanted => wanted.Votes, (wanted, count) => wanted with { Votes = count }),
        new("comments", 1_000_000, "jira", wanted => wanted.Comments, (wanted, count) => wanted with { Comments = count }),
        new("polls", 100_000, "polls", wanted => wanted.Polls, (wanted, count) => wanted with { Polls = count }),
        new("panelists", 100_000, "ideabank", wanted => wanted.Panelists, (wanted, count) => wanted with { Panelists = count }),
        new("proposals", 100_000, "ideabank", wanted => wanted.Proposals, (wanted, count) => wanted with { Proposals = count }),
        new("proposalVotes", 1_000_000, "ideabank", wanted => wanted.ProposalVotes, (wanted, count) => wanted with { ProposalVotes = count }),
    ];
}
