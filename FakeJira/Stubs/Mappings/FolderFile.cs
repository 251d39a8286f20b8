using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Mappings;

/// <summary>A mapping file as it was last read.</summary>
/// <param name="Listed">The file as it was listed then.</param>
/// <param name="ReadAt">When, in UTC.</param>
/// <param name="Text">Its text.</param>
/// <param name="FirstOrder">The place of its first mapping among all; the others follow.</param>
/// <param name="Mappings">Of the latest version without errors.</param>
/// <param name="Problems">Of the latest version.</param>
/// <param name="Uses">Names of body and pattern files that its mappings name.</param>
internal sealed record FolderFile(ListedFile Listed, DateTime ReadAt, string Text, long FirstOrder, IReadOnlyList<Mapping> Mappings, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Uses)
{
    /// <summary>Clocks of file systems are coarse: a file written this shortly before it was read may have been written once more without a sign.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether it cannot have been written since it was read.</summary>
    public bool IsCurrent(in ListedFile now) => now.Length == Listed.Length && now.Written == Listed.Written && ReadAt - now.Written > Grain;

    /// <summary>Reads the file; where it is broken, the mappings of <paramref name="before"/> stay in service.</summary>
    public static FolderFile Read(in ListedFile listed, FolderFile? before, long firstOrder, MappingContext context, bool otherFilesChanged)
    {
        var readAt = TimeProvider.System.GetUtcNow().UtcDateTime;
        var problems = new ProblemList();
        string text;
        try
        {
            text = RegularFile.ReadAllText(listed.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(Severity.Error, listed.Name, 0, 0, "", $"The file cannot be read: {exception.Message}"));
            return new(listed with { Written = default }, readAt, "", firstOrder, before?.Mappings ?? [], [.. problems.All, .. KeptNote(listed.Name, before)], before?.Uses ?? []);
        }

        if (before is not null && before.Text == text && text.Length > 0 && before.FirstOrder == firstOrder && !(otherFilesChanged && before.Uses.Count > 0))
        {
            return before with { Listed = listed, ReadAt = readAt };
        }

        var mappings = MappingsOf(listed.Name, text, firstOrder, context, problems);
        var uses = UsesOf(text, mappings);
        return problems.HasErrors
            ? new(listed, readAt, text, firstOrder, before?.Mappings ?? [], [.. problems.All, .. KeptNote(listed.Name, before)], before?.Uses ?? [])
            : new(listed, readAt, text, firstOrder, uses.Count > 0 ? mappings : Reuse(mappings, before), problems.All, uses);
    }

    private static IReadOnlyList<Mapping> MappingsOf(string name, string text, long firstOrder, MappingContext context, ProblemList problems)
    {
        if (text.Length == 0)
        {
            problems.Add(new(Severity.Error, name, 0, 0, "", "The file is empty, or a pipe or a device, which are not read; expected a JSON document."));
            return [];
        }

        try
        {
            return MappingFile.Read(name, text, context with { NextOrder = () => firstOrder++, Room = MappingRoom.OfFile() }, problems);
        }
        catch (Exception exception)
        {
            // One file that the reader does not get along with must not cost the others.
            problems.Add(new(Severity.Error, name, 0, 0, "", $"The file cannot be used: {exception.Message}"));
            return [];
        }
    }

    /// <summary>A mapping that is as it was stays the same object, so that what was counted of it goes on.</summary>
    private static Mapping[] Reuse(IReadOnlyList<Mapping> mappings, FolderFile? before) =>
        [.. mappings.Select((mapping, i) => before is not null && i < before.Mappings.Count && before.Mappings[i] is { } old && old.Id == mapping.Id
            && old.Stub.Order == mapping.Stub.Order && JToken.DeepEquals(old.Document, mapping.Document) ? old : mapping)];

    private static IEnumerable<Problem> KeptNote(string name, FolderFile? before) =>
        before is { Mappings.Count: > 0 } ? [new(Severity.Warning, name, 0, 0, "", "Until that is mended, its last version without errors stays in service.")] : [];

    private static IReadOnlyList<string> UsesOf(string text, IReadOnlyList<Mapping> mappings) =>
        !text.Contains("AsFile", StringComparison.OrdinalIgnoreCase) ? [] :
        [.. mappings.SelectMany(mapping => mapping.Document.DescendantsAndSelf().OfType<JProperty>())
            .Where(property => property.Name.EndsWith("AsFile", StringComparison.OrdinalIgnoreCase) && property.Value.Type == JTokenType.String)
            .Select(property => ((string)property.Value!).Replace('\\', '/').TrimStart('/'))
            .Distinct()];
}
