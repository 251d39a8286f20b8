using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>What a mapping folder holds at one moment. Immutable.</summary>
/// <param name="Mappings">In the order of the files; disabled ones too.</param>
/// <param name="Index">Those that are not disabled, ready to be asked.</param>
/// <param name="Problems">What is wrong with the files.</param>
/// <param name="Skipped">Files that are no mapping files and that no mapping names.</param>
/// <param name="Files">The names of the mapping files.</param>
internal sealed record FolderContent(IReadOnlyList<Mapping> Mappings, StubIndex Index, IReadOnlyList<Problem> Problems, IReadOnlyList<string> Skipped, IReadOnlySet<string> Files)
{
    private readonly Dictionary<Guid, Mapping> _byId = Mappings.ToDictionary(mapping => mapping.Id);

    public static FolderContent Empty { get; } = new([], StubIndex.Empty, [], [], new HashSet<string>());

    /// <summary>The mapping of that Guid, disabled or not, or null.</summary>
    public Mapping? Find(Guid id) => _byId.GetValueOrDefault(id);

    /// <summary>Puts the files together, in their order.</summary>
    public static FolderContent Of(IReadOnlyList<ListedFile> listed, IReadOnlyList<FolderFile> files)
    {
        var named = files.SelectMany(file => file.Uses).SelectMany(use => new[] { use, "__files/" + use }).ToHashSet(StringComparer.Ordinal);
        List<Problem> problems = [];
        var byId = new Dictionary<Guid, (Mapping Mapping, int At)>();
        List<Mapping> mappings = [];
        foreach (var file in files.Where(file => !named.Contains(file.Listed.Name)))
        {
            problems.AddRange(file.Problems);
            foreach (var mapping in file.Mappings)
            {
                if (byId.TryGetValue(mapping.Id, out var other))
                {
                    problems.Add(mapping.AtGuid with { Message = $"{mapping.Name} has the Guid of {other.Mapping.Name}, {mapping.Id}, and replaces it, because its file comes later." });
                    mappings[other.At] = mapping;
                }
                else
                {
                    mappings.Add(mapping);
                }

                byId[mapping.Id] = (mapping, byId.TryGetValue(mapping.Id, out var place) ? place.At : mappings.Count - 1);
            }
        }

        return new(mappings, StubIndex.Empty.With([.. mappings.Where(mapping => !mapping.IsDisabled).Select(mapping => mapping.Stub)]), problems,
            [.. listed.Where(file => file.Kind == FileKind.Other && !named.Contains(file.Name)).Select(file => file.Name)],
            files.Select(file => file.Listed.Name).ToHashSet(StringComparer.Ordinal));
    }
}
