using System.Net;
using System.Net.Sockets;
using System.Text;
using FakeJira.Benchmarks.Fuzz;
using FakeJira.Stubs;

namespace FakeJira.Tests.Fuzz;

/// <summary>What the fuzzer takes for an answer, and what it lets go without one.</summary>
public sealed class HeardTests
{
    private const string Asked = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private const string Ok = "HTTP/1.1 200 OK\r\n";

    [TestCase(Asked, "")]
    [TestCase("GET /%ff HTTP/9.9\r\nno colon\r\n\r\n", "")]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", "")]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}GET", "")]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "")]
    [TestCase("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2;x\r\n{}\r\n0\r\nA: b\r\n\r\n", "")]
    [TestCase("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nno chunk\r\n", "")]
    [TestCase(Asked, "HTTP/1.1 2")]
    [TestCase(Asked, "HTTP/1.1 100 Continue\r\n\r\n")]
    [TestCase(Asked, Ok + "Content-Length: 5\r\n")]
    [TestCase(Asked, Ok + "Content-Length: 5\r\n\r\nbody")]
    [TestCase(Asked, Ok + "Transfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n")]
    [TestCase(Asked, Ok + "Transfer-Encoding: chunked\r\n\r\n4\r\nbo")]
    [TestCase(Asked, Ok + "Transfer-Encoding: chunked\r\n\r\n")]
    public async Task An_answer_that_is_missing_or_cut_is_found(string sent, string answered)
    {
        var wrong = (await HeardOfAsync(sent, answered)).Wrong(sent, isSpoilt: false);

        wrong.ShouldBe(answered.Length == 0 ? "No answer." : $"An answer that is cut: {answered}");
    }

    [TestCase(Asked, Ok + "\r\nup to the end")]
    [TestCase(Asked, Ok + "content-length: 4\r\n\r\nbody")]
    [TestCase(Asked, Ok + "Content-Length: 4\r\n\r\nbodyHTTP/1.1 400")]
    [TestCase(Asked, Ok + "Transfer-Encoding: chunked\r\n\r\n4\r\n0\r\n\r\r\n0\r\n\r\n")]
    [TestCase(Asked, Ok + "Content-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")]
    [TestCase(Asked, "HTTP/1.1 204 No Content\r\n\r\n")]
    [TestCase(Asked, "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 304 Not Modified\r\n\r\n")]
    [TestCase("HEAD / HTTP/1.1\r\n\r\n", Ok + "Content-Length: 4\r\n\r\n")]
    [TestCase("", "")]
    [TestCase("GET / HTTP/1.1\r\nHost: a\r\n", "")]
    [TestCase("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n{}", "")]
    [TestCase("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n", "")]
    public async Task A_whole_answer_is_good_and_so_is_none_to_what_is_no_whole_request(string sent, string answered) =>
        (await HeardOfAsync(sent, answered)).Wrong(sent, isSpoilt: false).ShouldBeNull();

    [Test]
    public async Task What_a_connection_that_is_reset_has_taken_with_it_is_found()
    {
        var heard = await HeardOfAsync(Asked, Ok + "\r\nnot to the end", reset: true);

        heard.IsOver.ShouldBeFalse();
        heard.Wrong(Asked, isSpoilt: false).ShouldNotBeNull();
        heard.Wrong(Asked, isSpoilt: true).ShouldBeNull();
    }

    [TestCase(false, "An answer that is cut: HTTP/1.1 200 OK\r\n")]
    [TestCase(true, null)]
    public void An_answer_that_has_begun_has_to_end_unless_our_side_was_closed_before(bool wasLeft, string? wrong) =>
        new Heard(Ok, IsOver: true, wasLeft).Wrong("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n{}", isSpoilt: false).ShouldBe(wrong);

    [TestCase(ConnectionFault.Drop)]
    [TestCase(ConnectionFault.CutBody)]
    [TestCase(ConnectionFault.MalformedChunk)]
    public async Task An_answer_that_is_cut_by_a_fault_that_was_asked_for_is_none_to_be_found(ConnectionFault fault)
    {
        await using var target = await HttpTarget.StartAsync(fake => fake.Stubs.Add("GET", "/spoilt", _ => StubResponse.Text(200, "a body", "text/plain").With(fault: fault)));

        (await target.TryAsync("GET /spoilt HTTP/1.1\r\nHost: a\r\n\r\n", CancellationToken.None)).ShouldBeNull();
    }

    [Test]
    public async Task An_answer_that_a_server_cuts_unasked_is_found()
    {
        await using var target = await HttpTarget.StartAsync(fake => fake.Stubs.Add("GET", "/cut", _ => new StubResponse
        {
            Writer = async (body, end) =>
            {
                await body.WriteAsync("half"u8.ToArray(), end);
                throw new IOException("gone");
            },
        }));

        (await target.TryAsync("GET /cut HTTP/1.1\r\nHost: a\r\n\r\n", CancellationToken.None)).ShouldNotBeNull().ShouldStartWith("An answer that is cut: HTTP/1.1 200 OK");
    }

    [Test]
    public async Task An_answer_that_is_late_as_somebody_asked_for_is_not_waited_for()
    {
        await using var target = await HttpTarget.StartAsync(fake => fake.Stubs.Add("GET", "/late", _ => new StubResponse { Delay = TimeSpan.FromHours(1) }));

        (await target.TryAsync("GET /late HTTP/1.1\r\nHost: a\r\n\r\n", CancellationToken.None)).ShouldBeNull();
    }

    /// <summary>Asks a server that answers so, whatever it is asked, and closes.</summary>
    private static async Task<Heard> HeardOfAsync(string sent, string answered, bool reset = false)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asking = RawConnection.AskAsync(new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"), sent, () => false, CancellationToken.None);
        using var client = await listener.AcceptSocketAsync();
        var buffer = new byte[1024];
        for (var left = sent.Length; left > 0;)
        {
            left -= await client.ReceiveAsync(buffer);
        }

        await client.SendAsync(Encoding.Latin1.GetBytes(answered));
        client.LingerState = new(reset, 0);
        client.Close();
        return await asking;
    }
}
