namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>How many mappings a site takes beside the files, and how much they take; beyond that there is an answer, and the state is as before.</summary>
public sealed class MappingLimitTests
{
    private const string Site = "/__fakejira/sites/default";
    private const string Mapping = """{ "Request": { "Path": "/x" }, "Response": { "Body": "x" } }""";

    [Test]
    public async Task One_mapping_too_many_is_refused([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { Mappings = 1 } });
        using var client = fake.Client(door);
        (await Answer.Of(client, "PUT", "/__admin/mappings/6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", new StringContent(Mapping))).Status.ShouldBe(200);
        var before = (await Answer.Of(client, "GET", Site + "/state")).Body;

        const string Full = "A site takes no more than 1 mappings beside the files, and about 268435456 bytes of them; remove some.";
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(Mapping))).ShouldBe(new(413, "", "{\n  \"Status\": \"" + Full + "\"\n}"));
        (await Answer.Of(client, "PUT", "/__admin/mappings/6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b12", new StringContent(Mapping))).Status.ShouldBe(413);
        (await Answer.Of(client, "POST", Site + "/mappings", new StringContent(Mapping))).Body.ShouldContain(Full);
        (await Answer.Of(client, "POST", Site + "/faults", new StringContent("""{"operation": "jira.votes.add", "status": 500}"""))).Body.ShouldContain(Full);
        (await Answer.Of(client, "PUT", Site + "/state", new StringContent($$$"""{"mappings": {"added": [{"mapping": {{{Mapping}}} }, {"mapping": {{{Mapping}}} }]}}"""))).Body.ShouldContain(Full);
        (await Answer.Of(client, "GET", Site + "/state")).Body.ShouldBe(before);
        (await Answer.Of(client, "PUT", "/__admin/mappings/6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", new StringContent(Mapping))).Status.ShouldBe(200);
    }

    [Test]
    public async Task Mappings_that_take_too_much_together_are_refused_and_smaller_ones_can_stand_in_their_place([Values] Door door)
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { MappingBytes = 40_000 } });
        using var client = fake.Client(door);
        const string One = "/__admin/mappings/6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11";
        (await Answer.Of(client, "PUT", One, new StringContent(Long(1000)))).Status.ShouldBe(200);
        var before = (await Answer.Of(client, "GET", Site + "/state")).Body;

        const string Full = "A site takes no more than 20000 mappings beside the files, and about 40000 bytes of them; remove some.";
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(Long(4000)))).ShouldBe(new(413, "", "{\n  \"Status\": \"" + Full + "\"\n}"));
        (await Answer.Of(client, "PUT", One, new StringContent(Long(7000)))).Status.ShouldBe(413);
        (await Answer.Of(client, "POST", Site + "/mappings", new StringContent(Long(4000)))).Body.ShouldContain(Full);
        (await Answer.Of(client, "POST", Site + "/faults", new StringContent($$"""{"operation": "jira.votes.add", "status": 500, "body": "{{new string('x', 4000)}}"}"""))).Body.ShouldContain(Full);
        (await Answer.Of(client, "PUT", Site + "/state", new StringContent($$$"""{"mappings": {"added": [{"mapping": {{{Long(2000)}}} }, {"mapping": {{{Long(3000)}}} }]}}"""))).Body.ShouldContain(Full);
        (await Answer.Of(client, "GET", Site + "/state")).Body.ShouldBe(before);

        (await Answer.Of(client, "PUT", One, new StringContent(Long(2000)))).Status.ShouldBe(200);
        (await Answer.Of(client, "DELETE", One)).Status.ShouldBe(200);
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(Long(4000)))).Status.ShouldBe(201);

        static string Long(int letters) => $$"""{ "Request": { "Path": "/x" }, "Response": { "Body": "{{new string('x', letters)}}" } }""";
    }

    [Test]
    public async Task The_last_byte_of_mappings_is_room_too()
    {
        await using var roomy = await FakeJiraServer.StartAsync();
        (await Answer.Of(roomy.Client(Door.Handler), "POST", "/__admin/mappings", new StringContent(Mapping))).Status.ShouldBe(201);
        var size = (int)roomy.Site.Site.Stubs.Overlay.Size;

        await using var fake = await FakeJiraServer.StartAsync(new() { Limits = new() { MappingBytes = size } });
        (await Answer.Of(fake.Client(Door.Handler), "POST", "/__admin/mappings", new StringContent(Mapping))).Status.ShouldBe(201);
        await using var less = await FakeJiraServer.StartAsync(new() { Limits = new() { MappingBytes = size - 1 } });
        (await Answer.Of(less.Client(Door.Handler), "POST", "/__admin/mappings", new StringContent(Mapping))).Status.ShouldBe(413);
    }

    [TestCase("""{ "Request": { "Path": "/x" }, "Response": { "BodyAsFile": "long.bin" } }""")]
    [TestCase("""{ "Request": { "Path": "/x", "Body": { "Matcher": { "Name": "ExactMatcher", "PatternAsFile": "long.bin" } } }, "Response": { } }""")]
    public async Task What_a_mapping_reads_from_files_counts_as_well(string mapping)
    {
        using var folder = new TemporaryFolder(("long.bin", new string('x', 20_000)));
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path, Limits = new() { MappingBytes = 100_000 } });
        using var client = fake.Client(Door.Handler);
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(mapping))).Status.ShouldBe(201);

        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(mapping))).Status.ShouldBe(413);
        (await Answer.Of(client, "POST", "/__admin/mappings", new StringContent(Mapping))).Status.ShouldBe(201);
    }

    [TestCase(0, 201, "long.bin")]
    [TestCase(1, 400, "long.bin")]
    [TestCase(0, 201, "link.bin")]
    [TestCase(1, 400, "link.bin")]
    public async Task A_file_that_a_mapping_names_has_64_megabytes_at_most(int more, int status, string name)
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(Path.Combine(folder.Path, "long.bin")))
        {
            file.SetLength((64 * 1024 * 1024) + more);
        }

        File.CreateSymbolicLink(Path.Combine(folder.Path, "link.bin"), "long.bin");
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path });

        var answer = await Answer.Of(fake.Client(Door.Handler), "POST", "/__admin/mappings", new StringContent("""{ "Request": { "Path": "/x" }, "Response": { "BodyAsFile": "NAME" } }""".Replace("NAME", name, StringComparison.Ordinal)));

        answer.Status.ShouldBe(status);
        answer.Body.Contains($"'{name}' is larger than 64 MB.", StringComparison.Ordinal).ShouldBe(status == 400);
    }
}
