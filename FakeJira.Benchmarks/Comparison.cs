using System.Text;

namespace FakeJira.Benchmarks;

/// <summary>A request whose cost is compared.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Authorization">The header, or empty.</param>
/// <param name="Body">What is sent; it is ASCII, or empty.</param>
internal sealed record Comparison(string Name, string Method, string Path, string Authorization, string Body = "")
{
    /// <summary>A site that <see cref="ContractRequests.Arrange(FakeJiraServer)"/> has arranged, and a thread pool that was left alone.</summary>
    public const string Usual = "fake";

    /// <summary>What a connection asks in turn, by its number, where that is not always this request.</summary>
    public Func<int, IReadOnlyList<Comparison>>? InTurn { get; init; }

    /// <summary>As what server of this program FakeJira is started. Any but the usual one is compared with the usual one, not with bare Kestrel.</summary>
    public string Server { get; init; } = Usual;

    /// <summary>What that server is compared with, in words.</summary>
    public string Beside => Server == Usual ? "bare Kestrel" : "the usual server";

    /// <summary>How many times the CPU of the server beside it a request may take at the most, or null where nobody has said.</summary>
    public double? MostCpu { get; init; }

    /// <summary>How many bytes a request may leave on the heap of FakeJira at the most, or null where nobody has said.</summary>
    public long? MostBytes { get; init; }

    /// <summary>What a client over a raw socket sends.</summary>
    public string Text
    {
        get
        {
            var text = new StringBuilder($"{Method} {Path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\nUser-Agent: load\r\n");
            text.Append(Authorization.Length > 0 ? $"Authorization: {Authorization}\r\n" : "");
            text.Append(Body.Length > 0 ? "Content-Type: application/json\r\n" : "");
            return text.Append(Method == "GET" ? "\r\n" : $"Content-Length: {Body.Length}\r\n\r\n").Append(Body).ToString();
        }
    }

    /// <summary>What the clients of a connection send, one after the other and from the start again.</summary>
    public IReadOnlyList<string> TextsOf(int connection) => InTurn is null ? [Text] : [.. InTurn(connection).Select(each => each.Text)];

    /// <summary>The answer that a server gives, to be written again by the bare one.</summary>
    public async Task<CannedAnswer> AnswerOfAsync(Uri server)
    {
        using var client = new HttpClient { Timeout = Load.Patience };
        using var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(server, Path)) { Content = Body.Length > 0 ? new StringContent(Body, Encoding.ASCII, "application/json") : null };
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        using var response = await client.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        return await CannedAnswer.Of(response).ConfigureAwait(false);
    }
}
