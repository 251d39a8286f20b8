using System.Text.RegularExpressions;

namespace FakeJira.Tests;

/// <summary>Dependencies point one way: the using lines say so.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["FakeJira/Stubs"] = [],
        ["FakeJira/Jira"] = ["FakeJira.Stubs", "FakeJira.Jira"],
        ["FakeJira/Polls"] = ["FakeJira.Stubs", "FakeJira.Polls"],
        ["FakeJira/IdeaBank"] = ["FakeJira.Stubs", "FakeJira.IdeaBank"],
        ["FakeJira/Seeding"] = ["FakeJira.Stubs", "FakeJira.Jira", "FakeJira.Polls", "FakeJira.IdeaBank"],
        ["FakeJira/Control"] = ["FakeJira.Stubs", "FakeJira.Jira", "FakeJira.Polls", "FakeJira.IdeaBank", "FakeJira.Seeding"],
    };

    [Test]
    public void A_room_uses_only_the_rooms_below_it()
    {
        var wrong = from room in MayUse
                    from file in RepositoryFiles.Sources(room.Key)
                    from used in UsingsOf(file)
                    where used.StartsWith("FakeJira.", StringComparison.Ordinal) && !room.Value.Append("FakeJira." + room.Key["FakeJira/".Length..]).Any(allowed => (used + ".").StartsWith(allowed + ".", StringComparison.Ordinal))
                    select $"{file} uses {used}";

        wrong.ShouldBeEmpty();
    }

    [Test]
    public void Only_the_doors_know_the_web_server()
    {
        var wrong = from file in RepositoryFiles.Sources("FakeJira")
                    where !file.StartsWith("FakeJira/Stubs/Kestrel/", StringComparison.Ordinal)
                    from used in UsingsOf(file)
                    where used.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                    select $"{file} uses {used}";

        wrong.ShouldBeEmpty();
    }

    [Test]
    public void State_uses_nothing_but_the_base_library()
    {
        var wrong = from file in RepositoryFiles.Sources("FakeJira")
                    where file.Contains("/World/", StringComparison.Ordinal) || file.Contains("/Bodies/", StringComparison.Ordinal) || file.EndsWith("World.cs", StringComparison.Ordinal)
                    from used in UsingsOf(file)
                    where !used.StartsWith("System", StringComparison.Ordinal) && !used.EndsWith(".World", StringComparison.Ordinal) && !used.EndsWith(".Bodies", StringComparison.Ordinal)
                    select $"{file} uses {used}";

        wrong.ShouldBeEmpty();
    }

    [Test]
    public void State_has_no_wall_clock_and_no_chance_of_its_own()
    {
        var wrong = from file in RepositoryFiles.Sources("FakeJira")
                    from line in RepositoryFiles.Read(file).Split('\n')
                    where Unseeded().IsMatch(line)
                    select $"{file}: {line.Trim()}";

        wrong.ShouldBeEmpty();
    }

    private static IEnumerable<string> UsingsOf(string file) =>
        UsingLine().Matches(RepositoryFiles.Read(file)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"(?<!"")DateTime(Offset)?\.(Utc)?Now|Guid\.NewGuid|Random\.Shared|new Random\(|Randomizer\.Seed")]
    private static partial Regex Unseeded();
}
