using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Reading;

/// <summary>The values of switches as JSON scalars.</summary>
internal static class Scalar
{
    /// <summary>true and false as such, numbers as such, the rest as text.</summary>
    public static JValue Token(string value) => value switch
    {
        "true" => new JValue(true),
        "false" => new JValue(false),
        _ when long.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) => new JValue(number),
        _ => new JValue(value),
    };

    /// <summary>The value of a scalar; null for objects, arrays and null.</summary>
    public static string? Text(JToken token) => token.Type switch
    {
        JTokenType.Boolean => (bool)token ? "true" : "false",
        JTokenType.Integer or JTokenType.String => token.ToString(),
        _ => null,
    };

    /// <summary>Reads the value of a switch; a mistake is noted at its place.</summary>
    public static string? Read(JsonNodeAt node, Func<string, string?> accept, string expectation)
    {
        var value = Text(node.Token) is { } text ? accept(text) : null;
        if (value is null)
        {
            node.Expected<string>(expectation);
        }

        return value;
    }
}
