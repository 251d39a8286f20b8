using System.Text.Json;
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
        votes.WriteHead(json);
        json.WriteStartArray("voters");
        foreach (var voter in votes.Voters)
        {
            UserJson.Write(json, voter, votes.ApiUrl);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteHead(Utf8JsonWriter json)
    {
        json.WriteString("self", $"{ApiUrl}/issue/{Issue.Key}/votes");
        json.WriteNumber("votes", Issue.Voters.Count);
        json.WriteBoolean("hasVoted", Viewer is not null && Issue.Voters.Contains(Viewer));
    }
}
