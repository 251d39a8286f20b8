using System.Globalization;
using System.Text;

namespace FakeJira.Benchmarks;

/// <summary>What the bare server writes.</summary>
internal sealed record CannedAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body)
{
    /// <summary>The answer of a server to a request, to be written again.</summary>
    public static async Task<CannedAnswer> Of(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        [.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Where(header => header.Key is not ("Date" or "Content-Length")).Select(header => (header.Key, header.Value.ToString()))],
        await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));

    /// <summary>For a process that does nothing but write it: the status, a line for each header, an empty line, the body. Asking for it there would leave a client in its memory and in its start.</summary>
    public void Write(string file)
    {
        var head = new StringBuilder(Status.ToString(CultureInfo.InvariantCulture)).Append('\n');
        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        }

        File.WriteAllBytes(file, [.. Encoding.Latin1.GetBytes(head.Append('\n').ToString()), .. Body]);
    }

    /// <summary>What was written.</summary>
    public static CannedAnswer Read(string file)
    {
        var bytes = File.ReadAllBytes(file);
        var end = bytes.AsSpan().IndexOf("\n\n"u8);
        var lines = Encoding.Latin1.GetString(bytes, 0, end).Split('\n');
        return new(int.Parse(lines[0], CultureInfo.InvariantCulture), [.. lines.Skip(1).Select(HeaderOf)], bytes[(end + 2)..]);
    }

    private static (string Name, string Value) HeaderOf(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return (line[..colon], line[(colon + 2)..]);
    }
}
