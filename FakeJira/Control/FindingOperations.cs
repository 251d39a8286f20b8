using FakeJira.Stubs;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>What the clients of a site sent beyond what is documented, and how they behaved.</summary>
internal static class FindingOperations
{
    private const string Severity = "severity";
    private static readonly string[] Severities = [NameOf(FindingSeverity.Note), NameOf(FindingSeverity.Warning)];

    public static IReadOnlyList<Operation> All { get; } =
    [
        ControlContract.Define("findings.get", "GET", "/findings", "What clients sent to the site that is asked beyond what is documented, and how they behaved; severity=warning leaves out the notes.", request => List(request, request.Site)),
        ControlContract.Define("findings.clear", "DELETE", "/findings", "Forgets the findings of all requests until now; the requests stay.", request => Clear(request.Site)),
        ControlContract.OfSite("sites.findings.get", "GET", "/findings", "The same of one site.", List),
        ControlContract.OfSite("sites.findings.clear", "DELETE", "/findings", "The same of one site.", (_, site) => Clear(site)),
    ];

    /// <summary>A finding beside its request.</summary>
    public static JObject Show(Finding finding) => new()
    {
        [Severity] = NameOf(finding.Severity),
        ["kind"] = NameOf(finding.Kind),
        ["message"] = finding.Message,
    };

    private static StubResponse List(StubRequest request, Site site)
    {
        if ((QueryCheck.Refusal(request, [Severity]) ?? QueryCheck.Refusal(request, Severity, Severities)) is { } refusal)
        {
            return refusal;
        }

        var severity = request.QueryValue(Severity);
        var found = site.Findings.All.Where(finding => severity is null || NameOf(finding.Severity) == severity).ToList();
        return ControlErrors.Ok(new JObject
        {
            ["total"] = found.Count,
            ["unchecked"] = site.Findings.Unchecked,
            ["findings"] = new JArray(found.Select(ShowWithRequest)),
        });
    }

    private static JObject ShowWithRequest(Finding finding)
    {
        var shown = Show(finding);
        shown["request"] = finding.Request.Number;
        shown["method"] = finding.Request.Request.Method;
        shown["path"] = finding.Request.Request.Prefix + finding.Request.Request.RawPath;
        shown["operation"] = finding.Request.Request.Route?.Operation.Name;
        return shown;
    }

    private static StubResponse Clear(Site site)
    {
        site.Findings.Clear();
        return ControlErrors.NoContent();
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
