using System.IO.Pipelines;
using System.Net;

namespace FakeJira.Stubs.Kestrel;

/// <summary>A body that is written as it comes, for an HttpClient without a socket: whoever asks for the stream reads while it is written; disposing the answer ends it.</summary>
internal sealed class WrittenContent(Func<Stream, CancellationToken, Task> write, HandlerRequests underWay) : HttpContent
{
    private readonly CancellationTokenSource _gone = new();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => WriteAsync(stream, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) => WriteAsync(stream, cancellationToken);

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

    private async Task WriteAsync(Stream stream, CancellationToken caller)
    {
        var isCounted = underWay.TryEnter();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(caller, _gone.Token, isCounted ? underWay.Cut : CancellationToken.None);
        try
        {
            await write(stream, over.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (isCounted && underWay.IsCut && !caller.IsCancellationRequested && !_gone.IsCancellationRequested)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, HandlerRequests.CutMessage);
        }
        finally
        {
            if (isCounted)
            {
                underWay.Leave();
            }
        }
    }

    /// <summary>What goes wrong while it is written, the reader meets.</summary>
    private async Task CopyAsync(PipeWriter writer)
    {
        Exception? failure = null;
        try
        {
            await WriteAsync(writer.AsStream(leaveOpen: true), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            failure = exception;
        }

        await writer.CompleteAsync(failure).ConfigureAwait(false);
    }
}
