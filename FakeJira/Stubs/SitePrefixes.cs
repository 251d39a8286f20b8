namespace FakeJira.Stubs;

/// <summary>The site of a request and the path that remains; or what to say when there is no such site.</summary>
/// <param name="Site">The site, or the default one when it is unknown.</param>
/// <param name="Prefix">What stood before the path; empty for the default site.</param>
/// <param name="RawPath">What remains: starts with a slash.</param>
/// <param name="Unknown">The answer when the prefix names no site.</param>
internal readonly record struct SiteChoice(Site Site, string Prefix, string RawPath, Func<StubRequest, StubResponse>? Unknown = null);

/// <summary>Path prefixes of the form <c>/literal/…/{name}</c> that choose a site.</summary>
/// <param name="defaultSite">The site of the plain path.</param>
/// <param name="families">The forms that there are.</param>
internal sealed class SitePrefixes(Func<Site> defaultSite, SitePrefixFamily[] families)
{
    public SiteChoice Choose(string rawPath)
    {
        foreach (var family in families)
        {
            if (rawPath.StartsWith(family.Start, StringComparison.Ordinal))
            {
                return Chosen(family, rawPath);
            }
        }

        return new(defaultSite(), "", rawPath);
    }

    /// <summary>Apart, so that only a request that names a site pays for the closure.</summary>
    private SiteChoice Chosen(SitePrefixFamily family, string rawPath)
    {
        var end = rawPath.IndexOf('/', family.Start.Length);
        end = end < 0 ? rawPath.Length : end;
        var name = Uri.UnescapeDataString(rawPath[family.Start.Length..end]);
        var rest = end == rawPath.Length ? "/" : rawPath[end..];
        return family.Find(name) is { } site
            ? new(site, rawPath[..end], rest)
            : new(defaultSite(), rawPath[..end], rest, request => family.Unknown(request, name));
    }
}

/// <summary>One form of site prefix.</summary>
/// <param name="Start">What it starts with, ending in a slash, for example <c>/__sites/</c>.</param>
/// <param name="Find">The site of a name, or null.</param>
/// <param name="Unknown">What to say when there is no such site.</param>
internal sealed record SitePrefixFamily(string Start, Func<string, Site?> Find, Func<StubRequest, string, StubResponse> Unknown);
