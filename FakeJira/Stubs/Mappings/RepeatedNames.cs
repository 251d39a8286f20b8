using FakeJira.Stubs.Reading;
using Newtonsoft.Json;

namespace FakeJira.Stubs.Mappings;

/// <summary>Finds names that stand twice in one object. The last counts, as in WireMock.Net, and what stood before it is lost without a word.</summary>
internal static class RepeatedNames
{
    /// <summary>Warns of every one. The text must have been parsed before.</summary>
    public static void Report(string file, string text, ProblemList problems)
    {
        text = text.TrimStart('\uFEFF');
        var names = new OpenNames();
        string[]? lines = null;
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = JsonText.DepthLimit };
        while (reader.Read())
        {
            if (!names.StandsAgain(reader))
            {
                continue;
            }

            if (problems.IsFull(Severity.Warning))
            {
                problems.AddUntold(Severity.Warning, file);
                return;
            }

            var name = (string)reader.Value!;
            lines ??= text.Split('\n');

            // A carriage return alone ends a line for the reader, too.
            var line = reader.LineNumber <= lines.Length ? lines[reader.LineNumber - 1] : "";
            var begin = line.LastIndexOf(name, Math.Clamp(reader.LinePosition - 1, 0, Math.Max(line.Length - 1, 0)), StringComparison.Ordinal);
            problems.Add(new(Severity.Warning, file, reader.LineNumber, begin > 0 ? begin : Math.Max(reader.LinePosition, 1), reader.Path, $"'{name}' stands twice in this object, and only the last one counts; remove one of them."));
        }
    }
}
