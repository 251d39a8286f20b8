using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.Admin;

/// <summary>Speaks to a server's admin API and to its mappings through the handler.</summary>
public sealed class AdminClient(FakeJiraServer fake, string site = "") : IDisposable
{
    private readonly HttpClient _client = new(fake.CreateHandler()) { BaseAddress = new("http://fake") };

    /// <summary>Status and body of an answer.</summary>
    public async Task<(int Status, JToken Body)> Send(string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), site + "/__admin/" + path);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length > 0 && text[0] is '{' or '[' ? JToken.Parse(text) : new JValue(text));
    }

    /// <summary>The body of an answer that must be a 200 or 201.</summary>
    public async Task<JToken> Done(string method, string path, string? body = null)
    {
        var (status, answer) = await Send(method, path, body);
        status.ShouldBeOneOf(200, 201);
        return answer;
    }

    /// <summary>The text that a path answers.</summary>
    public async Task<string> Ask(string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, site + path);
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await _client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    public void Dispose() => _client.Dispose();
}
