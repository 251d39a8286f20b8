namespace FakeJira.Tests.Jira.Users;

/// <summary>Names of every script come back as they are, and not as escapes.</summary>
public sealed class UnicodeNameTests
{
    [Test]
    public async Task A_name_with_emoji_is_written_as_it_is([Values] Door door)
    {
        const string name = "😀 Zoë\u00A0👩‍💻 \u2028<b>&'+ \\u0041 Ünï";
        await using var fake = await FakeJiraServer.StartAsync();
        var zoe = fake.Jira.AddUser(name);
        fake.Jira.AddIssue("MKY-1", voters: [zoe]);

        var answer = await Answer.Of(fake.Client(door, zoe), "GET", "/rest/api/3/issue/MKY-1/votes");

        answer.Body.ShouldContain("\"displayName\":\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal) + "\"");
    }

    [Test]
    public async Task What_has_to_be_an_escape_stays_one()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var odd = fake.Jira.AddUser("a\u0001\"\\\n\u007F\uD83D😀");
        fake.Jira.AddIssue("MKY-1", voters: [odd]);

        var answer = await Answer.Of(fake.Client(Door.Handler, odd), "GET", "/rest/api/3/issue/MKY-1/votes");

        answer.Body.ShouldContain("\"displayName\":\"a\\u0001\\\"\\\\\\n\u007F\uFFFD😀\"");
    }

    [Test]
    public async Task The_picture_has_whole_initials()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var zoe = fake.Jira.AddUser("😀mile Zola");
        fake.Jira.AddIssue("MKY-1", voters: [zoe]);

        (await Answer.Of(fake.Client(Door.Handler, zoe), "GET", "/rest/api/3/issue/MKY-1/votes")).Body.ShouldContain("/initials/%F0%9F%98%80Z-");
    }
}
