using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>Writes the vendor's JSON: members in the order written, nothing escaped that need not be.</summary>
internal static class JiraJson
{
    public const string ContentType = "application/json;charset=UTF-8";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer)? _scratch;

    /// <summary>The bytes of what <paramref name="write"/> writes.</summary>
    public static byte[] Bytes<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var (buffer, writer) = _scratch ?? Fresh();
        _scratch = null;
        write(writer, value);
        writer.Flush();
        var bytes = PlainEscapes.Copy(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        if (bytes.Length < 64 * 1024)
        {
            _scratch = (buffer, writer);
        }

        return bytes;
    }

    /// <summary>A 200, or another status, with a JSON body.</summary>
    public static StubResponse Answer<T>(int status, T value, Action<Utf8JsonWriter, T> write, params Rule[] rules) =>
        new() { Status = status, Headers = [new("Content-Type", ContentType)], Body = Bytes(value, write), Rules = rules };

    /// <summary>The same with a body that was written before.</summary>
    public static StubResponse Answer(int status, ReadOnlyMemory<byte> body, params Rule[] rules) =>
        new() { Status = status, Headers = [new("Content-Type", ContentType)], Body = body, Rules = rules };

    private static (ArrayBufferWriter<byte> Buffer, Utf8JsonWriter Writer) Fresh()
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        return (buffer, new Utf8JsonWriter(buffer, Options));
    }
}
