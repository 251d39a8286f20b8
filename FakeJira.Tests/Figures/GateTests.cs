using System.Globalization;
using System.Text;
using FakeJira.Benchmarks;

namespace FakeJira.Tests.Figures;

/// <summary>What the programs that measure end with 1 over, and what they do not take for an answer.</summary>
public sealed class GateTests
{
    private static readonly double[] Bare = [45, 56, 75, 98];

    [Test]
    public void The_middle_ratio_of_CPU_time_may_be_at_its_limit()
    {
        Gates.Cpu("GET votes", "bare Kestrel", new([1, 1.5, 9]), 1.5).ShouldBeNull();
        Gates.Cpu("GET votes", "bare Kestrel", new([1, 1.51, 9]), 1.5).ShouldBe("GET votes takes 1.51 times the CPU of bare Kestrel (median of 3 rounds); 1.5 times is the most it may.");
        Gates.Cpu("GET votes", "bare Kestrel", new([9]), null).ShouldBeNull();
    }

    [Test]
    public void The_bytes_on_the_heap_may_be_at_their_limit()
    {
        Gates.Heap("GET votes", 2048, 2048).ShouldBeNull();
        Gates.Heap("GET votes", 2049, 2048).ShouldBe("GET votes leaves 2049 bytes on the heap; 2048 is the most it may. What does a request make now that it did not make before?");
        Gates.Heap("GET votes", 9999, null).ShouldBeNull();
    }

    [TestCase(60, 96, 115, 125, null)]
    [TestCase(60.1, 96, 115, 125, "15.1 MB more than bare Kestrel after the start; 15 MB is the most it may.")]
    [TestCase(60, 96, 115.1, 125, "40.1 MB more than bare Kestrel after half of the requests; 40 MB is the most it may.")]
    [TestCase(60, 96, 115, 125.1, "10.1 MB more after all of the requests than after half of them; 10 MB is the most it may.")]
    public void Memory_may_be_so_much_more_than_that_of_bare_Kestrel(double atStart, double afterTenth, double afterHalf, double afterAll, string? complaint) =>
        Gates.Memory(Bare, [atStart, afterTenth, afterHalf, afterAll]).ShouldBe(complaint is null ? [] : [$"FakeJira with nothing to read takes {complaint}"]);

    [TestCase(200, true, 200, true)]
    [TestCase(204, true, 200, false)]
    [TestCase(401, false, 401, false)]
    [TestCase(302, false, 200, false)]
    public void What_is_refused_or_has_another_status_than_the_first_is_no_answer(int first, bool isFirst, int second, bool isSecond)
    {
        var expected = new FirstStatus();

        expected.IsThatOf(Answer(first)).ShouldBe(isFirst);
        expected.IsThatOf(Answer(second)).ShouldBe(isSecond);
    }

    private static byte[] Answer(int status) => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} x\r\n\r\n"));
}
