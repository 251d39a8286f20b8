using System.Collections;
using FakeJira.Stubs.Checking;

namespace FakeJira.Stubs;

/// <summary>
/// What the clients of a site sent beyond what the vendors document, and how they behaved. Told of the requests that the journal keeps, when it is asked
/// for: requests themselves are not slowed by it.
/// </summary>
public sealed class Findings : IEnumerable<Finding>
{
    private readonly Journal _journal;
    private long _forgotten;

    internal Findings(Journal journal)
    {
        _journal = journal;
        journal.Cleared += () => Interlocked.Exchange(ref _forgotten, 0);
    }

    /// <summary>All findings of the requests that the journal keeps, in the order of the requests.</summary>
    public IReadOnlyList<Finding> All => Of(_journal.Entries);

    /// <summary>The findings that are warnings.</summary>
    public IReadOnlyList<Finding> Warnings => [.. All.Where(finding => finding.Severity == FindingSeverity.Warning)];

    /// <summary>How many requests the journal no longer keeps: nothing can be found in them.</summary>
    public long Unchecked => _journal.Forgotten;

    /// <summary>Makes sure that there are no warnings; notes do not matter.</summary>
    /// <exception cref="FakeJiraException">There are warnings; the message lists them. Or the journal keeps no requests.</exception>
    public void ShouldBeEmpty()
    {
        if (_journal.Capacity == 0)
        {
            throw new FakeJiraException("Nothing can be found in requests that are not kept: the server was started with JournalCapacity 0.");
        }

        if (Warnings is { Count: > 0 } warnings)
        {
            throw new FakeJiraException(string.Join(Environment.NewLine, [$"Expected no warnings about the requests, found {warnings.Count}:", .. warnings.Select(warning => "  " + warning)]));
        }
    }

    /// <summary>Forgets the findings of all requests until now; the journal stays.</summary>
    public void Clear() => Interlocked.Exchange(ref _forgotten, _journal.Count);

    /// <inheritdoc/>
    public IEnumerator<Finding> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Every finding, a line each.</summary>
    public override string ToString() => All is { Count: > 0 } all ? string.Join(Environment.NewLine, all) : "No findings.";

    private List<Finding> Of(IReadOnlyList<JournalEntry> entries)
    {
        var forgotten = Interlocked.Read(ref _forgotten);
        var ofRequests = entries.Where(entry => entry.Number > forgotten).SelectMany(entry => RequestCheck.Of(entry.Request, entry.Response).Select(remark => new Finding(entry, remark.Kind, remark.Message)));
        return [.. ofRequests.Concat(ConductCheck.Of(entries).Where(finding => finding.Request.Number > forgotten)).OrderBy(finding => finding.Request.Number)];
    }
}
