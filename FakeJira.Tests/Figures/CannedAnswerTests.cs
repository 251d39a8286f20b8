using System.Net;
using FakeJira.Benchmarks;

namespace FakeJira.Tests.Figures;

/// <summary>How the bare server gets what it writes.</summary>
public sealed class CannedAnswerTests
{
    [Test]
    public async Task An_answer_comes_out_of_its_file_as_it_went_in()
    {
        byte[] body = [0, .. "first\n\nsecond: third\r\n"u8, 255];
        using var response = new HttpResponseMessage(HttpStatusCode.Created) { Content = new ByteArrayContent(body) };
        response.Headers.TryAddWithoutValidation("X-Note", ["one: two", "three"]);
        response.Headers.TryAddWithoutValidation("Date", "Thu, 01 Jan 1970 00:00:00 GMT");
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            (await CannedAnswer.Of(response)).Write(file);

            var read = CannedAnswer.Read(file);

            read.ShouldSatisfyAllConditions(
                () => read.Status.ShouldBe(201),
                () => read.Headers.ShouldBe([("X-Note", "one: two, three")]),
                () => read.Body.ShouldBe(body));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Test]
    public void An_answer_without_headers_and_body_is_its_status()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            new CannedAnswer(204, [], []).Write(file);

            var read = CannedAnswer.Read(file);

            read.Status.ShouldBe(204);
            read.Headers.ShouldBeEmpty();
            read.Body.ShouldBeEmpty();
        }
        finally
        {
            File.Delete(file);
        }
    }
}
