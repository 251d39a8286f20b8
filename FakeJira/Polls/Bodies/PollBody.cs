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

    private readonly byte[] _withoutId;
    private readonly int _idAt;
    /// <param name="withoutId">The poll, lacking only its id.</param>
    /// <param name="idAt">Where in it the id comes.</param>
    /// <param name="outline">What is known of it; null to read it when it is asked for.</param>
    /// <param name="isSensible">Whether it passes the switch <c>strictPolls</c>.</param>
    public PollBody(byte[] withoutId, int idAt, PollOutline? outline, bool isSensible) => (_withoutId, _idAt, Outline, IsSensible) = (withoutId, idAt, outline, isSensible);

    /// <summary>What is known of it; null where it has to be read.</summary>
    public PollOutline? Outline { get; }

    /// <summary>Whether it passes the switch <c>strictPolls</c>.</summary>
    public bool IsSensible { get; }

    /// <summary>Reads a body; null when it is no JSON object. An id in it, and results, are the server's to make, so they are left out.</summary>
    /// <param name="json">What was sent.</param>
    /// <param name="isStrict">Whether to look if it makes sense; otherwise it counts as if it did.</param>
    public static PollBody? Parse(ReadOnlyMemory<byte> json, bool isStrict = false)
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
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(PlainJson.MembersOf(document.RootElement), json.Length, isStrict) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The whole poll.</summary>
    public byte[] WithId(string id)
    {
        var written = new ArrayBufferWriter<byte>((3 * id.Length) + 2);
        PlainText.Write(written, id);
        return [.. _withoutId.AsSpan(0, _idAt), .. written.WrittenSpan, .. _withoutId.AsSpan(_idAt)];
    }

    private static PollBody Of(OrderedDictionary<string, JsonElement> members, int length, bool isStrict)
    {
        var output = new ArrayBufferWriter<byte>(length + PollShape.LongestDefaults);
        output.Write("{\"settings\":"u8);
        PollShape.WriteSettings(output, members.TryGetValue("settings", out var settings) ? settings : null);
        WriteIfThere(output, members, "options");
        WriteIfThere(output, members, "description");
        output.Write(",\"id\":"u8);
        var idAt = output.WrittenCount;
        WriteIfThere(output, members, "title");
        foreach (var (name, value) in members)
        {
            if (!Named.Contains(name))
            {
                PlainJson.WriteName(output, name, isFirst: false);
                PlainJson.Write(output, value);
            }
        }

        output.Write("}"u8);
        return new(output.WrittenSpan.ToArray(), idAt, null, !isStrict || PollShape.IsSensible(members));
    }

    private static void WriteIfThere(ArrayBufferWriter<byte> output, OrderedDictionary<string, JsonElement> members, string name)
    {
        if (members.TryGetValue(name, out var value))
        {
            PlainJson.WriteName(output, name, isFirst: false);
            PlainJson.Write(output, value);
        }
    }
}

/// <summary>What is asked of a poll besides the poll itself.</summary>
/// <param name="Title">Empty when there is none.</param>
/// <param name="Options">Those that are objects.</param>
internal sealed record PollOutline(string Title, ImmutableArray<PollOption> Options)
{
    /// <summary>Of a poll that was stored.</summary>
    public static PollOutline Of(ReadOnlyMemory<byte> poll)
    {
        using var document = JsonDocument.Parse(poll, new() { MaxDepth = PollBody.DepthLimit });
        var members = PlainJson.MembersOf(document.RootElement);
        return new(PollShape.Text(members, "title"), PollShape.OptionsOf(members));
    }
}
