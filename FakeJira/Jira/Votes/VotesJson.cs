using System.Text.Json;
using FakeJira.Jira.Platform;
using FakeJira.Jira.Users;
using FakeJira.Jira.World;

namespace FakeJira.Jira.Votes;

/// <summary>Writes the votes of an issue.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Viewer">The account id of who asks, or null.</param>
/// <param name="Voters">Who is shown to have voted, in order.</param>
/// <param name="ApiUrl">What links start with.</param>
internal readonly record struct VotesJson(Issue Issue, string? Viewer, IReadOnlyList<User> Voters, string ApiUrl)
{
    public static void Write(Utf8JsonWriter json, VotesJson votes)
    {
        json.WriteStartObject();
        WriteHead(json, votes.Issue, votes.Viewer, votes.ApiUrl);
        json.WriteStartArray("voters");
        foreach (var voter in votes.Voters)
        {
            UserJson.Write(json, voter, votes.ApiUrl);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The field of an issue: how many, but not who.</summary>
    public static void WriteCount(Utf8JsonWriter json, Issue issue, View view)
    {
        json.WriteStartObject();
        WriteHead(json, issue, view.Viewer?.AccountId, view.ApiUrl);
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, Issue issue, string? viewer, string apiUrl)
    {
        json.WriteString("self", $"{apiUrl}/issue/{issue.Key}/votes");
        json.WriteNumber("votes", issue.Voters.Count);
        json.WriteBoolean("hasVoted", viewer is not null && issue.Voters.Contains(viewer));
    }
}
