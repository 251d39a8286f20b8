using System.Text;

namespace FakeJira.Benchmarks.Soak;

/// <summary>What the clients of a soak ask of a site with the vendor's examples.</summary>
internal static class SoakRequests
{
    public const string Poll = """{"title":"T","options":[{"id":"1","title":"a","order":0},{"id":"2","title":"b","order":1}]}""";
    public const string VendorPoll = "ee9107b5-5041-4c15-8c76-f14404fa1fad";
    public const string Panelist = "abc123:xyz789:ses456";

    public static IReadOnlyList<string> Voters { get; } = [Basic("mia@example.com:mia-token"), Basic("admin@example.com:admin-token")];

    public static string Basic(string credentials) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));

    public static string PollsPath(string site, string? id = null) => $"{site}/x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&workspace=PLAT&content=PLAT-254604{(id is null ? "" : "&pollId=" + id)}";

    public static string VotesPath(string site) => $"{site}/rest/api/3/issue/MKY-2/votes";

    public static string IdeaPath(string site) => $"{site}/public/ideabank/proposals/p-abc123/vote";
}
