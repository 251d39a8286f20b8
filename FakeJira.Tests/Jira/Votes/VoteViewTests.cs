namespace FakeJira.Tests.Jira.Votes;

/// <summary>What is shown of votes is the caller's own view, and what is so now: nothing of it is another caller's, or old.</summary>
public sealed class VoteViewTests
{
    [TestCase("/rest/api/3/issue/MKY-1/votes", "hasVoted", "votes")]
    [TestCase("/rest/api/3/issue/MKY-1?fields=votes", "fields.votes.hasVoted", "fields.votes.votes")]
    public async Task Everybody_is_told_of_their_own_vote_and_of_how_many_there_are_now(string path, string hasVoted, string votes)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await FakeJiraServer.StartAsync();
            var (mia, emma) = (fake.Jira.AddUser("Mia Krystof"), fake.Jira.AddUser("Emma Richards"));
            fake.Jira.AddProject("MKY", anonymousBrowse: true);
            fake.Jira.AddIssue("MKY-1", mia, voters: [mia]);
            using var voter = fake.Client(door, mia);
            using var other = fake.Client(door, emma);
            using var nobody = fake.Client(door);
            async Task<string> Seen(HttpClient client) => await client.Get(path) is var answer ? $"{answer.At(votes)} {answer.At(hasVoted)}" : "";

            (await Seen(voter), await Seen(other), await Seen(nobody)).ShouldBe(("1 true", "1 false", "1 false"));
            (await Answer.Of(other, "POST", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(204);
            (await Answer.Of(voter, "DELETE", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(204);
            (await Seen(voter), await Seen(other), await Seen(nobody)).ShouldBe(("1 false", "1 true", "1 false"));
            fake.Jira.Vote("MKY-1", mia);
            (await Seen(voter), await Seen(other), await Seen(nobody)).ShouldBe(("2 true", "2 true", "2 false"));
        }
    }

    [TestCase("/rest/api/3/issue/MKY-1/votes", "self")]
    [TestCase("/rest/api/3/issue/MKY-1?fields=votes", "fields.votes.self")]
    public async Task Links_are_those_of_the_address_that_was_asked(string path, string link)
    {
        foreach (var door in Enum.GetValues<Door>())
        {
            await using var fake = await FakeJiraServer.StartAsync();
            var mia = fake.Jira.AddUser("Mia Krystof");
            fake.Jira.AddIssue("MKY-1", mia);
            using var client = fake.Client(door, mia);

            foreach (var (prefix, host) in new[] { ("", "a.test"), (fake.Jira.GatewayPath, "a.test"), ("", "b.test"), ("", "a.test") })
            {
                (await Answer.Of(client, "GET", prefix + path, null, ("Host", host))).At(link).ShouldBe($"http://{host}{prefix}/rest/api/3/issue/MKY-1/votes");
            }
        }
    }

    [Test]
    public async Task Voters_are_shown_and_hidden_as_the_permission_comes_and_goes([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var (mia, emma) = (fake.Jira.AddUser("Mia Krystof", accountId: "mia"), fake.Jira.AddUser("Emma Richards"));
        fake.Jira.AddIssue("MKY-1", mia, voters: [mia]);
        using var client = fake.Client(door, emma);
        async Task<string> Seen() => await client.Get("/rest/api/3/issue/MKY-1/votes") is var answer ? $"{answer.Rule} {answer.At("voters.0.accountId")}" : "";

        (await Seen()).ShouldBe("JIRA-VOTES-GET-200, JIRA-AUTH-BASIC mia");
        fake.Jira.Grant("MKY", "VIEW_VOTERS_AND_WATCHERS", mia);
        (await Seen()).ShouldBe("JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-BASIC ");
        fake.Jira.Grant("MKY", "VIEW_VOTERS_AND_WATCHERS", mia, emma);
        (await Seen()).ShouldBe("JIRA-VOTES-GET-200, JIRA-AUTH-BASIC mia");
    }
}
