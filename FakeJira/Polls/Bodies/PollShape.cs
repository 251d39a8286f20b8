using System.Buffers;
using System.Collections.Immutable;
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
    public static string Text(IReadOnlyDictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String ? PlainText.Of(value) : "";

    /// <summary>The options that are objects.</summary>
    public static ImmutableArray<PollOption> OptionsOf(IReadOnlyDictionary<string, JsonElement> members)
    {
        if (!members.TryGetValue("options", out var options) || options.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. options.EnumerateArray().Where(option => option.ValueKind == JsonValueKind.Object).Select((option, index) =>
        {
            var known = PlainJson.MembersOf(option);
            return new PollOption(IdOf(known), Text(known, "title"), WholeNumber(known, "order") ?? index);
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

        WriteSettings(output, PlainJson.MembersOf(value));
    }

    private static void WriteSettings(IBufferWriter<byte> output, OrderedDictionary<string, JsonElement> sent)
    {
        output.Write("{"u8);
        var isFirst = true;
        foreach (var (name, normally) in PollSettings.Defaults)
        {
            PlainJson.WriteName(output, name, isFirst);
            isFirst = false;
            if (sent.Remove(name, out var said))
            {
                PlainJson.Write(output, said);
            }
            else
            {
                PlainJson.WriteScalar(output, normally);
            }
        }

        foreach (var (name, unknown) in sent)
        {
            PlainJson.WriteName(output, name, isFirst: false);
            PlainJson.Write(output, unknown);
        }

        output.Write("}"u8);
    }

    /// <summary>Whether it has a title, two options or more with ids of their own, and no known member of a wrong type.</summary>
    public static bool IsSensible(IReadOnlyDictionary<string, JsonElement> members)
    {
        if (string.IsNullOrWhiteSpace(Text(members, "title")) || !Fits(members, "description", "")
            || !members.TryGetValue("options", out var options) || options.ValueKind != JsonValueKind.Array || options.GetArrayLength() < 2)
        {
            return false;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in options.EnumerateArray())
        {
            if (option.ValueKind != JsonValueKind.Object || PlainJson.MembersOf(option) is not { } known || !Fits(known, "id", "") || !Fits(known, "title", "")
                || (known.ContainsKey("order") && WholeNumber(known, "order") is null) || (known.ContainsKey("id") && !ids.Add(IdOf(known))))
            {
                return false;
            }
        }

        return !members.TryGetValue("settings", out var settings)
            || (settings.ValueKind == JsonValueKind.Object && PlainJson.MembersOf(settings) is { } sent && PollSettings.Defaults.All(setting => Fits(sent, setting.Name, setting.Value)));
    }

    private static byte[] DefaultSettings()
    {
        var output = new ArrayBufferWriter<byte>();
        WriteSettings(output, []);
        return output.WrittenSpan.ToArray();
    }

    private static bool Fits(IReadOnlyDictionary<string, JsonElement> members, string name, object example) =>
        !members.TryGetValue(name, out var value) || (example is bool ? value.ValueKind is JsonValueKind.True or JsonValueKind.False : value.ValueKind == JsonValueKind.String);

    /// <summary>An id that is no text counts by how it is written: 1 is "1".</summary>
    private static string IdOf(OrderedDictionary<string, JsonElement> option) =>
        option.TryGetValue("id", out var id) && id.ValueKind != JsonValueKind.String ? id.GetRawText() : Text(option, "id");

    private static int? WholeNumber(OrderedDictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number == (int)number ? (int)number : null;
}
