namespace FakeJira.Seeding;

/// <summary>How much plausible data to make up, in addition to what a site has. Same numbers and same random seed: same data.</summary>
public sealed record Generation
{
    /// <summary>Users of Jira, each with an API token.</summary>
    public int Users { get; init; }

    /// <summary>Projects.</summary>
    public int Projects { get; init; }

    /// <summary>Issues, spread over the projects; a project and a user are made where there is none.</summary>
    public int Issues { get; init; }

    /// <summary>Votes on the issues that are made: few have many.</summary>
    public int Votes { get; init; }

    /// <summary>Comments on the issues that are made.</summary>
    public int Comments { get; init; }

    /// <summary>Polls with results, on issues; an endpoint is made where there is none.</summary>
    public int Polls { get; init; }

    /// <summary>Panelists, each with a session; a bank is made where there is none.</summary>
    public int Panelists { get; init; }

    /// <summary>Proposals of the same bank.</summary>
    public int Proposals { get; init; }

    /// <summary>Votes of its panelists on the proposals that are made.</summary>
    public int ProposalVotes { get; init; }

    /// <summary>Where ids and values come from; null for the chance of the site, which moves on.</summary>
    public long? RandomSeed { get; init; }

    /// <summary>Whether anything is to be made of Jira's.</summary>
    internal bool MakesJira => Users + (long)Projects + Issues + Votes + Comments > 0;

    /// <summary>Whether anything is to be made of an idea bank.</summary>
    internal bool MakesIdeas => Panelists + (long)Proposals + ProposalVotes > 0;
}
