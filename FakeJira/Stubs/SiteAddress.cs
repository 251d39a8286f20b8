namespace FakeJira.Stubs;

/// <summary>How a site is named in addresses.</summary>
internal static class SiteAddress
{
    /// <summary>What stands before the name of a site in a path.</summary>
    public const string Start = "/__sites/";

    /// <summary>What chooses a site before a path at the main port; empty for the default one.</summary>
    public static string PrefixOf(Site site) => site.Name == Sites.DefaultName ? "" : Start + Uri.EscapeDataString(site.Name);

    /// <summary>Where the caller of a request finds a site: through the same door, unless there is a public URL, which leads to the main one.</summary>
    public static string UrlOf(Site site, StubRequest request)
    {
        var prefix = PrefixOf(site);
        if (site.PublicUrl is { } url)
        {
            return url + prefix;
        }

        var origin = $"{request.Scheme}://{request.Host}";
        // Behind the door of another site the plain path is not the default site's.
        return prefix == request.Door ? origin : origin + (prefix.Length > 0 ? prefix : Start + Sites.DefaultName);
    }
}
