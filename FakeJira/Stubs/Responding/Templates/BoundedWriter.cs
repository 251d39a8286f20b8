using System.Globalization;
using System.Text;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>Collects what a template, or a value in one, is made of, up to the limit: nothing is added before it is measured.</summary>
internal sealed class BoundedWriter() : TextWriter(CultureInfo.InvariantCulture)
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        Rendering.Reserve(_text.Length + 1L);
        _text.Append(value);
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Rendering.Reserve((long)_text.Length + buffer.Length);
        _text.Append(buffer);
    }

    /// <summary>The texts of the items as one.</summary>
    public static string Join(string separator, IEnumerable<object?> items)
    {
        using var writer = new BoundedWriter();
        var isFirst = true;
        foreach (var item in items)
        {
            writer.Write(isFirst ? "" : separator);
            writer.Write(item?.ToString());
            isFirst = false;
        }

        return writer.ToString();
    }

    public override string ToString() => _text.ToString();
}
