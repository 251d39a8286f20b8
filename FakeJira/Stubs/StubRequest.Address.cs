namespace FakeJira.Stubs;

/// <content>By which door it came, and what links lead back through it.</content>
public sealed partial class StubRequest
{
    /// <summary>What stood before <see cref="RawPath"/> to choose the site, for example <c>/__sites/a</c>; empty where the door alone has chosen it.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What the door puts before a path that names no site; empty at the main one. What comes back through this door needs it in no link.</summary>
    internal string Door { get; init; } = "";

    internal string PrefixAtMainDoor => Prefix.Length > 0 ? Prefix : Door;

    /// <summary>What links in answers start with: scheme, host and <see cref="Prefix"/> as they were sent; or the public URL, which leads to the main port, and what finds the site there.</summary>
    public string BaseUrl => Site.PublicUrl is { } url ? url + PrefixAtMainDoor : $"{Scheme}://{Host}{Prefix}";
}
