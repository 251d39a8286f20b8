using System.Net.Sockets;
using System.Text;

namespace FakeJira.Benchmarks.Soak;

/// <summary>What was answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Stub">Who has answered.</param>
/// <param name="Body">The body.</param>
internal sealed record SoakAnswer(int Status, string Stub, string Body);

/// <summary>Asks and compares: a 5xx that was not expected, like every other answer that was not, is a problem.</summary>
internal sealed class SoakCaller(SoakServer server, string name) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client = Client(server);

    // Closes the connection of a stream at once; the usual one reads on for two seconds, in which the stream still counts.
    private readonly HttpClient _following = new(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero, UseProxy = false }) { BaseAddress = server.Fake.BaseAddress, Timeout = Patience };

    public string? Authorization { get; set; }

    public async Task<string> AskAsync(int expected, string method, string path, string? body = null)
    {
        var (status, _, answer) = await SendAsync(method, path, body).ConfigureAwait(false);
        Check(status == expected, () => $"{method} {path}: {status} instead of {expected}: {answer}");
        return answer;
    }

    /// <summary>Asks where others ask too, so that many answers can be right; but none of 5xx that no fault has made.</summary>
    public async Task<SoakAnswer> TryAsync(string method, string path, string? body = null)
    {
        var answer = await SendAsync(method, path, body).ConfigureAwait(false);
        Check(answer.Status < 500 || answer.Stub.StartsWith("faults/", StringComparison.Ordinal), () => $"{method} {path}: {answer}");
        return answer;
    }

    /// <summary>Asks where the connection has to be cut before anything is answered. Over a socket: the client of .NET would ask once more by itself, and be answered.</summary>
    public async Task AskCutAsync(string path)
    {
        server.CountRequest();
        using var patience = new CancellationTokenSource(Patience);
        using var socket = await ConnectAsync().ConfigureAwait(false);
        var answer = new byte[200];
        var read = 0;
        try
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: {Authorization}\r\n\r\n"), patience.Token).ConfigureAwait(false);
            read = await socket.ReceiveAsync(answer, patience.Token).ConfigureAwait(false);
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.ConnectionReset or SocketError.ConnectionAborted)
        {
            read = 0;
        }

        Check(read == 0, () => $"GET {path} is answered instead of cut: {Encoding.Latin1.GetString(answer, 0, read)}");
    }

    /// <summary>Begins to follow events, and goes again once the first has come.</summary>
    public async Task FollowAsync(string path, Func<Task> meanwhileAsync)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var response = await _following.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, patience.Token).ConfigureAwait(false);
        Check((int)response.StatusCode == 200, () => $"GET {path}: {(int)response.StatusCode}");
        await meanwhileAsync().ConfigureAwait(false);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(patience.Token).ConfigureAwait(false));
        Check(await reader.ReadLineAsync(patience.Token).ConfigureAwait(false) is not null, () => $"GET {path}: ended by the server");
    }

    /// <summary>Sends the beginning of a request and is gone.</summary>
    public async Task GiveUpAsync(string request)
    {
        server.CountRequest();
        using var socket = await ConnectAsync().ConfigureAwait(false);
        socket.LingerState = new(true, 0);
        await socket.SendAsync(Encoding.ASCII.GetBytes(request)).ConfigureAwait(false);
    }

    /// <param name="holds">What should be.</param>
    /// <param name="problem">What is wrong otherwise; made only then, for it may have whole states in it.</param>
    public void Check(bool holds, Func<string> problem)
    {
        if (!holds)
        {
            server.Wrong($"{name}: {problem()}");
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _following.Dispose();
    }

    private static HttpClient Client(SoakServer server)
    {
        var client = server.Fake.CreateClient();
        client.Timeout = Patience;
        return client;
    }

    private async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server.Fake.BaseAddress.Host, server.Fake.BaseAddress.Port).ConfigureAwait(false);
        return socket;
    }

    private async Task<SoakAnswer> SendAsync(string method, string path, string? body)
    {
        server.CountRequest();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (Authorization is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await _client.SendAsync(request).ConfigureAwait(false);
        return new((int)response.StatusCode, response.Headers.TryGetValues("X-FakeJira-Stub", out var stubs) ? stubs.First() : "", await response.Content.ReadAsStringAsync().ConfigureAwait(false));
    }
}
