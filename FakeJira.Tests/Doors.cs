namespace FakeJira.Tests;

/// <summary>The doors that a contract test runs through: both must give equal answers.</summary>
public enum Door
{
    Handler,
    Loopback,
}

/// <summary>A client through one of the doors.</summary>
public static class Doors
{
    /// <summary>Signed in as <paramref name="caller"/>, or anonymous. Relative addresses start at the default site.</summary>
    public static HttpClient Client(this FakeJiraServer fake, Door door, FakeJira.Stubs.Caller? caller = null) => fake.Site.Client(door, caller);

    /// <inheritdoc cref="Client(FakeJiraServer, Door, FakeJira.Stubs.Caller?)"/>
    public static HttpClient Client(this FakeSite site, Door door, FakeJira.Stubs.Caller? caller = null) => door switch
    {
        Door.Handler => new HttpClient(site.CreateHandler(caller)) { BaseAddress = site.BaseAddress },
        Door.Loopback => site.CreateClient(caller),
    };
}

/// <summary>An answer as tests compare it.</summary>
/// <param name="Status">The status code.</param>
/// <param name="Rule">X-FakeJira-Rule, empty when absent.</param>
/// <param name="Body">As text.</param>
public sealed record Answer(int Status, string Rule, string Body)
{
    /// <summary>Sends a request and reads all of the answer.</summary>
    public static async Task<Answer> Of(HttpClient client, string method, string path, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        return await Of(response);
    }

    /// <summary>Reads all of an answer.</summary>
    public static async Task<Answer> Of(HttpResponseMessage response) =>
        new((int)response.StatusCode, response.Headers.TryGetValues("X-FakeJira-Rule", out var rules) ? string.Join(", ", rules) : "", await response.Content.ReadAsStringAsync());
}
