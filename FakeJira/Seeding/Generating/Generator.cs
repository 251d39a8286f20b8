using FakeJira.IdeaBank;
using FakeJira.Jira;
using FakeJira.Polls;
using FakeJira.Stubs;

namespace FakeJira.Seeding.Generating;

/// <summary>Fills a site with made-up data.</summary>
internal static class Generator
{
    /// <summary>Makes all of it in one step, or nothing when <paramref name="mistake"/> is told something: the name of a number, and what is wrong with it.</summary>
    public static void Fill(Site site, Generation wanted, Action<string, string> mistake) => site.Locked(() =>
    {
        var mistakes = MistakesIn(site, wanted);
        mistakes.ForEach(each => mistake(each.Name, each.Message));
        if (mistakes.Count == 0)
        {
            // Nothing is touched that nothing is made of: not the settings, and not Bogus.
            var chance = new Chance(wanted.RandomSeed is { } seed ? new SeededSource(seed) : site.Random);
            if (wanted.MakesJira)
            {
                site.Replace(JiraContract.World, world => JiraGenerator.Fill(world, wanted, chance));
            }

            if (wanted.Polls > 0)
            {
                var issues = site.Read(JiraContract.World).Issues.Values.OrderBy(issue => issue.Id).Select(issue => issue.Key).ToArray();
                site.Replace(PollsContract.World, world => PollsGenerator.Fill(world, wanted.Polls, issues, chance));
            }

            if (wanted.MakesIdeas)
            {
                site.Replace(IdeaBankContract.World, world => IdeaBankGenerator.Fill(world, wanted, chance));
            }
        }

        return mistakes.Count == 0;
    });

    private static List<(string Name, string Message)> MistakesIn(Site site, Generation wanted)
    {
        List<(string, string)> mistakes = [];
        foreach (var count in GenerationCount.All)
        {
            var value = count.Get(wanted);
            if (value < 0 || value > count.Limit)
            {
                mistakes.Add((count.Name, $"The number of {count.Name} goes from 0 to {count.Limit} at once, not {value}."));
            }
            else if (value > 0 && site.Sites.Contracts.All(contract => contract.Name != count.Contract))
            {
                mistakes.Add((count.Name, $"The contract {count.Contract} is not served here, so there are no {count.Name}; remove the number, or serve it with --contracts."));
            }
        }

        var users = Math.Max(site.Read(JiraContract.World).Users.Count + (long)wanted.Users, wanted.Issues > 0 ? 1 : 0);
        if (wanted.Votes > users * wanted.Issues)
        {
            mistakes.Add(("votes", $"{users} users can vote {users * wanted.Issues} times on {wanted.Issues} generated issues, not {wanted.Votes} times; ask for more users or issues."));
        }

        if (wanted.Comments > 0 && wanted.Issues == 0)
        {
            mistakes.Add(("comments", "Comments are made for generated issues; ask for issues too."));
        }

        var panelists = IdeaBankGenerator.PanelistsOf(site.Read(IdeaBankContract.World)) + (long)wanted.Panelists;
        if (wanted.ProposalVotes > panelists * wanted.Proposals)
        {
            mistakes.Add(("proposalVotes", $"{panelists} panelists can vote {panelists * wanted.Proposals} times on {wanted.Proposals} generated proposals, not {wanted.ProposalVotes} times; ask for more panelists or proposals."));
        }

        return mistakes;
    }
}
