using System.Text;
using FakeJira.Polls;

namespace FakeJira.Tests.Polls;

/// <summary>Says in a word what the tests of polls send.</summary>
internal static class PollsHttp
{
    public const string Content = "PLAT-254604";

    /// <summary>The example of the vendor's page, without white space and id.</summary>
    public const string Stars = """{"settings":{"allowSelectionOfMultipleOptions":false,"resultsVisibility":"alwaysPublic","endDate":"","hideAbsoluteNumbers":false,"allowRevote":false,"saveParticipantNames":false,"closePollOnEndDate":false,"allowComment":false},"options":[{"id":"1","title":"⭐","order":0},{"id":"2","title":"⭐⭐","order":1},{"id":"3","title":"⭐⭐⭐","order":2},{"id":"4","title":"⭐⭐⭐⭐","order":3},{"id":"5","title":"⭐⭐⭐⭐⭐","order":4}],"description":"Simple scoring from 1 to 5 stars","title":"Stars from ⭐ to ⭐⭐⭐⭐⭐"}""";

    /// <summary>The defaults of the settings as a member.</summary>
    public const string Settings = """
        "settings":{"allowSelectionOfMultipleOptions":false,"resultsVisibility":"alwaysPublic","endDate":"","hideAbsoluteNumbers":false,"allowRevote":false,"saveParticipantNames":false,"closePollOnEndDate":false,"allowComment":false}
        """;

    /// <summary>A body as a client in a hurry sends it: without a Content-Type.</summary>
    public static ByteArrayContent Json(string text) => new(Encoding.UTF8.GetBytes(text));

    public static Task<Answer> Get(this HttpClient client, string address) => Answer.Of(client, "GET", address);

    public static Task<Answer> Post(this HttpClient client, string address, string body = Stars) => Answer.Of(client, "POST", address, Json(body));

    public static Task<Answer> Put(this HttpClient client, string address, string body = Stars) => Answer.Of(client, "PUT", address, Json(body));

    public static Task<Answer> Delete(this HttpClient client, string address) => Answer.Of(client, "DELETE", address);

    /// <summary>Sends any of the four methods, with a body where there can be one.</summary>
    public static Task<Answer> Send(this HttpClient client, string method, string address, string body = Stars) => Answer.Of(client, method, address, method is "POST" or "PUT" ? Json(body) : null);

    /// <summary>The poll of the vendor's page with an id, as it is answered.</summary>
    public static string StarsWith(string id) => Stars.Replace(""","title":"Stars""", $""","id":"{id}","title":"Stars""", StringComparison.Ordinal);

    /// <summary>The ids of the polls of a content, in order.</summary>
    public static IEnumerable<string> IdsOf(this PollEndpoint endpoint, string content) => endpoint.PollsOf(content).Select(poll => poll.Id);
}
