using FakeJira.Polls.Operations;
using FakeJira.Stubs;

namespace FakeJira.Polls;

/// <summary>The errors of polls that faults and mappings can ask for by name.</summary>
internal static class PollsNamedErrors
{
    public static IReadOnlyList<NamedError> All { get; } =
    [
        new("polls.failed-dependency", PollsRules.FailedDependency, static _ => StubResponse.Text(424, """{"status":424,"error":"Failed Dependency"}""", "application/json", PollsRules.FailedDependency)),
        Refused("polls.token-invalid", PollsRules.TokenInvalid),
        Refused("polls.endpoint-unknown", PollsRules.EndpointUnknown),
    ];

    private static NamedError Refused(string name, Rule rule) => new(name, rule, _ => PollsErrors.Of(rule, []));
}
