using FakeJira.Polls;
using FakeJira.Polls.World;

namespace FakeJira.Tests.Polls;

/// <summary>Who is let in, in which order things are looked at, and that nothing is changed by who is not.</summary>
public sealed class AdmissionTests
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];
    private static readonly string[] Complete = ["token=t", "type=polls", "workspace=s", "content=c", "container=m"];
    private static readonly string[] MethodsOfOne = ["PUT", "DELETE"];
    private static readonly string[] WrongIds = ["", "&pollId=", "&pollId=%20", "&pollid=p", "&pollId=&pollId=p"];

    /// <summary>A query with something wrong, and the rule that says so. The endpoint is Confluence's; its token t is good for the space s only.</summary>
    private static IEnumerable<TestCaseData> Wrong()
    {
        foreach (var (name, rule) in new[] { ("token", "POLLS-TOKEN-MISSING-403"), ("type", "POLLS-TYPE-400"), ("workspace", "POLLS-WORKSPACE-400"), ("content", "POLLS-CONTENT-400"), ("container", "POLLS-CONTAINER-400") })
        {
            yield return Case(Without(name), rule);
            yield return Case(Without(name) + $"&{name}=", rule);
            yield return Case(Without(name) + $"&{name}", rule);
            yield return Case(Without(name) + $"&{name}=%20%09+", rule);
            yield return Case(Without(name) + $"&{char.ToUpperInvariant(name[0])}{name[1..]}=s", rule);
            yield return Case(Without(name) + $"&{name}=&{name}={(name == "type" ? "polls" : name[..1])}", rule);
        }

        yield return Case(Without("token") + "&token=other", "POLLS-TOKEN-INVALID-403");
        yield return Case(Without("token") + "&token=T", "POLLS-TOKEN-INVALID-403");
        yield return Case(Without("token") + "&token=%FF%00%E2", "POLLS-TOKEN-INVALID-403");
        yield return Case(Without("token") + "&token=other&token=t", "POLLS-TOKEN-INVALID-403");
        yield return Case(Without("type") + "&type=Polls", "POLLS-TYPE-400");
        yield return Case(Without("type") + "&type=polls%20", "POLLS-TYPE-400");
        yield return Case(Without("type") + "&type=votes&type=polls", "POLLS-TYPE-400");
        yield return Case(Without("workspace") + "&workspace=other", "POLLS-TOKEN-SCOPE-403");
        yield return Case(Without("workspace") + "&workspace=S", "POLLS-TOKEN-SCOPE-403");
    }

    private static IEnumerable<TestCaseData> WrongId() =>
        from method in MethodsOfOne
        from query in WrongIds
        select new TestCaseData(method, query);

    /// <summary>Everything wrong from one step on: the first thing looked at is the one that is told.</summary>
    private static readonly (string Query, string Rule)[] Order =
    [
        ("", "POLLS-TOKEN-MISSING-403"),
        ("token=other", "POLLS-TOKEN-INVALID-403"),
        ("token=t", "POLLS-TYPE-400"),
        ("token=t&type=polls", "POLLS-WORKSPACE-400"),
        ("token=t&type=polls&workspace=other", "POLLS-CONTENT-400"),
        ("token=t&type=polls&workspace=other&content=c", "POLLS-CONTAINER-400"),
        ("token=t&type=polls&workspace=other&content=c&container=m", "POLLS-ID-400"),
        ("token=t&type=polls&workspace=other&content=c&container=m&pollId=p", "POLLS-TOKEN-SCOPE-403"),
        ("token=t&type=polls&workspace=s&content=c&container=m&pollId=unknown", "POLLS-UPDATE-UNKNOWN-404"),
        ("token=t&type=polls&workspace=s&content=c&container=m&pollId=p", "POLLS-BODY-400"),
    ];

    [TestCaseSource(nameof(Wrong))]
    public async Task What_is_wrong_with_a_query_is_told_by_a_status_alone_and_changes_nothing(string query, string rule)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        Confluence(fake);
        var before = WorldOf(fake);
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door);
            foreach (var method in Methods)
            {
                (await client.Send(method, $"x1/e?{query}&pollId=p")).ShouldBe(new(int.Parse(rule[^3..]), rule, ""), $"{method} {query}");
            }
        }

        WorldOf(fake).ShouldBeSameAs(before);
    }

    [TestCaseSource(nameof(WrongId))]
    public async Task PUT_and_DELETE_need_a_poll_id(string method, string query)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        Confluence(fake);
        var before = WorldOf(fake);
        foreach (var door in Enum.GetValues<Door>())
        {
            using var client = fake.Client(door);
            (await client.Send(method, $"x1/e?token=t&type=polls&workspace=s&content=c&container=m{query}")).ShouldBe(new(400, "POLLS-ID-400", ""));
        }

        WorldOf(fake).ShouldBeSameAs(before);
    }

    [Test]
    public async Task Things_are_looked_at_in_one_order([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        Confluence(fake);
        using var client = fake.Client(door);

        (await client.Put("x1/other?", "")).Rule.ShouldBe("POLLS-ENDPOINT-404");
        foreach (var (query, rule) in Order)
        {
            (await client.Put("x1/e?" + query, "")).Rule.ShouldBe(rule);
        }
    }

    [Test]
    public async Task The_reason_phrases_are_those_of_the_page([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        Confluence(fake);
        using var client = fake.Client(door);

        (await Phrase("x1/e?token=t")).ShouldBe("Bad request");
        (await Phrase("x1/e")).ShouldBe("Not permitted");
        (await Phrase("x1/e?token=t&type=polls&workspace=s&content=c&container=m&pollId=q")).ShouldBe("Not found");
        (await Phrase("x1/other")).ShouldBe("Not found");
        (await Phrase("x1/e?token=t&type=polls&workspace=s&content=c&container=m")).ShouldBe("OK");

        async Task<string?> Phrase(string address)
        {
            using var response = await client.GetAsync(address);
            (response.IsSuccessStatusCode || response.Content.Headers is { ContentLength: 0, ContentType: null }).ShouldBeTrue();
            return response.ReasonPhrase;
        }
    }

    [Test]
    public async Task A_token_is_taken_from_the_query_only([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        Confluence(fake);
        using var client = fake.Client(door);

        var answer = await Answer.Of(client, "GET", "x1/e?type=polls&workspace=s&content=c&container=m", null, ("Authorization", "Bearer t"), ("token", "t"), ("Cookie", "token=t"));

        answer.ShouldBe(new(403, "POLLS-TOKEN-MISSING-403", ""));
    }

    [Test]
    public async Task A_revoked_token_is_not_valid_and_others_are([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var other = endpoint.AddToken();
        endpoint.RevokeToken();
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("PLAT-1"))).ShouldBe(new(403, "POLLS-TOKEN-INVALID-403", ""));
        (await client.Get(endpoint.Query("PLAT-1", token: other))).Status.ShouldBe(200);
    }

    [Test]
    public async Task A_token_s_scope_is_a_list_of_workspaces_or_any([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint(workspaces: ["PLAT", "MKY"]);
        var any = endpoint.AddToken();
        var none = endpoint.AddToken("none", "");
        using var client = fake.Client(door);

        (await client.Get(endpoint.Query("PLAT-1"))).Status.ShouldBe(200);
        (await client.Get(endpoint.Query("MKY-1"))).Status.ShouldBe(200);
        (await client.Get(endpoint.Query("SECRET-1"))).ShouldBe(new(403, "POLLS-TOKEN-SCOPE-403", ""));
        (await client.Get(endpoint.Query("SECRET-1", token: any))).Status.ShouldBe(200);
        (await client.Get(endpoint.Query("SECRET-1", token: none))).Rule.ShouldBe("POLLS-TOKEN-SCOPE-403");
    }

    [Test]
    public async Task The_token_of_one_endpoint_is_none_of_another([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var one = fake.Polls.AddEndpoint();
        var two = fake.Polls.AddEndpoint();
        using var client = fake.Client(door);

        (await client.Get(one.Query("PLAT-1", token: two.Token))).Rule.ShouldBe("POLLS-TOKEN-INVALID-403");
    }

    [Test]
    public async Task An_old_client_that_sends_the_issue_key_gets_400([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var client = fake.Client(door);

        (await client.Get("x1/xs2i4ODeo611kO2x4adU6sCYcqM?token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&issueKey=PLAT-254604")).ShouldBe(new(400, "POLLS-WORKSPACE-400", ""));
    }

    private static void Confluence(FakeJiraServer fake) =>
        fake.Polls.AddEndpoint(PollProduct.Confluence, "e", "t", ["s"]).AddPoll("c", "s", "m", id: "p");

    private static PollsWorld WorldOf(FakeJiraServer fake) => fake.Site.Site.Read(PollsContract.World);

    private static string Without(string name) =>
        string.Join('&', Complete.Where(each => !each.StartsWith(name + "=", StringComparison.Ordinal)));

    private static TestCaseData Case(string query, string rule) => new(query, rule);
}
