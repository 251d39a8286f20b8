using System.Collections.Immutable;
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
    private IReadOnlyDictionary<Guid, int> Places { get; init; } = ImmutableDictionary<Guid, int>.Empty;

    public static FolderContent Empty { get; } = new([], StubIndex.Empty, [], [], new HashSet<string>());

    /// <summary>The mapping of that Guid, disabled or not, or null.</summary>
    public Mapping? Find(Guid id) => Places.TryGetValue(id, out var place) ? Mappings[place] : null;

    /// <summary>What it holds now: the files put together, in their order. The index shares with this one what stays the same.</summary>
    public FolderContent Next(IReadOnlyList<ListedFile> listed, IReadOnlyList<FolderFile> files)
    {
        var named = files.SelectMany(file => file.Uses).SelectMany(use => new[] { use, "__files/" + use }).ToHashSet(StringComparer.Ordinal);
        List<Problem> problems = [];
        var places = new Dictionary<Guid, int>();
        List<Mapping> mappings = [];
        foreach (var file in files.Where(file => !named.Contains(file.Listed.Name)))
        {
            problems.AddRange(file.Problems);
            foreach (var mapping in file.Mappings)
            {
                if (places.TryAdd(mapping.Id, mappings.Count))
                {
                    mappings.Add(mapping);
                    continue;
                }

                var place = places[mapping.Id];
                problems.Add(mapping.AtGuid with { Message = $"{mapping.Name} has the Guid of {mappings[place].Name}, {mapping.Id}, and replaces it, because its file comes later." });
                mappings[place] = mapping;
            }
        }

        var next = new FolderContent(mappings, Index, problems,
            [.. listed.Where(file => file.Kind == FileKind.Other && !named.Contains(file.Name)).Select(file => file.Name)],
            files.Select(file => file.Listed.Name).ToHashSet(StringComparer.Ordinal))
        {
            Places = places,
        };
        return next with { Index = Index.Without(NewTo(next).Select(mapping => mapping.Id)).With([.. next.NewTo(this).Select(mapping => mapping.Stub)]) };
    }

    /// <summary>Those that answer here and that the other does not have, or not as they are.</summary>
    private IEnumerable<Mapping> NewTo(FolderContent other) => Mappings.Where(mapping => !mapping.IsDisabled && !ReferenceEquals(other.Find(mapping.Id), mapping));
}
