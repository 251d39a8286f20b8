using System.Text;

namespace FakeJira.Tests;

/// <summary>Same random seed, same requests in order, frozen clock, same public URL: same bytes.</summary>
public sealed class DeterminismTests
{
    [Test]
    public async Task Two_servers_that_are_asked_the_same_answer_the_same_bytes([Values] Door door)
    {
        (await Transcript(door, 7)).ShouldBe(await Transcript(door, 7));
    }

    [Test]
    public async Task Another_seed_makes_up_other_users()
    {
        (await Transcript(Door.Handler, 7)).ShouldNotBe(await Transcript(Door.Handler, 8));
    }

    [Test]
    public async Task Both_doors_give_equal_answers()
    {
        (await Transcript(Door.Handler, 7)).ShouldBe(await Transcript(Door.Loopback, 7));
    }

    private static async Task<string> Transcript(Door door, int seed)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { RandomSeed = seed, PublicUrl = "https://jira.test" });
        fake.Clock.Freeze(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        var users = Enumerable.Range(0, 3).Select(_ => fake.Jira.AddUser()).ToList();
        fake.Jira.AddIssue("MKY-1");
        var transcript = new StringBuilder();
        foreach (var user in users)
        {
            using var client = fake.Client(door, user);
            foreach (var method in new[] { HttpMethod.Post, HttpMethod.Get, HttpMethod.Delete, HttpMethod.Delete })
            {
                using var request = new HttpRequestMessage(method, "/rest/api/3/issue/MKY-1/votes");
                using var response = await client.SendAsync(request);
                var headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated).Where(header => header.Key is not ("Date" or "Content-Length"));
                transcript.AppendJoin('\n', headers.OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}"));
                transcript.Append((int)response.StatusCode).Append(await response.Content.ReadAsStringAsync());
            }
        }

        return transcript.ToString();
    }
}
