using System.Collections;
using FakeJira.Commands;
using FakeJira.Stubs;

namespace FakeJira.Tests.Commands;

/// <summary>Every switch can be set by every source, and a nearer source wins.</summary>
public sealed class SwitchSourcesTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoSwitches = [];

    private static IEnumerable<Switch> Switches => Catalog.Contracts.SelectMany(contract => contract.Switches);

    [TestCaseSource(nameof(Switches))]
    public async Task Every_source_sets_it(Switch each)
    {
        var value = each.Values.FirstOrDefault(value => value != each.Documented) ?? "7";

        (await Started(ServeSources.Resolve(new Dictionary<string, IReadOnlyList<string>> { ["set"] = [$"{each.Name}={value}"] }, new Hashtable(), null), each)).ShouldBe(value);
        (await Started(ServeSources.Resolve(NoSwitches, new Hashtable { ["FAKEJIRA_SET_" + each.Name.Replace('.', '_').ToUpperInvariant()] = value }, null), each)).ShouldBe(value);
        (await Started(FromFile($$"""{"set": { "{{each.Name}}": "{{value}}" } }"""), each)).ShouldBe(value);
        (await Started(FromFile($$"""{"set": ["{{each.Name}}={{value}}"]}"""), each)).ShouldBe(value);
    }

    [TestCaseSource(nameof(Switches))]
    public async Task The_control_api_and_a_seed_set_it(Switch each)
    {
        var value = each.Values.FirstOrDefault(value => value != each.Documented) ?? "7";
        await using var fake = await FakeJiraServer.StartAsync(new() { Listens = false });
        using var client = new HttpClient(fake.CreateHandler()) { BaseAddress = new Uri("http://localhost") };

        (await Answer.Of(client, "PATCH", "/__fakejira/sites/default/settings", new StringContent($$"""{"{{each.Name}}": "{{value}}"}"""))).Status.ShouldBe(200);
        fake.Settings[each.Name].ShouldBe(value);

        var state = (await Answer.Of(client, "GET", "/__fakejira/sites/default/state")).Body;
        fake.Reset();
        fake.Settings[each.Name].ShouldBe(each.Documented);
        (await Answer.Of(client, "PUT", "/__fakejira/sites/default/state", new StringContent(state))).Status.ShouldBe(204);
        fake.Settings[each.Name].ShouldBe(value);
    }

    [TestCaseSource(nameof(Switches))]
    public async Task Each_profile_has_its_value(Switch each)
    {
        (await Started(new() { Profile = "documented" }, each)).ShouldBe(each.Documented);
        (await Started(new() { Profile = "observed" }, each)).ShouldBe(each.Observed);
    }

    [Test]
    public void A_switch_beats_the_environment_and_the_environment_beats_the_file()
    {
        var file = new Hashtable { ["FAKEJIRA_PORT"] = "2" };

        FromFile("""{"port": 1}""").Port.ShouldBe(1);
        FromFile("""{"port": 1}""", file).Port.ShouldBe(2);
        FromFile("""{"port": 1}""", file, new() { ["port"] = ["3"] }).Port.ShouldBe(3);
    }

    [TestCase("FAKEJIRA_PROT", "FAKEJIRA_PROT: there is no such switch; did you mean 'FAKEJIRA_PORT'?")]
    [TestCase("FAKEJIRA_RANDOMSEED", "FAKEJIRA_RANDOMSEED: there is no such switch; did you mean 'FAKEJIRA_RANDOM_SEED'?")]
    [TestCase("FAKEJIRA_SET_REMOVEMISSINGVOTES", "FAKEJIRA_SET_REMOVEMISSINGVOTES: there is no switch 'REMOVEMISSINGVOTES'; did you mean 'removeMissingVote'?")]
    public void A_misspelt_variable_is_a_mistake(string name, string message) =>
        Should.Throw<FakeJiraException>(() => ServeSources.Resolve(NoSwitches, new Hashtable { [name] = "1" }, null)).Message.ShouldBe(message);

    [TestCase("FAKEJIRA_URL")]
    [TestCase("FAKEJIRA_BASE_URL")]
    [TestCase("FAKEJIRA_TOKEN")]
    public void A_variable_of_somebody_else_is_none_of_its_business(string name) =>
        ServeSources.Resolve(NoSwitches, new Hashtable { [name] = "1" }, null).Port.ShouldBe(8377);

    [Test]
    public void A_random_seed_can_be_long() =>
        ServeSources.Resolve(new Dictionary<string, IReadOnlyList<string>> { ["random-seed"] = ["99999999999"] }, new Hashtable(), null).RandomSeed.ShouldBe(99999999999);

    private static FakeJiraOptions FromFile(string text, Hashtable? environment = null, Dictionary<string, IReadOnlyList<string>>? switches = null)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        var options = ServeSources.Resolve(switches ?? NoSwitches, environment ?? [], file);
        File.Delete(file);
        return options;
    }

    private static async Task<string> Started(FakeJiraOptions options, Switch each)
    {
        await using var fake = await FakeJiraServer.StartAsync(options with { Listens = false });
        return fake.Settings[each.Name];
    }
}
