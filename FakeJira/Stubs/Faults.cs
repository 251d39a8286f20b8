using FakeJira.Stubs.Faulting;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs;

/// <summary>What goes wrong on a site. Part of its state: captured, restored and gone after a reset. Later faults are asked first.</summary>
public sealed class Faults
{
    private readonly Site _site;

    internal Faults(Site site) => _site = site;

    /// <summary>Those that were added and not removed, oldest first; also those that have nothing left.</summary>
    public IReadOnlyList<ActiveFault> All => [.. FaultList.Of(_site).Select(note => new ActiveFault(_site, note))];

    /// <summary>What <see cref="Use"/> knows.</summary>
    public IReadOnlyList<ReadyMadeFault> ReadyMade => Faulting.ReadyMade.All(_site);

    /// <summary>Lets something go wrong until the answer is disposed, or for as long as it says.</summary>
    /// <exception cref="FakeJiraException">It has mistakes, all of which are named.</exception>
    public ActiveFault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return Add(FaultJson.Of(fault));
    }

    /// <summary>Lets a misbehaviour happen that comes with the server, for example <c>rate-limit</c>, until the answer is disposed.</summary>
    /// <exception cref="FakeJiraException">There is none of that name.</exception>
    public ActiveFault Use(string name) => Add(new JObject { ["use"] = name });

    /// <summary>Removes all of them.</summary>
    public void Clear() => FaultList.Clear(_site);

    private ActiveFault Add(JObject document)
    {
        var problems = new ProblemList();
        var note = JsonText.Parse("fault", document.ToString(), problems) is { } node ? FaultList.Add(_site, node) : null;
        return note is null || problems.HasErrors
            ? throw new FakeJiraException(string.Join(Environment.NewLine, problems.All.Select(problem => (problem.JsonPath.Length > 0 ? problem.JsonPath + ": " : "") + problem.Message)))
            : new ActiveFault(_site, note);
    }
}
