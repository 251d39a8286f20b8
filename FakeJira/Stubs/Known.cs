namespace FakeJira.Stubs;

/// <summary>What an operation takes of a request, by the vendor's pages. What a client sends beyond it is a finding; it never changes the answer.</summary>
public sealed record Known
{
    /// <summary>The query parameters that are looked at. Another one cannot be read: <see cref="StubRequest.QueryValue"/> throws.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>Query parameters that the vendor documents and nobody here looks at.</summary>
    public IReadOnlyList<string> UnreadQuery { get; init; } = [];

    /// <summary>Query parameters by which users were named before there were account ids.</summary>
    public IReadOnlyList<string> UserNames { get; init; } = [];

    /// <summary>Query parameters that hold account ids.</summary>
    public IReadOnlyList<string> AccountIds { get; init; } = [];

    /// <summary>Headers that are documented, besides those of HTTP itself.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>The JSON body; null where none is taken.</summary>
    public BodyShape? Body { get; init; }

    /// <summary>The header that says who is calling, or null.</summary>
    public string? CredentialHeader { get; init; }

    /// <summary>The query parameter that says who is calling, or null.</summary>
    public string? CredentialParameter { get; init; }

    /// <summary>How a client gets the next page, or null where pages are not asked for by tokens.</summary>
    public NextPage? NextPage { get; init; }

    /// <summary>Why the vendor wants nobody to use it any more, and what to use; null where it is in use.</summary>
    public string? Deprecated { get; init; }

    internal IEnumerable<string> AllParameters => [.. Query, .. UnreadQuery, .. UserNames];
}

/// <summary>The token of a next page: the member of the answer that gives it, and the query parameter or member that takes it.</summary>
/// <param name="List">What is listed; operations that list the same are asked for the pages of each other.</param>
/// <param name="Given">In the answer.</param>
/// <param name="Taken">In the next request.</param>
public sealed record NextPage(string List, string Given, string Taken);

/// <summary>The members that a JSON object can have; in an array, those of each object in it.</summary>
/// <param name="Read">The members that are looked at.</param>
public sealed record BodyShape(params string[] Read)
{
    /// <summary>Any JSON.</summary>
    public static BodyShape Anything { get; } = new() { IsOpen = true };

    /// <summary>A text that is the account id of a user.</summary>
    public static BodyShape AccountId { get; } = new() { IsOpen = true, IsAccountId = true };

    /// <summary>Members that the vendor documents and nobody here looks at.</summary>
    public string[] Unread { get; init; } = [];

    /// <summary>Members by which users were named before there were account ids.</summary>
    public string[] UserNames { get; init; } = [];

    /// <summary>What is inside of members, where that is checked.</summary>
    public IReadOnlyDictionary<string, BodyShape> Inside { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, BodyShape>.Empty;

    /// <summary>Whether it can have any other member.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether a text in its place is an account id.</summary>
    public bool IsAccountId { get; init; }

    /// <summary>Every member that is documented.</summary>
    public IEnumerable<string> Names => [.. Read, .. Unread, .. UserNames];
}
