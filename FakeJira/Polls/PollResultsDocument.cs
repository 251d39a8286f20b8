using FakeJira.Polls.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Polls;

/// <summary>What was voted on a poll: <c>{"participants": 56, "votes": {"1": 8}}</c>, votes by option id.</summary>
internal static class PollResultsDocument
{
    /// <summary>The results; every mistake is noted at its place.</summary>
    public static PollResults Read(JsonNodeAt node)
    {
        if (!node.IsObject)
        {
            return node.Expected<PollResults>("results: {\"participants\", \"votes\"}") ?? PollResults.None;
        }

        var votes = PollResults.None.Votes.ToBuilder();
        if (node["votes"] is { } byOption)
        {
            foreach (var (option, count) in byOption.IsObject ? byOption.Members() : byOption.Expected<(string, JsonNodeAt)[]>("an object with a number for each option id") ?? [])
            {
                votes[option] = (int)(count.AsInteger(0, int.MaxValue) ?? 0);
            }
        }

        var participants = (int)(node.Integer("participants", 0, int.MaxValue) ?? 0);
        node.ReportUnknown();
        return new(participants, votes.ToImmutable());
    }

    public static JObject Write(PollResults results) => new()
    {
        ["participants"] = results.Participants,
        ["votes"] = new JObject(results.Votes.OrderBy(votes => votes.Key, StringComparer.Ordinal).Select(votes => new JProperty(votes.Key, votes.Value))),
    };
}
