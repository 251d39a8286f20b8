using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;

namespace FakeJira.Tests.Stubs.Mappings;

public class BuiltInMappingsTests
{
    private static readonly IReadOnlyDictionary<string, Operation> Operations = Library.OperationsOf(Catalog.Contracts);

    public static IEnumerable<string> Files => Catalog.BuiltIn.Files;

    [TestCaseSource(nameof(Files))]
    public void A_built_in_file_has_neither_errors_nor_warnings_and_its_contract_exists(string file)
    {
        Catalog.BuiltIn.Read(file).ShouldNotBeEmpty();
        Catalog.Contracts.Select(contract => contract.Name).Append("ideabank").ShouldContain(BuiltInMappings.ContractOf(file));
    }

    [TestCaseSource(nameof(Files))]
    public void A_built_in_file_is_named_like_the_operation_that_all_its_mappings_name(string file)
    {
        if (file.StartsWith("scenarios/", StringComparison.Ordinal))
        {
            return;
        }

        var operation = Path.ChangeExtension(file, null).Replace('/', '.');
        Operations.Keys.ShouldContain(operation);
        Catalog.BuiltIn.Read(file).ShouldAllBe(mapping => mapping.Stub.Operation == operation);
    }

    [TestCaseSource(nameof(Files))]
    public void A_ready_made_misbehaviour_is_disabled_and_described(string file)
    {
        if (file.StartsWith("scenarios/", StringComparison.Ordinal))
        {
            Catalog.BuiltIn.Read(file).ShouldAllBe(mapping => mapping.IsDisabled && mapping.Description!.EndsWith('.') && mapping.Title!.StartsWith(Path.GetFileNameWithoutExtension(file)));
        }
    }

    [Test]
    public async Task A_misbehaviour_can_be_enabled_for_one_site_and_goes_with_its_reset()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var mia = fake.Jira.AddUser("Mia Krystof");
        fake.Jira.AddIssue("MKY-1");
        using var admin = new Admin.AdminClient(fake);
        var scenario = (await admin.Done("GET", "mappings")).Single(mapping => (string?)mapping["Title"] == "jira.outage");
        await admin.Done("PUT", $"mappings/{scenario["Guid"]}/enable");
        using var client = fake.Client(Door.Handler, mia);

        (await Answer.Of(client, "POST", "rest/api/3/issue/MKY-1/votes")).ShouldBe(new(503, "MAPPING", "Service Unavailable"));
        await admin.Done("POST", "mappings/reset");
        (await Answer.Of(client, "POST", "rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(204);
    }

    [Test]
    public async Task A_built_in_mapping_is_disabled_and_enabled_by_its_Guid()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        using var admin = new Admin.AdminClient(fake);
        var fields = (await admin.Done("GET", "mappings")).First(mapping => (string?)mapping.SelectToken("Request.Operation") == "jira.fields.list");
        var before = await admin.Ask("/rest/api/3/field");

        await admin.Done("PUT", $"mappings/{fields["Guid"]}/disable");
        (await admin.Ask("/rest/api/3/field")).ShouldNotBe(before);
        ((bool?)(await admin.Done("GET", $"mappings/{fields["Guid"]}"))["IsDisabled"]).ShouldBe(true);
        await admin.Done("PUT", $"mappings/{fields["Guid"]}/enable");
        (await admin.Ask("/rest/api/3/field")).ShouldBe(before);
    }

    [Test]
    public async Task A_file_of_the_folder_stands_for_the_built_in_one_of_its_name()
    {
        using var folder = new TemporaryFolder(("scenarios/jira.outage.json", TemporaryFolder.Answering("/x", "mine")));
        await using var fake = await FakeJiraServer.StartAsync(new() { Mappings = folder.Path, Listens = false });

        fake.Universe.Library.Mappings.Where(mapping => mapping.File.EndsWith("jira.outage.json", StringComparison.Ordinal)).ShouldHaveSingleItem().IsBuiltIn.ShouldBeFalse();
    }

    [Test]
    public async Task A_server_of_mapping_files_alone_has_no_built_in_mappings()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Contracts = [], Listens = false });

        fake.Universe.Library.Mappings.ShouldBeEmpty();
    }
}
