using FakeJira.IdeaBank.World;

namespace FakeJira.Tests.IdeaBank;

public sealed class SessionTests
{
    private static readonly Session _ofAnn = new("t:b1:s1", "b1", "ann");

    [Test]
    public void A_token_that_another_panelist_gets_is_no_longer_among_those_of_the_first()
    {
        var world = IdeaBankWorld.Empty.With(_ofAnn).With(_ofAnn with { PanelistId = "ben" });

        world.Size.ShouldBe(Session.Size);
        world.WithoutSessions("b1", "ann").ShouldBe(world);
        world.WithoutSessions("b1", "ben").ShouldBe(IdeaBankWorld.Empty);
    }

    [Test]
    public void Sessions_of_a_panelist_of_the_same_id_in_another_bank_stay()
    {
        var world = IdeaBankWorld.Empty.With(_ofAnn).With(_ofAnn with { Token = "t:b1:s2" }).With(_ofAnn with { ExpiresAt = DateTimeOffset.UnixEpoch }).With(new Session("t:b2:s1", "b2", "ann"));

        var left = world.WithoutSessions("b1", "ann");

        (left.Sessions.Keys.Single(), left.Size, world.Size).ShouldBe(("t:b2:s1", Session.Size, 3 * Session.Size));
    }
}
