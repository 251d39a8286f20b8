using System.Text;
using FakeJira.Benchmarks;

namespace FakeJira.Tests.Figures;

/// <summary>Where an answer ends that comes out of a socket piece by piece: of FakeJira, and of any server that is set beside it.</summary>
public sealed class RawAnswerTests
{
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")]
    [TestCase("HTTP/1.1 200 OK\r\ncontent-length:5\r\nX-After: 1\r\n\r\nhello")]
    [TestCase("HTTP/1.1 404 Not Found\r\nX-Content-Length: 1\r\nCONTENT-LENGTH: \t 0 \r\n\r\n")]
    [TestCase("HTTP/1.1 204 No Content\r\nDate: now\r\n\r\n")]
    [TestCase("HTTP/1.0 304\r\nContent-Length: 5\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n5\r\nhello\r\nA;name=value\r\n0123\r\n\r\n89\r\n0\r\n\r\n")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n1\r\n0\r\n0\r\nX-Trailer: 1\r\n\r\n")]
    public void An_answer_ends_with_its_last_byte_and_not_before(string text)
    {
        var answer = Encoding.Latin1.GetBytes(text);

        RawAnswer.EndOf([.. answer, .. "HTTP/1.1 200 OK\r\n\r\n"u8]).ShouldBe(answer.Length);
        for (var length = 0; length < answer.Length; length++)
        {
            RawAnswer.EndOf(answer.AsSpan(0, length)).ShouldBe(-1, text[..length]);
        }
    }

    [TestCase("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello", "An answer says neither a Content-Length nor that it is chunked.")]
    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 5x\r\n\r\nhello", "An answer says neither a Content-Length nor that it is chunked.")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n", "A chunk of an answer does not begin with its size.")]
    [TestCase("SSH-2.0-OpenSSH_9.2p1\r\n\r\n", "An answer does not begin with the status line of HTTP/1.")]
    public void An_answer_whose_end_cannot_be_known_is_waited_for_by_nobody(string answer, string complaint) =>
        Should.Throw<IOException>(() => RawAnswer.EndOf(Encoding.Latin1.GetBytes(answer))).Message.ShouldBe(complaint);

    [TestCase("HTTP/1.1 200 OK\r\nContent-Length: 2147483647\r\n\r\nhello")]
    [TestCase("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7FFFFFFF\r\nhello")]
    public void An_answer_that_is_larger_than_any_buffer_is_not_whole(string answer) => RawAnswer.EndOf(Encoding.Latin1.GetBytes(answer)).ShouldBe(-1);

    [TestCase("HTTP/1.1 200 OK\r\n", 200)]
    [TestCase("HTTP/1.0 507\r\n", 507)]
    public void The_status_of_an_answer_is_in_its_first_line(string answer, int status) => RawAnswer.StatusOf(Encoding.Latin1.GetBytes(answer)).ShouldBe(status);
}
