using System.Globalization;
using FakeJira.Polls.Bodies;
using FakeJira.Polls.World;

namespace FakeJira.Seeding.Generating;

/// <summary>Polls with results on the first endpoint of a Jira, which is made where there is none.</summary>
internal static class PollsGenerator
{
    private static readonly string[] Answers = ["Yes", "No", "Maybe", "Later", "Never", "Ask me again"];

    /// <param name="world">The world to fill.</param>
    /// <param name="count">How many.</param>
    /// <param name="issues">The keys of the issues they are about; where there are none, PLAT-1, PLAT-2 …</param>
    /// <param name="chance">Where it all comes from.</param>
    public static PollsWorld Fill(PollsWorld world, int count, IReadOnlyList<string> issues, Chance chance)
    {
        var endpoint = world.Installations.Values.FirstOrDefault(each => each.Product == PollProduct.Jira)
            ?? new Installation($"gen{chance.Next():x16}", PollProduct.Jira).With(new AccessToken(chance.NextGuid().ToString(), null));
        var words = new Words(chance);
        for (var number = 1; number <= count; number++)
        {
            var issue = issues.Count > 0 ? chance.Of(issues) : $"PLAT-{number.ToString(CultureInfo.InvariantCulture)}";
            var options = chance.Different(Answers, 3).ToList();
            var votes = options.Select(_ => chance.Below(40)).ToList();
            var byId = votes.Select((each, index) => KeyValuePair.Create((index + 1).ToString(CultureInfo.InvariantCulture), each));
            var results = PollResults.None with { Participants = votes.Sum(), Votes = PollResults.None.Votes.AddRange(byId) };
            var draft = new PollDraft($"What about {chance.Faker.Commerce.ProductName()}?", words.Sentence(), options, new());
            endpoint = endpoint.Add(new(issue[..issue.LastIndexOf('-')], issue, ""), new Poll(endpoint.NextNumber, chance.NextGuid().ToString(), draft.ToBody(), results));
        }

        return world.With(endpoint);
    }
}
