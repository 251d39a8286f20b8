using System.Collections.Immutable;

namespace FakeJira.Polls.World;

/// <summary>What was voted on a poll. Nobody votes through the API, so a test or the seed says it.</summary>
/// <param name="Participants">How many people took part; counted apart from the votes, which a multiple-choice poll has more of.</param>
/// <param name="Votes">How many votes each option id has; an option that is not here has none, an id that the poll lacks counts for nothing.</param>
public sealed record PollResults(int Participants, ImmutableDictionary<string, int> Votes)
{
    /// <summary>Nobody has voted.</summary>
    public static PollResults None { get; } = new(0, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal));

    /// <summary>The votes of one option.</summary>
    public int VotesOf(PollOption option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return Votes.GetValueOrDefault(option.Id);
    }

    /// <summary>All votes of these options.</summary>
    public long Total(IReadOnlyList<PollOption> options) => options.Sum(option => (long)VotesOf(option));

    /// <summary>Votes of an option out of all votes: one decimal, half away from zero; 0 when there are none.</summary>
    public decimal Percentage(PollOption option, long total) => total == 0 ? 0 : OneDecimal(100m * VotesOf(option) / total);

    /// <summary>The mean of order + 1 over all votes, so that five stars count 5: one decimal, half away from zero; 0 when there are none.</summary>
    public decimal Average(IReadOnlyList<PollOption> options)
    {
        var total = Total(options);
        return total == 0 ? 0 : OneDecimal(options.Sum(option => (option.Order + 1m) * VotesOf(option)) / total);
    }

    private static decimal OneDecimal(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
