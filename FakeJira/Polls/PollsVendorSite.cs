using System.Globalization;
using FakeJira.Polls.Bodies;
using FakeJira.Polls.World;

namespace FakeJira.Polls;

/// <summary>The examples of the vendor's page: its endpoint, token, content and poll of stars, with votes of ours.</summary>
internal static class PollsVendorSite
{
    private const string EndpointId = "xs2i4ODeo611kO2x4adU6sCYcqM";
    private const string Token = "f991ebe3-2d93-4fd9-b8ee-4a1725c9f337";
    private const string PollId = "ee9107b5-5041-4c15-8c76-f14404fa1fad";
    private const int Stars = 5;
    private static readonly int[] Votes = [8, 12, 11, 15, 10];

    /// <summary>The world with them.</summary>
    public static PollsWorld Into(PollsWorld world)
    {
        var poll = new Poll(1, PollId, new PollDraft($"Stars from {Star(1)} to {Star(Stars)}", "Simple scoring from 1 to 5 stars", [.. Enumerable.Range(1, Stars).Select(Star)], new()).ToBody(), Results());
        return world.With(new Installation(EndpointId, PollProduct.Jira).With(new AccessToken(Token, null)).Add(new("PLAT", "PLAT-254604", ""), poll));
    }

    private static PollResults Results() => PollResults.None with
    {
        Participants = Votes.Sum(),
        Votes = PollResults.None.Votes.AddRange(Votes.Select((votes, index) => KeyValuePair.Create((index + 1).ToString(CultureInfo.InvariantCulture), votes))),
    };

    private static string Star(int count) => string.Concat(Enumerable.Repeat("⭐", count));
}
