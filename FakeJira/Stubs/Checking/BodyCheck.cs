using System.Text.Json;

namespace FakeJira.Stubs.Checking;

/// <summary>Compares a JSON body with the members that are known. Of a body that the journal has cut, the part that is there.</summary>
internal sealed class BodyCheck(string operation, List<Remark> remarks)
{
    private readonly int _most = remarks.Count + RequestCheck.Most;

    public void Add(ReadOnlySpan<byte> body, BodyShape shape)
    {
        var reader = new Utf8JsonReader(body, isFinalBlock: false, default);
        try
        {
            if (reader.Read())
            {
                Check(ref reader, shape, "");
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or a text that is no Unicode: the answer has said so. What was found before that place stays.
            return;
        }
    }

    /// <summary>The value of a member of an object, null where it is absent or no text.</summary>
    public static string? TextOf(ReadOnlySpan<byte> json, string member)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            for (var isInside = reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.Read(); isInside && reader.TokenType == JsonTokenType.PropertyName; isInside = reader.TrySkip() && reader.Read())
            {
                if (reader.ValueTextEquals(member))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }
            }

            return null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Leaves the reader at the end of the value; false where the body ends before.</summary>
    private bool Check(ref Utf8JsonReader reader, BodyShape shape, string path)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return CheckMembers(ref reader, shape, path);

            case JsonTokenType.StartArray:
                while (reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.EndArray)
                    {
                        return true;
                    }

                    if (!Check(ref reader, shape, path))
                    {
                        return false;
                    }
                }

                return false;

            case JsonTokenType.String when shape.IsAccountId && reader.GetString() is { } text && RequestCheck.IsUserName(text):
                Add(FindingKind.UserName, path.Length == 0 ? $"The body is '{text}', which is no account id." : $"'{path}' of the body is '{text}', which is no account id.");
                return true;

            default:
                return true;
        }
    }

    private bool CheckMembers(ref Utf8JsonReader reader, BodyShape shape, string path)
    {
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return true;
            }

            var name = reader.GetString()!;
            var place = path.Length == 0 ? name : $"{path}.{name}";
            AddMember(shape, name, place);
            if (shape.Inside.TryGetValue(name, out var inside) ? !(reader.Read() && Check(ref reader, inside, place)) : !reader.TrySkip())
            {
                return false;
            }
        }

        return false;
    }

    private void AddMember(BodyShape shape, string name, string place)
    {
        if (shape.Read.Contains(name) || remarks.Count >= _most)
        {
            return;
        }

        if (shape.UserNames.Contains(name))
        {
            Add(FindingKind.UserName, $"'{place}' of the body names a user by name or key; the vendor takes account ids only.");
        }
        else if (shape.Unread.Contains(name))
        {
            Add(FindingKind.UnreadMember, $"'{place}' of the body has no effect here: this server does not look at it.");
        }
        else if (!shape.IsOpen)
        {
            Add(FindingKind.UndocumentedMember, $"{operation} knows no '{place}' in its body{RequestCheck.Instead(name, shape.Names)}");
        }
    }

    private void Add(FindingKind kind, string message)
    {
        var remark = new Remark(kind, message);
        if (remarks.Count < _most && !remarks.Contains(remark))
        {
            remarks.Add(remark);
        }
    }
}
