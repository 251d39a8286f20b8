using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Seeding.Generating;

/// <summary>The section <c>generate</c> of a seed: <c>{"issues": 500, "users": 50, "randomSeed": 7}</c>. It is never written: what it made is.</summary>
internal static class GenerateDocument
{
    private const string RandomSeed = "randomSeed";

    /// <summary>Fills a site as the section says; every mistake is noted at its place, and then nothing is made.</summary>
    public static void Read(JsonNodeAt node, Site site)
    {
        if (!node.IsObject)
        {
            node.Expected<object>("an object such as {\"issues\": 500, \"users\": 50}");
            return;
        }

        var wanted = new Generation { RandomSeed = node.Integer(RandomSeed) };
        foreach (var count in GenerationCount.All)
        {
            wanted = count.Set(wanted, (int)(node.Integer(count.Name, 0, count.Limit) ?? 0));
        }

        node.ReportUnknown();
        if (!node.HasErrors)
        {
            Generator.Fill(site, wanted, (name, message) => (node[name] ?? node).Error(message));
        }
    }
}
