using Newtonsoft.Json;

namespace FakeJira.Stubs.Reading;

/// <summary>
/// Reads a JSON text as WireMock.Net's matchers see it: dates are texts. Newtonsoft.Json looks through the whole object for a name that stands in it again,
/// which takes minutes where a long text has many of them: such a text is none.
/// </summary>
internal sealed class BoundedJsonReader : JsonTextReader
{
    /// <summary>In shorter ones this takes no time.</summary>
    public const int LongText = 65_536;

    /// <summary>How many names are looked through in a long text.</summary>
    public const int MostLookedThrough = 10_000_000;

    private readonly OpenNames? _names;
    private long _lookedThrough;

    public BoundedJsonReader(string text)
        : base(new StringReader(text))
    {
        DateParseHandling = DateParseHandling.None;
        MaxDepth = JsonText.DepthLimit;
        _names = text.Length > LongText ? new() : null;
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        var read = base.Read();
        if (read && _names?.StandsAgain(this) == true)
        {
            _lookedThrough += _names.Count;
            if (_lookedThrough > MostLookedThrough)
            {
                throw new JsonReaderException("Too many names stand again in an object of many.", Path, LineNumber, LinePosition, null);
            }
        }

        return read;
    }
}
