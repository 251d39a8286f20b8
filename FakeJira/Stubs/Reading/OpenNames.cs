using Newtonsoft.Json;

namespace FakeJira.Stubs.Reading;

/// <summary>The names of the objects that a reader is inside of.</summary>
internal sealed class OpenNames
{
    private readonly Stack<HashSet<string>> _open = new();

    /// <summary>How many different names the innermost object has so far.</summary>
    public int Count => _open.Peek().Count;

    /// <summary>Looks at what was read last: whether it is a name that the object has already.</summary>
    public bool StandsAgain(JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonToken.StartObject:
                _open.Push(new(StringComparer.Ordinal));
                return false;
            case JsonToken.EndObject:
                _open.Pop();
                return false;
            default:
                return reader.TokenType == JsonToken.PropertyName && !_open.Peek().Add((string)reader.Value!);
        }
    }
}
