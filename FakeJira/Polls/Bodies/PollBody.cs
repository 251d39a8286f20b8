using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using FakeJira.Polls.World;

namespace FakeJira.Polls.Bodies;

/// <summary>What a client sent as a poll, in the page's order of members (settings, options, description, id, title, then the rest), lacking only its id.</summary>
internal sealed class PollBody
{
    /// <summary>Deeper nesting than this is refused.</summary>
    public const int DepthLimit = 64;

    private static readonly HashSet<string> Named = ["settings", "options", "description", "id", "title", "results"];

    private readonly byte[] _beforeId;
    private readonly byte[] _afterId;

    /// <param name="beforeId">The poll up to where its id comes.</param>
    /// <param name="afterId">The poll from after its id.</param>
    public PollBody(byte[] beforeId, byte[] afterId) => (_beforeId, _afterId) = (beforeId, afterId);

    /// <summary>How many bytes it has.</summary>
    public int Length => _beforeId.Length + _afterId.Length;

    /// <summary>Empty when there is none.</summary>
    public required string Title { get; init; }

    /// <summary>Those that are objects.</summary>
    public required ImmutableArray<PollOption> Options { get; init; }

    /// <summary>Whether it passes the switch <c>strictPolls</c>.</summary>
    public bool IsSensible { get; init; }

    /// <summary>Reads a body; null when it is no JSON object. An id in it, and results, are the server's to make, so they are left out.</summary>
    public static PollBody? Parse(ReadOnlyMemory<byte> json)
    {
        if (json.Span.StartsWith("\uFEFF"u8))
        {
            json = json[3..];
        }

        if (!Utf8.IsValid(json.Span))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = DepthLimit });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(PlainJson.MembersOf(document.RootElement)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The whole poll.</summary>
    public byte[] WithId(string id)
    {
        var output = new ArrayBufferWriter<byte>(_beforeId.Length + _afterId.Length + id.Length + 16);
        output.Write(_beforeId);
        PlainText.Write(output, id);
        output.Write(_afterId);
        return output.WrittenSpan.ToArray();
    }

    private static PollBody Of(OrderedDictionary<string, JsonElement> members) => new(Before(members), After(members))
    {
        Title = PollShape.Text(members, "title"),
        Options = PollShape.OptionsOf(members),
        IsSensible = PollShape.IsSensible(members),
    };

    private static byte[] Before(OrderedDictionary<string, JsonElement> members)
    {
        var output = new ArrayBufferWriter<byte>();
        output.Write("{"u8);
        PlainJson.WriteName(output, "settings", isFirst: true);
        PollShape.WriteSettings(output, members.TryGetValue("settings", out var settings) ? settings : null);
        foreach (var name in (string[])["options", "description"])
        {
            if (members.TryGetValue(name, out var value))
            {
                PlainJson.WriteName(output, name, isFirst: false);
                PlainJson.Write(output, value);
            }
        }

        PlainJson.WriteName(output, "id", isFirst: false);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] After(OrderedDictionary<string, JsonElement> members)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var (name, value) in members.Where(member => member.Key == "title").Concat(members.Where(member => !Named.Contains(member.Key))))
        {
            PlainJson.WriteName(output, name, isFirst: false);
            PlainJson.Write(output, value);
        }

        output.Write("}"u8);
        return output.WrittenSpan.ToArray();
    }
}
