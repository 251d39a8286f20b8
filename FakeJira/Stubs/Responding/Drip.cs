using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Responding;

/// <summary>Drip: over how much time the body goes out, piece by piece.</summary>
internal sealed record Drip(TimeSpan Time)
{
    private const int Pieces = 10;

    /// <summary>Null where the body goes out at once.</summary>
    public static Drip? Read(JsonNodeAt response) => response.Integer("Drip", 0, int.MaxValue) is { } milliseconds and > 0 ? new Drip(TimeSpan.FromMilliseconds(milliseconds)) : null;

    /// <summary>The same answer, slowly; one without a body as it is.</summary>
    public StubResponse Of(StubResponse answer, StubRequest request)
    {
        var body = answer.Body;
        return body.IsEmpty ? answer : answer.With(writer: WriteAsync);

        async Task WriteAsync(Stream stream, CancellationToken cancellation)
        {
            var count = Math.Min(Pieces, body.Length);
            for (var i = 0; i < count; i++)
            {
                if (i > 0)
                {
                    // Differences, so that all of them are the whole time.
                    await request.Site.Clock.WaitAsync(request, Time * i / (count - 1) - Time * (i - 1) / (count - 1), cancellation).ConfigureAwait(false);
                }

                await stream.WriteAsync(body[(int)((long)body.Length * i / count)..(int)((long)body.Length * (i + 1) / count)], cancellation).ConfigureAwait(false);
                await stream.FlushAsync(cancellation).ConfigureAwait(false);
            }
        }
    }
}
