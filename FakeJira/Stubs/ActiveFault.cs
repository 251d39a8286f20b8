using FakeJira.Stubs.Faulting;

namespace FakeJira.Stubs;

/// <summary>A fault of a site. Dispose it to end it; where it has ended already, nothing happens.</summary>
public sealed class ActiveFault : IDisposable
{
    private readonly Site _site;

    internal ActiveFault(Site site, FaultNote note) => (_site, Note) = (site, note);

    /// <summary>What it is called.</summary>
    public string Name => Note.Name;

    /// <summary>How many requests it still meets; null for any number, 0 when it was removed.</summary>
    public int? TimesLeft => FaultList.TimesLeft(_site, Note);

    internal FaultNote Note { get; }

    /// <inheritdoc/>
    public void Dispose() => FaultList.Remove(_site, Note);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A misbehaviour that comes with the server.</summary>
/// <param name="Name">For example <c>jira.outage</c>; without the first word where that is clear: <c>outage</c>.</param>
/// <param name="Description">What happens.</param>
public sealed record ReadyMadeFault(string Name, string Description);
