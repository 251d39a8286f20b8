namespace FakeJira.Stubs.Mappings;

/// <summary>How near a request's path is to the one that a mapping wants: most requests that nothing matches have a letter too many or a part of another name.</summary>
internal static class PathCloseness
{
    /// <summary>Below this two paths have nothing to do with each other.</summary>
    public const double Near = 0.6;

    /// <summary>From 0 to 1: the share of letters that both begin and end with.</summary>
    public static double Of(string path, IReadOnlyList<PathKey> wanted)
    {
        var closest = 0d;
        for (var i = 0; i < wanted.Count; i++)
        {
            closest = Math.Max(closest, Of(path, wanted[i]));
        }

        return closest;
    }

    private static double Of(ReadOnlySpan<char> path, PathKey key)
    {
        if (key.Text.Length == 0)
        {
            return 0;
        }

        var text = key.Text.AsSpan();
        var have = key.IsWhole || path.Length < text.Length ? path : path[..text.Length];
        var common = have.CommonPrefixLength(text);
        for (int h = have.Length - 1, t = text.Length - 1; h >= 0 && t >= 0 && common < Math.Min(have.Length, text.Length) && have[h] == text[t]; h--, t--)
        {
            common++;
        }

        return (double)common / Math.Max(have.Length, text.Length);
    }
}
