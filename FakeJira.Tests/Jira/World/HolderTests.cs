using System.Collections.Immutable;
using FakeJira.Jira.World;

namespace FakeJira.Tests.Jira.World;

public sealed class HolderTests
{
    [TestCase("anyone")]
    [TestCase("signedIn")]
    [TestCase("group:site-admins")]
    [TestCase("group:a")]
    [TestCase("user:mia")]
    public void What_is_written_is_read_again(string text) => Holder.Parse(text)!.Value.ToString().ShouldBe(text);

    [TestCase("")]
    [TestCase("group:")]
    [TestCase("user:")]
    [TestCase("mia krystof")]
    [TestCase("users:mia")]
    public void What_is_no_holder_is_none(string text) => Holder.Parse(text).ShouldBeNull();

    [Test]
    public void Who_is_one_of_those_on_a_level_is_on_it()
    {
        var project = new Project(1, "MKY", "") { SecurityLevels = new Dictionary<string, ImmutableArray<Holder>> { ["secret"] = [new(HolderKind.User, "emma"), new(HolderKind.Group, "staff")] }.ToImmutableDictionary() };

        project.IsOnLevel(new User("emma", "", ""), "secret").ShouldBeTrue();
        project.IsOnLevel(new User("mia", "", "") { Groups = ["staff"] }, "secret").ShouldBeTrue();
        project.IsOnLevel(new User("zoe", "", ""), "secret").ShouldBeFalse();
        project.IsOnLevel(null, "secret").ShouldBeFalse();
    }
}
