using System.IO.Pipelines;
using System.Net;

namespace FakeJira.Stubs.Kestrel;

/// <summary>A body that is written as it comes, for an HttpClient without a socket: whoever asks for the stream reads while it is written; disposing the answer ends it.</summary>
internal sealed class WrittenContent(Func<Stream, CancellationToken, Task> write) : HttpContent
{
    private readonly CancellationTokenSource _gone = new();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream, _gone.Token);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _gone.Token);
        await write(stream, both.Token).ConfigureAwait(false);
    }

    protected override Task<Stream> CreateContentReadStreamAsync()
    {
        var pipe = new Pipe();
        _ = CopyAsync(pipe.Writer);
        return Task.FromResult(pipe.Reader.AsStream());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gone.Cancel();
        }

        base.Dispose(disposing);
    }

    /// <summary>What goes wrong while it is written, the reader meets.</summary>
    private async Task CopyAsync(PipeWriter writer)
    {
        Exception? failure = null;
        try
        {
            await write(writer.AsStream(leaveOpen: true), _gone.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            failure = exception;
        }

        await writer.CompleteAsync(failure).ConfigureAwait(false);
    }
}
