using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;

namespace FakeJira.Tests.Stubs.Mappings;

public class PathClosenessTests
{
    [TestCase("/votes", "/votes", 1)]
    [TestCase("/votes", "/vottes", 6d / 7)]
    [TestCase("/vottes", "/votes", 6d / 7)]
    [TestCase("/a/votes", "/b/votes", 7d / 8)]
    [TestCase("/aaa", "/aa", 3d / 4)]
    [TestCase("/x", "/votes", 1d / 6)]
    public void It_is_the_share_of_letters_that_both_begin_and_end_with(string path, string wanted, double closeness) =>
        PathCloseness.Of(path, [PathKey.Whole(wanted)]).ShouldBe(closeness, 1e-9);

    [Test]
    public void Of_a_beginning_only_the_beginning_counts() => PathCloseness.Of("/rest/ap/3/issue", [PathKey.StartsWith("/rest/api/"), PathKey.StartsWith("/other/")]).ShouldBe(8d / 10, 1e-9);

    [Test]
    public void Any_path_is_near_to_none() => PathCloseness.Of("/votes", [PathKey.Any]).ShouldBe(0);
}
