using FakeJira.Benchmarks;

namespace FakeJira.Tests.Figures;

/// <summary>How measurements are told.</summary>
public sealed class SpreadTests
{
    [Test]
    public void Several_measurements_are_told_by_the_middle_one_and_the_two_at_the_ends()
    {
        new Spread([3, 1.256, 2]).Text("0.00").ShouldBe("2.00 (1.26 to 3.00)");
        new Spread([3, 1, 2, 4]).Median.ShouldBe(3);
    }

    [Test]
    public void A_single_measurement_shows_no_spread() => new Spread([1.26]).Text("0.0").ShouldBe("1.3");
}
