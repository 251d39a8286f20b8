using System.IO.Enumeration;

namespace FakeJira.Stubs;

/// <summary>Which entries of a journal are meant; what is null does not matter.</summary>
/// <param name="Method">In any case.</param>
/// <param name="Path">Without prefix and query, decoded: <c>*</c> is any text, <c>?</c> any one character.</param>
/// <param name="Operation">The operation that the request reached.</param>
/// <param name="Rule">One of the rules of the answer.</param>
/// <param name="Status">The status code of the answer.</param>
internal sealed record RequestFilter(string? Method, string? Path, string? Operation, string? Rule, int? Status)
{
    private const int NearestShown = 5;

    public bool Matches(JournalEntry entry) => Parts(entry).All(part => part);

    /// <summary>The entries that fulfil most of it, oldest first; the later ones of those that fulfil equally much.</summary>
    public IReadOnlyList<JournalEntry> Nearest(IReadOnlyList<JournalEntry> entries) =>
        [.. entries.OrderByDescending(entry => Parts(entry).Count(part => part)).ThenByDescending(entry => entry.Number).Take(NearestShown).OrderBy(entry => entry.Number)];

    /// <summary>What was asked for, for messages.</summary>
    public override string ToString()
    {
        (string Name, string? Value)[] parts = [("method", Method), ("path", Path), ("operation", Operation), ("rule", Rule), ("status", Status?.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        var said = parts.Where(part => part.Value is not null).Select(part => $"{part.Name} {part.Value}").ToList();
        return said.Count == 0 ? "any request" : "a request with " + string.Join(", ", said);
    }

    private IEnumerable<bool> Parts(JournalEntry entry)
    {
        if (Method is not null)
        {
            yield return string.Equals(Method, entry.Request.Method, StringComparison.OrdinalIgnoreCase);
        }

        if (Path is not null)
        {
            yield return FileSystemName.MatchesSimpleExpression(Path, entry.Request.Path, ignoreCase: false);
        }

        if (Operation is not null)
        {
            yield return string.Equals(Operation, entry.Request.Route?.Operation.Name, StringComparison.OrdinalIgnoreCase);
        }

        if (Rule is not null)
        {
            yield return entry.Response.RuleHeader.Split(", ").Contains(Rule, StringComparer.OrdinalIgnoreCase);
        }

        if (Status is not null)
        {
            yield return Status == entry.Response.Status;
        }
    }
}
