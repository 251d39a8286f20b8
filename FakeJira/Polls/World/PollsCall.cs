namespace FakeJira.Polls.World;

/// <summary>What a request says besides its body. What is absent or blank is null.</summary>
internal sealed record PollsCall(string EndpointId, string? Token, string? Type, string? Workspace, string? Content, string? Container, string? PollId);
