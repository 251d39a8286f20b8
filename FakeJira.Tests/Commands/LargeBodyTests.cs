using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace FakeJira.Tests.Commands;

/// <summary>What a body costs that is far too long, measured on the program itself.</summary>
[Platform(Include = "Linux", Reason = "The peak of a process's memory is read from /proc.")]
public sealed class LargeBodyTests
{
    private const long Length = 256L * 1024 * 1024;

    [TestCase("/rest/api/3/issue/MKY-1/votes", "JIRA-BODY-413", "{\"errorMessages\":[\"The request body is too long.\"],\"errors\":{}}")]
    [TestCase("/x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&workspace=PLAT&content=PLAT-254604", "POLLS-BODY-413", "")]
    [TestCase("/public/ideabank/proposals/p-abc123/vote", "IDEA-BODY-413", "{\"error\":\"request-too-large\"}")]
    [TestCase("/__admin/mappings", "", "{\n  \"Status\": \"The body is too long.\"\n}")]
    [TestCase("/__fakejira/sites", "", "{\n  \"errors\": [\n    {\n      \"message\": \"The body is too long.\"\n    }\n  ]\n}\n")]
    public async Task A_body_of_256_MB_is_refused_and_adds_less_than_25_MB(string path, string rule, string body)
    {
        using var program = await RunningProgram.StartAsync();
        await PostAsync(program, path, 1000, false);
        await PostAsync(program, path, 1000, true);
        var before = Megabytes(program, "VmRSS");

        foreach (var isChunked in (bool[])[false, true])
        {
            var answer = await PostAsync(program, path, Length, isChunked);

            answer.ShouldStartWith("HTTP/1.1 413 ");
            answer.Contains($"X-FakeJira-Rule: {rule}\r\n", StringComparison.Ordinal).ShouldBe(rule.Length > 0);
            answer.ShouldEndWith("\r\n\r\n" + body);
            TestContext.Out.WriteLine($"{path}, {(isChunked ? "chunked" : "Content-Length")}: {before:0.0} MB before, {Megabytes(program, "VmHWM"):0.0} MB at its peak");
        }

        (Megabytes(program, "VmHWM") - before).ShouldBeLessThan(25);
        (await program.InterruptAsync()).ExitCode.ShouldBe(0);
    }

    /// <summary>Sends all of it before it looks for an answer, as most clients do.</summary>
    private static async Task<string> PostAsync(RunningProgram program, string path, long length, bool isChunked)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(program.Address.Host, program.Address.Port);
        var stream = client.GetStream();
        var head = isChunked ? "Transfer-Encoding: chunked" : $"Content-Length: {length.ToString(CultureInfo.InvariantCulture)}";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: abc123:xyz789:ses456\r\nContent-Type: application/json\r\nConnection: close\r\n{head}\r\n\r\n"));
        var piece = Encoding.ASCII.GetBytes(new string(' ', (int)Math.Min(length, 1 << 20)));
        for (var sent = 0L; sent < length; sent += piece.Length)
        {
            if (isChunked)
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{piece.Length:x}\r\n"));
            }

            await stream.WriteAsync(piece);
            if (isChunked)
            {
                await stream.WriteAsync("\r\n"u8.ToArray());
            }
        }

        if (isChunked)
        {
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray());
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static double Megabytes(RunningProgram program, string what)
    {
        var line = File.ReadLines($"/proc/{program.Id}/status").First(line => line.StartsWith(what, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
