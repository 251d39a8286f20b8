using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>What people get wrong in a path that is a text.</summary>
internal static class PathCheck
{
    public static void Check(JsonNodeAt node, string name, string pattern)
    {
        if (name != "Path")
        {
            if (name == "Url" && pattern.StartsWith('/'))
            {
                node.Warning("A Url begins with http:// or a wildcard, this one matches nothing; for a path write Path.");
            }

            return;
        }

        if (!pattern.StartsWith('/'))
        {
            node.Expected<string>("a path that starts with a slash; for others use Matchers");
        }

        var mark = pattern.IndexOf('?', StringComparison.Ordinal);
        if (mark >= 0 && pattern.IndexOf('=', mark) > mark)
        {
            node.Warning($"A Path never sees the query, and its ? is any one character; write \"{pattern[..mark]}\" and the query as Params.");
        }
    }
}
