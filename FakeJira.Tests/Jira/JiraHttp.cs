using System.Text;
using System.Text.Json;

namespace FakeJira.Tests.Jira;

/// <summary>Says in a word what the tests of issues send.</summary>
internal static class JiraHttp
{
    /// <summary>The document of one paragraph.</summary>
    public static string Document(string text) => $$"""{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"{{text}}"}]}]}""";

    public static Task<Answer> Get(this HttpClient client, string path) => Answer.Of(client, "GET", path);

    public static Task<Answer> Delete(this HttpClient client, string path) => Answer.Of(client, "DELETE", path);

    public static Task<Answer> Post(this HttpClient client, string path, string body) => Answer.Of(client, "POST", path, new StringContent(body, Encoding.UTF8, "application/json"));

    public static Task<Answer> Put(this HttpClient client, string path, string body) => Answer.Of(client, "PUT", path, new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>The part of a JSON body at a path such as <c>fields.status.name</c>, as compact JSON; empty when it is not there.</summary>
    public static string At(this Answer answer, string path)
    {
        using var document = JsonDocument.Parse(answer.Body);
        var element = document.RootElement;
        foreach (var name in path.Split('.'))
        {
            if (element.ValueKind == JsonValueKind.Array ? int.Parse(name) >= element.GetArrayLength() : !element.TryGetProperty(name, out _))
            {
                return "";
            }

            element = element.ValueKind == JsonValueKind.Array ? element[int.Parse(name)] : element.GetProperty(name);
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
    }
}
