using System.Text;

namespace FakeJira.Tests.IdeaBank;

/// <summary>The requests of a panelist's client.</summary>
internal static class Ask
{
    public const string NotFound = """{"error":"idea-bank-not-found"}""";
    public const string Invalid = """{"error":"invalid-request"}""";
    public const string Forbidden = """{"error":"Forbidden"}""";
    public const string Unauthorized = """{"error":"Unauthorized"}""";

    public static string VoteOn(string proposalId) => $"/public/ideabank/proposals/{proposalId}/vote";

    public static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    public static HttpContent Bytes(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/json");
        return content;
    }

    public static Task<Answer> VoteAsync(this HttpClient client, string proposalId, string body = """{"vote":1}""") => Answer.Of(client, "POST", VoteOn(proposalId), Json(body));

    public static Task<Answer> WithdrawAsync(this HttpClient client, string proposalId) => Answer.Of(client, "DELETE", VoteOn(proposalId));

    public static Task<Answer> ReadAsync(this HttpClient client, string path, params (string Name, string Value)[] headers) => Answer.Of(client, "GET", path, null, headers);

    /// <summary>What is answered to a vote that counts.</summary>
    public static Answer Recorded(string proposalId, int vote, string rule = "IDEA-VOTE-200") => new(200, rule, $$"""{"proposalId":"{{proposalId}}","vote":{{vote}}}""");
}
