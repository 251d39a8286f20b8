namespace FakeJira.Tests.Control;

/// <summary>A reader of server-sent events.</summary>
internal sealed class Following : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private Following(HttpResponseMessage response, Stream stream) => (_response, _reader) = (response, new StreamReader(stream));

    public static async Task<Following> Of(HttpClient client, string path)
    {
        var response = await client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream");
        return new(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The data of the next event of a name, and with a text in it; what comes before is passed over.</summary>
    public async Task<string> Next(string name, string until = "")
    {
        using var patience = new CancellationTokenSource(Patience);
        var current = "";
        while (await _reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                current = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal) && current == name && line.Contains(until, StringComparison.Ordinal))
            {
                return line[6..];
            }
        }

        throw new InvalidOperationException($"The stream ended before an event '{name}' with '{until}'.");
    }

    public async Task<string> Rest()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _reader.ReadToEndAsync(patience.Token);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
