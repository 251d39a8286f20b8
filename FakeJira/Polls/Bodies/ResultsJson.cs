using System.Buffers;
using FakeJira.Polls.World;

namespace FakeJira.Polls.Bodies;

/// <summary>Writes a poll with what was voted on it.</summary>
internal static class ResultsJson
{
    public static void WriteExpanded(IBufferWriter<byte> output, Poll poll)
    {
        var results = poll.Results;
        var total = results.Total(poll.Options);
        output.Write(poll.Utf8.Span[..^1]);
        output.Write(",\"results\":{\"participants\":"u8);
        PlainJson.Write(output, results.Participants);
        output.Write(",\"votes\":"u8);
        PlainJson.Write(output, total);
        output.Write(",\"average\":"u8);
        PlainJson.Write(output, results.Average(poll.Options));
        output.Write(",\"options\":["u8);
        var isFirst = true;
        foreach (var option in poll.Options)
        {
            output.Write(isFirst ? "{\"id\":"u8 : ",{\"id\":"u8);
            PlainText.Write(output, option.Id);
            output.Write(",\"votes\":"u8);
            PlainJson.Write(output, results.VotesOf(option));
            output.Write(",\"percentage\":"u8);
            PlainJson.Write(output, results.Percentage(option, total));
            output.Write("}"u8);
            isFirst = false;
        }

        output.Write("]}}"u8);
    }
}
