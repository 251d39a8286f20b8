using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FakeJira.Polls.World;

namespace FakeJira.Polls.Bodies;

/// <summary>What is known of the members of a poll: the defaults of its settings, its options, and when it makes sense.</summary>
internal static class PollShape
{
    private static readonly byte[] Defaults = DefaultSettings();

    /// <summary>How much longer a poll can get by the settings it lacks.</summary>
    public static int LongestDefaults => Defaults.Length + 64;

    /// <summary>A member that is a text; empty for anything else.</summary>
    public static string Text(Members members, ReadOnlySpan<byte> name) =>
        members.Find(name) is { ValueKind: JsonValueKind.String } value ? PlainText.Of(value) : "";

    /// <summary>The options that are objects.</summary>
    public static ImmutableArray<PollOption> OptionsOf(Members members)
    {
        if (members.Find("options"u8) is not { ValueKind: JsonValueKind.Array } options)
        {
            return [];
        }

        return [.. options.EnumerateArray().Where(option => option.ValueKind == JsonValueKind.Object).Select((option, index) =>
        {
            var known = Members.Of(option);
            return new PollOption(IdOf(known), Text(known, "title"u8), WholeNumber(known, "order"u8) ?? index);
        })];
    }

    /// <summary>Writes the settings: where they are absent or an object, what is missing gets its default; anything else goes out as it came.</summary>
    public static void WriteSettings(IBufferWriter<byte> output, JsonElement? settings)
    {
        if (settings is { ValueKind: not JsonValueKind.Object } other)
        {
            PlainJson.Write(output, other);
            return;
        }

        if (settings is not { } value)
        {
            output.Write(Defaults);
            return;
        }

        WriteSettings(output, Members.Of(value));
    }

    private static void WriteSettings(IBufferWriter<byte> output, Members sent)
    {
        output.Write("{"u8);
        var isFirst = true;
        foreach (var (name, normally) in PollSettings.Defaults)
        {
            PlainJson.WriteName(output, name, isFirst);
            isFirst = false;
            if (sent.Find(Encoding.UTF8.GetBytes(name)) is { } said)
            {
                PlainJson.Write(output, said);
            }
            else
            {
                PlainJson.WriteScalar(output, normally);
            }
        }

        foreach (var member in sent.All)
        {
            if (!PollSettings.Defaults.Any(setting => setting.Name == PlainText.NameOf(member)))
            {
                PlainJson.WriteName(output, member, isFirst: false);
                PlainJson.Write(output, member.Value);
            }
        }

        output.Write("}"u8);
    }

    /// <summary>Whether it has a title, two options or more with ids of their own, and no known member of a wrong type.</summary>
    public static bool IsSensible(Members members)
    {
        if (string.IsNullOrWhiteSpace(Text(members, "title"u8)) || !Fits(members, "description"u8, "")
            || members.Find("options"u8) is not { ValueKind: JsonValueKind.Array } options || options.GetArrayLength() < 2)
        {
            return false;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in options.EnumerateArray())
        {
            if (option.ValueKind != JsonValueKind.Object || !IsSensibleOption(Members.Of(option), ids))
            {
                return false;
            }
        }

        return members.Find("settings"u8) is not { } settings
            || (settings.ValueKind == JsonValueKind.Object && Members.Of(settings) is var sent && PollSettings.Defaults.All(setting => Fits(sent, Encoding.UTF8.GetBytes(setting.Name), setting.Value)));
    }

    private static bool IsSensibleOption(Members option, HashSet<string> ids) =>
        Fits(option, "id"u8, "") && Fits(option, "title"u8, "")
        && (option.Find("order"u8) is null || WholeNumber(option, "order"u8) is not null)
        && (option.Find("id"u8) is null || ids.Add(IdOf(option)));

    private static byte[] DefaultSettings()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteSettings(output, Members.None);
        return output.WrittenSpan.ToArray();
    }

    private static bool Fits(Members members, ReadOnlySpan<byte> name, object example) =>
        members.Find(name) is not { } value || (example is bool ? value.ValueKind is JsonValueKind.True or JsonValueKind.False : value.ValueKind == JsonValueKind.String);

    /// <summary>An id that is no text counts by how it is written: 1 is "1".</summary>
    private static string IdOf(Members option) =>
        option.Find("id"u8) is { ValueKind: not JsonValueKind.String } id ? id.GetRawText() : Text(option, "id"u8);

    private static int? WholeNumber(Members members, ReadOnlySpan<byte> name) =>
        members.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && number == (int)number ? (int)number : null;
}
