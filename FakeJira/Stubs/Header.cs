namespace FakeJira.Stubs;

/// <summary>One header line. A header that was sent twice is two of these.</summary>
/// <param name="Name">As it was sent; compare without regard to case.</param>
/// <param name="Value">As it was sent, without surrounding white space.</param>
public readonly record struct Header(string Name, string Value)
{
    /// <summary>Whether this is the header called <paramref name="name"/>, in any case.</summary>
    public bool Is(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
