using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FakeJira.Stubs.Noting;

/// <summary>An entry of the journal as a line of JSON, without secrets.</summary>
internal static class JournalLine
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IBufferWriter<byte> output, JournalEntry entry)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            var request = entry.Request.ForReading();
            var secrets = Secrets.In(request);
            json.WriteStartObject();
            json.WriteString("site", request.Site.Name);
            json.WriteNumber("number", entry.Number);
            json.WriteString("at", entry.At.UtcDateTime);
            json.WriteString("method", request.Method);
            json.WriteString("path", Secrets.Without(request.Prefix + request.RawPath, secrets));
            json.WriteString("query", Secrets.Without(Secrets.OfForm(request.RawQuery), secrets));
            Headers(json, "headers", request.Headers, secrets);
            json.WriteString("body", Secrets.Without(Secrets.OfBody(request.BodyText), secrets));
            json.WriteString("operation", request.Route?.Operation.Name);
            json.WriteNumber("status", entry.Response.Status);
            json.WriteString("rules", entry.Response.RuleHeader);
            json.WriteString("stub", entry.StubName);
            json.WriteNumber("milliseconds", Math.Round(entry.Took.TotalMilliseconds, 3));
            Headers(json, "answerHeaders", entry.Response.Headers, secrets);
            json.WriteString("answer", Secrets.OfBody(Secrets.Without(entry.Response.BodyText, secrets)));
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>Says that so many requests are missing here, because they came faster than they could be written.</summary>
    public static void WriteLost(IBufferWriter<byte> output, long count)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("lost", count);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void Headers(Utf8JsonWriter json, string name, Header[] headers, IReadOnlyList<string> secrets)
    {
        json.WriteStartObject(name);
        foreach (var group in headers.GroupBy(header => header.Name, StringComparer.OrdinalIgnoreCase))
        {
            json.WriteString(group.Key, string.Join(", ", group.Select(header => Secrets.Without(Secrets.OfHeader(header), secrets))));
        }

        json.WriteEndObject();
    }
}
