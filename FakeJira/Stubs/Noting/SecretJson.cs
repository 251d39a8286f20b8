using System.Buffers;
using System.Text;
using System.Text.Json;

namespace FakeJira.Stubs.Noting;

/// <summary>JSON with <see cref="Secrets.Mask"/> in place of what stands under the name of a secret: a text, a number, a whole list or object. One pass.</summary>
internal sealed class SecretJson
{
    private static readonly JsonReaderOptions Options = new() { AllowMultipleValues = true, MaxDepth = 256 };
    private static readonly byte[] Mask = Encoding.UTF8.GetBytes($"\"{Secrets.Mask}\"");

    private readonly ArrayBufferWriter<byte> _masked = new();
    private readonly List<string> _values = [];
    private readonly byte[] _bytes;
    private int _copied;

    private SecretJson(byte[] bytes) => _bytes = bytes;

    /// <summary>The text without secrets, and the secrets; null when it is no JSON. That it is cut off somewhere, as in a journal, does no harm.</summary>
    public static (string Text, IReadOnlyList<string> Values)? Read(string text)
    {
        var json = new SecretJson(Encoding.UTF8.GetBytes(text));
        try
        {
            json.Read();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken, too deep, or an escape that stands for no character.
            return null;
        }

        return (Encoding.UTF8.GetString(json._masked.WrittenSpan), json._values);
    }

    private void Read()
    {
        var reader = new Utf8JsonReader(_bytes, isFinalBlock: false, new JsonReaderState(Options));
        var (isNamed, within, start) = (false, -1, 0);
        while (reader.Read())
        {
            var isScalar = reader.TokenType is JsonTokenType.String or JsonTokenType.Number;
            if (within >= 0)
            {
                if (isScalar)
                {
                    Keep(ref reader);
                }
                else if (reader.TokenType is (JsonTokenType.EndArray or JsonTokenType.EndObject) && reader.CurrentDepth == within)
                {
                    Put(start, Mask, (int)reader.BytesConsumed);
                    within = -1;
                }
            }
            else if (isNamed && reader.TokenType is (JsonTokenType.StartArray or JsonTokenType.StartObject))
            {
                (within, start) = (reader.CurrentDepth, (int)reader.TokenStartIndex);
            }
            else if (isNamed && isScalar)
            {
                Keep(ref reader);
                Put((int)reader.TokenStartIndex, Mask, (int)reader.BytesConsumed);
            }
            else if (reader.TokenType == JsonTokenType.String)
            {
                PutAddress((int)reader.TokenStartIndex, (int)reader.BytesConsumed);
            }

            isNamed = reader.TokenType == JsonTokenType.PropertyName && SecretName.Is(reader.GetString()!);
        }

        var end = (int)reader.BytesConsumed;
        if (within >= 0 || isNamed)
        {
            // Cut off in the secret itself.
            _values.Add(Encoding.UTF8.GetString(_bytes.AsSpan(end)).Trim(' ', '\t', '\r', '\n', ',', '"'));
            Put(within >= 0 ? start : end, Mask, _bytes.Length);
        }
        else
        {
            PutAddress(end, _bytes.Length);
        }

        Put(_bytes.Length, [], _bytes.Length);
    }

    /// <summary>An address may carry a secret in its query.</summary>
    private void PutAddress(int from, int to)
    {
        if (_bytes.AsSpan(from, to - from).IndexOf("://"u8) >= 0)
        {
            var text = Encoding.UTF8.GetString(_bytes, from, to - from);
            var quote = text.EndsWith('"') && text.Length > 1 ? 1 : 0;
            _values.AddRange(Secrets.ValuesIn(text[..^quote]));
            Put(from, Encoding.UTF8.GetBytes(Secrets.OfForm(text[..^quote]) + text[^quote..]), to);
        }
    }

    private void Put(int from, ReadOnlySpan<byte> instead, int to)
    {
        _masked.Write(_bytes.AsSpan(_copied, from - _copied));
        _masked.Write(instead);
        _copied = to;
    }

    private void Keep(ref Utf8JsonReader reader)
    {
        _values.Add(Encoding.UTF8.GetString(reader.ValueSpan));
        if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
        {
            _values.Add(reader.GetString()!);
        }
    }
}
