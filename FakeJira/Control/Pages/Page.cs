using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control.Pages;

/// <summary>A part of a long list: which, and of what.</summary>
/// <param name="Offset">How many come before it.</param>
/// <param name="Limit">How many there are in it at the most.</param>
/// <param name="Search">What each has to contain, in any case; null for all.</param>
/// <param name="Order">How they are ordered; null for the usual order.</param>
internal sealed record Page(int Offset, int Limit, string? Search, string? Order)
{
    public const int MaxLimit = 1000;
    private const int UsualLimit = 50;

    /// <summary>An operation that lists things of a site: offset=, limit=, search= and, where there is a choice, order=.</summary>
    public static Operation Operation(string name, string path, string summary, string[] orders, Func<StubRequest, Site, Page, StubResponse> callback)
    {
        string[] parameters = orders.Length > 0 ? ["offset", "limit", "search", "order"] : ["offset", "limit", "search"];
        return ControlContract.OfSite(name, "GET", path, summary, (request, site) =>
            QueryCheck.Refusal(request, parameters, "offset", "limit") ?? QueryCheck.Refusal(request, "order", orders) ?? callback(request, site, new(
                QueryCheck.Number(request.QueryValue("offset")) ?? 0,
                Math.Min(QueryCheck.Number(request.QueryValue("limit")) ?? UsualLimit, MaxLimit),
                request.QueryValue("search") is { Length: > 0 } search ? search : null,
                request.QueryValue("order"))));
    }

    /// <summary>Whether one of these texts contains what is searched for.</summary>
    public bool Finds(params ReadOnlySpan<string?> texts)
    {
        if (Search is null)
        {
            return true;
        }

        foreach (var text in texts)
        {
            if (text?.Contains(Search, StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The part of a list that is in memory.</summary>
    public JObject Of<T>(string name, IReadOnlyCollection<T> all, Func<T, JObject> show) => Of(name, all.Count, all.Skip(Offset).Take(Limit), show);

    /// <summary>The part that was found, of so many.</summary>
    public JObject Of<T>(string name, int total, IEnumerable<T> part, Func<T, JObject> show) => new()
    {
        ["total"] = total,
        ["offset"] = Offset,
        [name] = new JArray(part.Select(show)),
    };
}
