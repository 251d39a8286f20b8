using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using FakeJira.Polls.World;

namespace FakeJira.Polls.Bodies;

/// <summary>A poll as C# code says it; no JSON is read to make it.</summary>
/// <param name="Title">The title.</param>
/// <param name="Description">The description.</param>
/// <param name="Options">The titles of the options; their ids are 1, 2, 3 …, their order 0, 1, 2 …, as on the vendor's page.</param>
/// <param name="Settings">The settings.</param>
internal sealed record PollDraft(string Title, string Description, IReadOnlyList<string> Options, PollSettings Settings)
{
    public PollBody ToBody()
    {
        ImmutableArray<PollOption> options = [.. Options.Select((title, index) => new PollOption((index + 1).ToString(CultureInfo.InvariantCulture), title, index))];
        return PollBody.Of(BeforeId(options), AfterId(), new(Title, options));
    }

    private byte[] BeforeId(ImmutableArray<PollOption> options)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write("{\"settings\":{"u8);
        var isFirst = true;
        foreach (var (name, value) in Settings.Members)
        {
            PlainJson.WriteName(output, name, isFirst);
            PlainJson.WriteScalar(output, value);
            isFirst = false;
        }

        output.Write("},\"options\":["u8);
        foreach (var option in options)
        {
            output.Write(option.Order == 0 ? "{\"id\":"u8 : ",{\"id\":"u8);
            PlainText.Write(output, option.Id);
            output.Write(",\"title\":"u8);
            PlainText.Write(output, option.Title);
            output.Write(",\"order\":"u8);
            PlainJson.Write(output, option.Order);
            output.Write("}"u8);
        }

        output.Write("],\"description\":"u8);
        PlainText.Write(output, Description);
        output.Write(",\"id\":"u8);
        return output.WrittenSpan.ToArray();
    }

    private byte[] AfterId()
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write(",\"title\":"u8);
        PlainText.Write(output, Title);
        output.Write("}"u8);
        return output.WrittenSpan.ToArray();
    }
}
