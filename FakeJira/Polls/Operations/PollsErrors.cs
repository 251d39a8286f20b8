using FakeJira.Polls.World;
using FakeJira.Stubs;

namespace FakeJira.Polls.Operations;

/// <summary>Every refusal: a status, the reason phrase of the vendor's page, no body.</summary>
internal static class PollsErrors
{
    /// <summary>The call was not let in.</summary>
    public static StubResponse Of(Refusal refusal, Rule[] contributing) => Of(
        refusal switch
        {
            Refusal.EndpointUnknown => PollsRules.EndpointUnknown,
            Refusal.TokenMissing => PollsRules.TokenMissing,
            Refusal.TokenInvalid => PollsRules.TokenInvalid,
            Refusal.TypeWrong => PollsRules.TypeWrong,
            Refusal.WorkspaceMissing => PollsRules.WorkspaceMissing,
            Refusal.ContentMissing => PollsRules.ContentMissing,
            Refusal.ContainerMissing => PollsRules.ContainerMissing,
            Refusal.PollIdMissing => PollsRules.PollIdMissing,
            Refusal.WorkspaceOutOfScope => PollsRules.OutOfScope,
        },
        contributing);

    /// <summary>The rule that refuses; its id ends in the status.</summary>
    public static StubResponse Of(Rule rule, Rule[] contributing) => new()
    {
        Status = rule.Status!.Value,
        ReasonPhrase = PhraseOf(rule.Status!.Value),
        Rules = [rule, .. contributing],
    };

    /// <summary>The path is there, the method is not.</summary>
    public static StubResponse MethodUnknown(IReadOnlyList<string> allowed) => new()
    {
        Status = 405,
        Headers = [new("Allow", string.Join(", ", allowed.Contains("GET") ? [.. allowed, "HEAD"] : allowed))],
        Rules = [PollsRules.MethodUnknown],
    };

    /// <summary>As on the vendor's page; null for the usual one.</summary>
    private static string? PhraseOf(int status) => status switch
    {
        400 => "Bad request",
        403 => "Not permitted",
        404 => "Not found",
        _ => null,
    };
}
