using FakeJira.Polls.World;
using FakeJira.Stubs;

namespace FakeJira.Polls.Operations;

/// <summary>Reads what every operation needs from a request.</summary>
internal static class PollsRequest
{
    /// <summary>The path of every operation; what comes after the endpoint id counts for nothing.</summary>
    public const string Path = "/x1/{endpointId}/{*rest}";

    /// <summary>What every operation wants of its caller.</summary>
    public const string Access = "an access token whose scope has the workspace";

    /// <summary>A poll in a body; its id is the query's or new, its results are what was voted.</summary>
    public static BodyShape Poll { get; } = new("title", "description", "options", "settings")
    {
        Unread = ["id", "results"],
        Inside = new Dictionary<string, BodyShape> { ["options"] = new("id", "title", "order"), ["settings"] = new([.. PollSettings.Defaults.Select(setting => setting.Name)]) },
    };

    /// <summary>The query; names are case-sensitive, the first of a repeated one counts.</summary>
    public static PollsCall CallOf(StubRequest request) => new(
        request.PathValue("endpointId"),
        Said(request, "token"),
        Said(request, "type"),
        Said(request, "workspace"),
        Said(request, "content"),
        Said(request, "container"),
        request.Method == "POST" ? null : Said(request, "pollId"));

    /// <summary>What an operation takes; only some have an id of a poll, results to expand or a body.</summary>
    public static Known Known(string query, BodyShape? body = null) => new()
    {
        Query = ["token", "type", "workspace", "content", "container", .. query.Split(' ', StringSplitOptions.RemoveEmptyEntries)],
        Body = body,
        CredentialParameter = "token",
    };

    /// <summary>Whether the results were asked for: <c>expand=results</c>, also in a list.</summary>
    public static bool WantsResults(StubRequest request) => request.QueryValue("expand") is { } expand && expand.Split(',', StringSplitOptions.TrimEntries).Contains("results");

    /// <summary>The rules that contribute to an answer besides the one that decides.</summary>
    public static Rule[] Contributing(in Admission admission) => (admission.ContainerIgnored, admission.IssueUnknown) switch
    {
        (false, false) => [],
        (true, false) => [PollsRules.ContainerIgnored],
        (false, true) => [PollsRules.IssueUnknown],
        (true, true) => [PollsRules.ContainerIgnored, PollsRules.IssueUnknown],
    };

    /// <summary>What was wrong with a body that is no poll.</summary>
    public static Rule BodyRule(StubRequest request) => request.BodyTooLarge ? PollsRules.BodyTooLarge : PollsRules.BodyInvalid;

    /// <summary>200 with JSON.</summary>
    public static StubResponse Json(ReadOnlyMemory<byte> body, Rule[] rules) => new() { Headers = [new("Content-Type", "application/json")], Body = body, Rules = rules };

    private static string? Said(StubRequest request, string name) => request.QueryValue(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
