using System.Text.Json;
using System.Text.Json.Serialization;

namespace FakeJira.Benchmarks.Falsify;

/// <summary>A small edit of the product, and the test that has to go red for it: so that no check is one that cannot fail.</summary>
/// <param name="Shows">A rule, the first column of a row of docs/limits.md or docs/security.md, or a sentence about another guard.</param>
/// <param name="File">From the top of the repository.</param>
/// <param name="Find">Stands once in the file.</param>
/// <param name="Put">Stands there instead.</param>
/// <param name="Red"><c>Class.Method</c> of a test.</param>
internal sealed record Falsification(string Shows, string File, string Find, string Put, string Red)
{
    /// <summary>Where they are declared.</summary>
    public const string Folder = "FakeJira.Tests/Falsifications";

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>All that are declared, file by file; a file that cannot be read is an exception that names it.</summary>
    public static IReadOnlyList<Falsification> ReadAll(string root) =>
        [.. Directory.EnumerateFiles(Path.Combine(root, Folder), "*.json").Order(StringComparer.Ordinal).SelectMany(Read)];

    /// <summary>So many, one by chance out of each of as many equal parts, or all.</summary>
    public static IReadOnlyList<Falsification> Sample(IReadOnlyList<Falsification> all, int size, int seed)
    {
        var chance = new Random(seed);
        return size >= all.Count ? all : [.. Enumerable.Range(0, size).Select(part => all[chance.Next(Start(part), Start(part + 1))])];

        int Start(int part) => (int)((long)part * all.Count / size);
    }

    /// <summary>The text with the edit in it; null when what is to be found stands there never or several times.</summary>
    public string? Edited(string text)
    {
        var at = text.IndexOf(Find, StringComparison.Ordinal);
        return at >= 0 && text.IndexOf(Find, at + 1, StringComparison.Ordinal) < 0 ? string.Concat(text.AsSpan(0, at), Put, text.AsSpan(at + Find.Length)) : null;
    }

    private static Falsification[] Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<Falsification[]>(System.IO.File.ReadAllText(file), Strict)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file}: {exception.Message}", exception);
        }
    }
}
