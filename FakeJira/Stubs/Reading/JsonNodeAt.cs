using System.Globalization;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Reading;

/// <summary>
/// A place in a document of the user. Names are found in any case. What is read is remembered, so that <see cref="ReportUnknown"/> can name the members
/// that nobody reads and what they may have been meant to be. A wrong type is an error at its place and reads as if absent.
/// </summary>
public sealed partial class JsonNodeAt
{
    private readonly JsonText _source;
    private readonly ProblemList _problems;
    private readonly List<string> _known = [];
    private readonly JsonNodeAt? _array;
    private readonly int _index;
    private bool _areAllKnown;

    internal JsonNodeAt(JToken token, JsonText source, ProblemList problems) => (Token, _source, _problems) = (token, source, problems);

    private JsonNodeAt(JsonNodeAt array, int index, JToken token)
        : this(token, array._source, array._problems) => (_array, _index) = (array, index);

    /// <summary>The token itself.</summary>
    public JToken Token { get; }

    /// <summary>Whether an error was noted, anywhere in the document.</summary>
    internal bool HasErrors => _problems.HasErrors;

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => Token is JObject;

    /// <summary>Whether it is an array.</summary>
    public bool IsArray => Token is JArray;

    /// <summary>Whether it is null.</summary>
    public bool IsNull => Token.Type is JTokenType.Null or JTokenType.Undefined;

    /// <summary>The member of that name, in any case; null when it is absent or null.</summary>
    public JsonNodeAt? this[string name]
    {
        get
        {
            _known.Add(name);
            return Token is JObject members && members.GetValue(name, StringComparison.OrdinalIgnoreCase) is { Type: not JTokenType.Null } value ? At(value) : null;
        }
    }

    /// <summary>The member of that name, or this where there is none: the place of what is wrong with it.</summary>
    internal JsonNodeAt PlaceOf(string name) => this[name] ?? this;

    /// <summary>Whether there is a member of that name, even if it is null.</summary>
    public bool Has(string name)
    {
        _known.Add(name);
        return Token is JObject members && members.GetValue(name, StringComparison.OrdinalIgnoreCase) is not null;
    }

    /// <summary>The items of an array member; none when it is absent. Anything but an array is an error.</summary>
    public IReadOnlyList<JsonNodeAt> Items(string name)
    {
        if (this[name] is not { } node)
        {
            return [];
        }

        return node.IsArray ? node.Children() : node.Expected<IReadOnlyList<JsonNodeAt>>("an array") ?? [];
    }

    /// <summary>The items of this array.</summary>
    public IReadOnlyList<JsonNodeAt> Children() => Token is JArray items ? [.. items.Select((item, index) => new JsonNodeAt(this, index, item))] : [];

    /// <summary>The members of this object, with their names.</summary>
    public IReadOnlyList<(string Name, JsonNodeAt Value)> Members()
    {
        if (Token is not JObject members)
        {
            return [];
        }

        _areAllKnown = true;
        return [.. members.Properties().Select(property => (property.Name, At(property.Value)))];
    }

    /// <summary>A text member; numbers and booleans are an error.</summary>
    public string? Text(string name) => this[name]?.AsText();

    /// <summary>A member that is true or false.</summary>
    public bool? Flag(string name) => this[name]?.AsFlag();

    /// <summary>A whole number, also written as a text.</summary>
    public long? Integer(string name, long minimum = long.MinValue, long maximum = long.MaxValue) => this[name]?.AsInteger(minimum, maximum);

    /// <summary>A point in time, ISO 8601 with an offset or Z (without one: UTC).</summary>
    public DateTimeOffset? Moment(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        PlaceOf(name).Expected<string>("a date and time such as \"2026-01-31T12:00:00Z\"");
        return null;
    }

    /// <summary>This as a text.</summary>
    public string? AsText() => Token.Type == JTokenType.String ? (string?)Token : Expected<string>("a text");

    /// <summary>This as a text; a number or truth value counts as it is written.</summary>
    public string? AsWording() => Token.Type switch
    {
        JTokenType.Integer or JTokenType.Float => Token.ToString(Newtonsoft.Json.Formatting.None),
        JTokenType.Boolean => (bool)Token ? "true" : "false",
        _ => AsText(),
    };

    /// <summary>A text that was found here, unless it is too long.</summary>
    internal string? AtMost(int characters, string? text) => text?.Length > characters ? Expected<string>($"a text of at most {characters} characters") : text;

    /// <summary>This as true or false; the texts "true" and "false" count too.</summary>
    public bool? AsFlag()
    {
        if (Token.Type == JTokenType.Boolean)
        {
            return (bool)Token;
        }

        if (Token.Type == JTokenType.String && bool.TryParse((string?)Token, out var flag))
        {
            return flag;
        }

        Expected<string>("true or false");
        return null;
    }

    /// <summary>This as a whole number, also written as a text.</summary>
    public long? AsInteger(long minimum = long.MinValue, long maximum = long.MaxValue)
    {
        if (Token.Type is JTokenType.Integer or JTokenType.String
            && long.TryParse(Token.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Expected<string>(minimum == long.MinValue ? "a whole number" : maximum == long.MaxValue ? $"a whole number of {minimum} or more" : $"a whole number from {minimum} to {maximum}");
        return null;
    }

    /// <summary>This as a number.</summary>
    public double? AsNumber()
    {
        if (Token.Type is JTokenType.Integer or JTokenType.Float && double.TryParse(Token.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Expected<string>("a number");
        return null;
    }

    /// <summary>The place of a token below this one.</summary>
    internal JsonNodeAt Below(JToken token) => At(token);

    private JsonNodeAt At(JToken token) => new(token, _source, _problems);
}
