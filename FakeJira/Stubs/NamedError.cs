namespace FakeJira.Stubs;

/// <summary>An error of the vendor that a fault or a mapping asks for by name, whether or not anything leads to it otherwise.</summary>
/// <param name="Name">Contract and what is wrong, for example <c>jira.rate-limited</c>.</param>
/// <param name="Rule">The rule that the answer carries.</param>
/// <param name="Answer">Makes it.</param>
public sealed record NamedError(string Name, Rule Rule, Func<StubRequest, StubResponse> Answer);
