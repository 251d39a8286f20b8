using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;
using FakeJira.Polls.World;

namespace FakeJira.Polls.Bodies;

/// <summary>What a client sent as a poll, in the page's order of members (settings, options, description, id, title, then the rest), lacking only its id.</summary>
internal sealed class PollBody
{
    /// <summary>Deeper nesting than this is refused.</summary>
    public const int DepthLimit = 64;

    /// <summary>As long as the ids that the server makes, between quotes.</summary>
    private const int RoomForId = 38;

    private readonly Memory<byte> _json;
    private readonly int _idAt;
    private bool _isTaken;

    /// <param name="json">The poll, with room where the id comes.</param>
    /// <param name="idAt">Where in it the id comes.</param>
    /// <param name="outline">What is known of it; null to read it when it is asked for.</param>
    /// <param name="isSensible">Whether it passes the switch <c>strictPolls</c>.</param>
    private PollBody(Memory<byte> json, int idAt, PollOutline? outline, bool isSensible) => (_json, _idAt, Outline, IsSensible) = (json, idAt, outline, isSensible);

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

        if (json.IsEmpty || !Utf8.IsValid(json.Span))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(json, new() { MaxDepth = DepthLimit });
            return document.RootElement.ValueKind == JsonValueKind.Object ? Of(Members.Of(document.RootElement), json.Length, isStrict) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A poll whose parts are known.</summary>
    public static PollBody Of(ReadOnlySpan<byte> beforeId, ReadOnlySpan<byte> afterId, PollOutline outline) =>
        new((byte[])[.. beforeId, .. new byte[RoomForId], .. afterId], beforeId.Length, outline, isSensible: true);

    /// <summary>The whole poll. The first one takes the bytes of this body, as nearly every body becomes one poll.</summary>
    public ReadOnlyMemory<byte> WithId(string id)
    {
        var quoted = PlainText.Quoted(id);
        if (_isTaken || quoted.Length != RoomForId)
        {
            var around = _json.Span;
            return (byte[])[.. around[.._idAt], .. quoted, .. around[(_idAt + RoomForId)..]];
        }

        _isTaken = true;
        quoted.CopyTo(_json[_idAt..]);
        return _json;
    }

    private static PollBody Of(Members members, int length, bool isStrict)
    {
        var output = new ArrayBufferWriter<byte>(length + RoomForId + PollShape.LongestDefaults);
        output.Write("{\"settings\":"u8);
        PollShape.WriteSettings(output, members.Find("settings"u8));
        WriteIfThere(output, members, "options"u8);
        WriteIfThere(output, members, "description"u8);
        output.Write(",\"id\":"u8);
        var idAt = output.WrittenCount;
        output.Advance(RoomForId);
        WriteIfThere(output, members, "title"u8);
        foreach (var member in members.All)
        {
            if (!HasPlace(member))
            {
                WriteMember(output, member);
            }
        }

        output.Write("}"u8);
        return new(MemoryMarshal.AsMemory(output.WrittenMemory), idAt, null, !isStrict || PollShape.IsSensible(members));
    }

    /// <summary>Whether a member has a place of its own, or is left out.</summary>
    private static bool HasPlace(JsonProperty member) =>
        Members.IsNamed(member, "settings"u8) || Members.IsNamed(member, "options"u8) || Members.IsNamed(member, "description"u8)
        || Members.IsNamed(member, "title"u8) || Members.IsNamed(member, "id"u8) || Members.IsNamed(member, "results"u8);

    private static void WriteIfThere(ArrayBufferWriter<byte> output, Members members, ReadOnlySpan<byte> name)
    {
        foreach (var member in members.All)
        {
            if (Members.IsNamed(member, name))
            {
                WriteMember(output, member);
            }
        }
    }

    private static void WriteMember(ArrayBufferWriter<byte> output, JsonProperty member)
    {
        PlainJson.WriteName(output, member, isFirst: false);
        PlainJson.Write(output, member.Value);
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
        var members = Members.Of(document.RootElement);
        return new(PollShape.Text(members, "title"u8), PollShape.OptionsOf(members));
    }
}
