using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Seeding;

/// <summary>What a site starts with.</summary>
internal static class Seed
{
    public const string Empty = "empty";
    public const string Vendor = "vendor";

    /// <summary>The state of a seed: <c>empty</c>, <c>vendor</c> or the path of a state document.</summary>
    /// <exception cref="FakeJiraException">The file is not there or has mistakes, all of which are named.</exception>
    public static SiteState Of(string seed, Sites sites) => seed is Empty or Vendor ? Named(seed, sites) : OfFile(seed, sites);

    /// <summary>The state of a seed that has a name.</summary>
    public static SiteState Named(string seed, Sites sites)
    {
        var aside = sites.Detached();
        if (seed == Vendor)
        {
            foreach (var contract in sites.Contracts)
            {
                contract.Vendor?.Invoke(aside);
            }
        }

        return aside.Capture();
    }

    private static SiteState OfFile(string path, Sites sites)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FakeJiraException($"Cannot read the seed '{path}': {exception.Message} Expected 'empty', 'vendor' or a state document.", exception) { Setting = "seed" };
        }

        var problems = new ProblemList();
        return StateDocument.Read(path, text, sites, problems) ?? throw new FakeJiraException(string.Join(Environment.NewLine, problems.All)) { Setting = "seed" };
    }
}
