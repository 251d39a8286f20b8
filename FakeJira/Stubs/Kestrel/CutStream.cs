namespace FakeJira.Stubs.Kestrel;

/// <summary>A body without a socket that breaks off: what was sent can be read, and then the connection is gone.</summary>
internal sealed class CutStream(byte[] sent) : MemoryStream(sent, writable: false)
{
    /// <summary>What whoever reads on is told.</summary>
    public const string Message = "The connection was cut, as a fault asked for.";

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, count) is var read && (read > 0 || count == 0) ? read : throw new HttpIOException(HttpRequestError.ResponseEnded, Message);

    /// <inheritdoc/>
    public override int ReadByte()
    {
        var one = new byte[1];
        return Read(one, 0, 1) == 1 ? one[0] : -1;
    }
}
