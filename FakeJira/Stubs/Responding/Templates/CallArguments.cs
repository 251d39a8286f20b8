using System.Globalization;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>The arguments of one call, read as what the function wants. A wrong one ends the rendering with a message.</summary>
internal sealed class CallArguments(string function, IReadOnlyList<object?> values)
{
    public int Count => values.Count;

    /// <summary>The argument itself; null where there is none or where it is not defined.</summary>
    public object? this[int index] => index < values.Count ? values[index] is JValue json ? json.Value : values[index] : null;

    /// <summary>A text or null; numbers and the like are written out, a list is no text.</summary>
    public string? TextOrNull(int index) => this[index] switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "True" : "False",
        DateTime moment => moment.ToString("o", CultureInfo.InvariantCulture),
        IFormattable scalar => scalar.ToString(null, CultureInfo.InvariantCulture),
        JsonMembers or MatchMembers => this[index]!.ToString(),
        _ => throw Wrong(index, "a text"),
    };

    /// <summary>A text; nothing counts as the empty one.</summary>
    public string Text(int index) => TextOrNull(index) ?? "";

    public int Integer(int index) => Number(index) is long number && number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Wrong(index, "a whole number");

    public bool Flag(int index) => this[index] is bool flag ? flag : throw Wrong(index, "true or false");

    public double Double(int index) => Convert.ToDouble(Number(index), CultureInfo.InvariantCulture);

    /// <summary>A long where it is a whole number, else a double.</summary>
    public object Number(int index) => NumberOrNull(index) ?? throw Wrong(index, "a number");

    /// <summary>The same; null where it is no number.</summary>
    public object? NumberOrNull(int index) => this[index] switch
    {
        int or long or short or byte => (object)Convert.ToInt64(this[index], CultureInfo.InvariantCulture),
        double or float or decimal => Convert.ToDouble(this[index], CultureInfo.InvariantCulture),
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    public IReadOnlyList<object?> List(int index) => this[index] as IReadOnlyList<object?> ?? throw Wrong(index, "a list");

    /// <summary>A format that does not ask for more digits than a page has.</summary>
    public string Format(int index)
    {
        var format = Text(index);
        var digits = 0;
        foreach (var character in format)
        {
            digits = char.IsAsciiDigit(character) ? digits + 1 : 0;
            if (digits > 3 || format.Length > 100)
            {
                throw Wrong(index, "a format of at most 100 characters and 999 digits");
            }
        }

        return format;
    }

    /// <summary>The named arguments: <c>Type="Guid" Min=1</c>.</summary>
    public IDictionary<string, object?> Named => this[0] as IDictionary<string, object?> is { } named
        ? new Dictionary<string, object?>(named, StringComparer.OrdinalIgnoreCase)
        : throw new TemplateException($"{function} takes named arguments, such as Type=\"Guid\".");

    public TemplateException Wrong(int index, string expected) => new($"{function}: argument {index + 1} must be {expected}, found {Shown(index)}.");

    private string Shown(int index) => this[index] switch
    {
        null => "nothing",
        string text => text.Length > 40 ? $"\"{text[..40]}…\"" : $"\"{text}\"",
        IReadOnlyList<object?> => "a list",
        Members => "an object",
        bool flag => flag ? "true" : "false",
        IFormattable scalar => scalar.ToString(null, CultureInfo.InvariantCulture),
        _ => "something else",
    };
}
