using FakeJira.Jira.Platform;
using FakeJira.Jira.World;

namespace FakeJira.Tests.Jira.Platform;

/// <summary>Time zones of users: any text can be one's name.</summary>
public sealed class TimestampTests
{
    private static readonly DateTimeOffset Moment = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public void Of_names_that_are_no_zones_no_more_are_remembered_than_there_is_room_for()
    {
        for (var i = 0; i < 2500; i++)
        {
            Timestamps.Of(Moment, In($"Nowhere/{i}")).ShouldBe("2026-03-04T12:00:00.000+0000");
        }

        Timestamps.Kept.ShouldBeLessThan(2100);
        Timestamps.Of(Moment, In("Asia/Shanghai")).ShouldBe("2026-03-04T20:00:00.000+0800");
    }

    [TestCase("/usr/share/zoneinfo/Asia/Shanghai")]
    [TestCase("../zoneinfo/Asia/Shanghai")]
    [TestCase("Europe/../Asia/Shanghai")]
    [TestCase("./Asia/Shanghai")]
    [TestCase("Asia//Shanghai")]
    [TestCase("")]
    public void A_path_is_no_zone(string path) => Timestamps.Of(Moment, In(path)).ShouldBe("2026-03-04T12:00:00.000+0000");

    private static User In(string zone) => new("u", "U", "u@example.com") { TimeZone = zone };
}
