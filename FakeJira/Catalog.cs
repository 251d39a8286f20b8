using FakeJira.Stubs;
using FakeJira.Stubs.Admin;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;

namespace FakeJira;

/// <summary>Everything that is the same for every server of the process: the contracts and their compiled routes.</summary>
internal static class Catalog
{
    /// <summary>Every contract there is, in the order of the docs.</summary>
    public static IReadOnlyList<Contract> Contracts { get; } = [Jira.JiraContract.Contract, Polls.PollsContract.Of(IsIssue), IdeaBank.IdeaBankContract.Contract];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Contracts.Select(contract => contract.Name)];

    /// <summary>What is asked before the contracts: the admin and the control API.</summary>
    public static Lazy<OperationRoutes> System { get; } = new(() => new([Control.ControlContract.Contract, AdminContract.Contract]));

    /// <summary>The mapping files inside the program.</summary>
    public static BuiltInMappings BuiltIn { get; } = new(typeof(Catalog).Assembly, () => Library.OperationsOf(Contracts));

    /// <summary>The contracts of these names.</summary>
    /// <exception cref="FakeJiraException">There is no such contract.</exception>
    public static IReadOnlyList<Contract> Chosen(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => !Contracts.Any(contract => contract.Name == name)) is { } unknown)
        {
            throw new FakeJiraException($"There is no contract '{unknown}'; there are: {string.Join(", ", Contracts.Select(contract => contract.Name))}, or none.") { Setting = "contracts" };
        }

        return [.. Contracts.Where(contract => names.Contains(contract.Name))];
    }

    /// <summary>The ways to name a site in a path. Which there are is told only to those whom the control API would tell it.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="gate">Refuses a request to the control API, or lets it pass with null.</param>
    public static SitePrefixes Prefixes(Sites sites, Func<StubRequest, StubResponse?> gate) => new(() => sites.Default,
    [
        new(Jira.Platform.Credentials.Gateway, sites.FindById, Jira.Platform.JiraErrors.UnknownCloudId),
        new(SiteAddress.Start, sites.Find, (request, name) => StubEngine.StatusText(404, gate(request) is null
            ? $"There is no site '{name}'; there are: {string.Join(", ", sites.All.Select(site => site.Name))}."
            : $"There is no site '{name}'.")),
    ]);

    /// <summary>What the polls of a Jira endpoint ask: an issue by the key it has now, in its project; any, where no Jira is served.</summary>
    private static bool IsIssue(Site site, string projectKey, string key) =>
        !site.Sites.Contracts.Contains(Jira.JiraContract.Contract)
        || (site.Read(Jira.JiraContract.World).FindIssue(key) is { } issue && issue.Key == key && issue.ProjectKey == projectKey);
}
