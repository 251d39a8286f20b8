namespace FakeJira.Stubs.Matching;

/// <summary>
/// The parameters of a query as WireMock.Net splits them for matching: <c>;</c> separates like <c>&amp;</c>, and a comma separates values. A comma that is
/// percent-encoded does not.
/// </summary>
internal sealed class RequestParameters
{
    private readonly List<(string Name, string[] Values)> _parameters = [];

    public RequestParameters(string rawQuery)
    {
        foreach (var part in rawQuery.Split(['&', ';'], StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            _parameters.Add(equals < 0 ? (Decode(part), []) : (Decode(part[..equals]), [.. part[(equals + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Decode)]));
        }
    }

    /// <summary>All values of a parameter, one that is empty when it has none; null when it was not sent.</summary>
    public IReadOnlyList<string>? Find(string name, bool ignoreCase)
    {
        var comparison = ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var found = _parameters.FindAll(parameter => string.Equals(parameter.Name, name, comparison));
        return found.Count == 0 ? null : found.SelectMany(parameter => parameter.Values).DefaultIfEmpty("").ToList();
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
