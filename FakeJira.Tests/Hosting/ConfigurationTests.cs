using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FakeJira.Tests.Hosting;

/// <summary>What is wrong with a host's configuration is told with its place.</summary>
public sealed class ConfigurationTests
{
    [TestCase("FakeJira:Servers:team-b:seed", "vendor", "FakeJira:Servers:team-b: there is no such server; did you mean 'team-a'?")]
    [TestCase("FakeJira:sead", "vendor", "FakeJira:sead: there is no such setting; did you mean 'seed'?")]
    [TestCase("FakeJira:seed", "vendor", "FakeJira:seed: there is no server without a name; the others read FakeJira:Servers:NAME.")]
    [TestCase("FakeJira", "vendor", "FakeJira: expected a section such as { \"seed\": \"vendor\" }, not 'vendor'.")]
    [TestCase("FakeJira:Servers:team-a:profile", "bad", "FakeJira:Servers:team-a:profile: The profile is 'documented' or 'observed', not 'bad'.")]
    public async Task What_no_server_reads_or_one_with_a_name_cannot_use_ends_the_start(string place, string value, string message)
    {
        using var host = HostWith(place, value, services => services.AddFakeJira("team-a"));

        (await Should.ThrowAsync<FakeJiraException>(() => host.StartAsync())).Message.ShouldBe(message);
    }

    [Test]
    public async Task A_name_of_a_server_counts_in_any_case()
    {
        using var host = HostWith("fakejira:servers:TEAM-A:seed", "vendor", services => services.AddFakeJira("team-a"));
        await host.StartAsync();

        host.Services.GetRequiredKeyedService<FakeJiraServer>("team-a").Options.Seed.ShouldBe("vendor");
    }

    [Test]
    public async Task A_seed_that_cannot_be_read_is_told_with_its_place()
    {
        using var host = HostWith("FakeJira:seed", "none.json", services => services.AddFakeJira());

        (await Should.ThrowAsync<FakeJiraException>(() => host.StartAsync())).Message.ShouldStartWith("FakeJira:seed: Cannot read the seed 'none.json': ");
    }

    [Test]
    public async Task The_configuration_is_not_blamed_for_what_code_says()
    {
        Dictionary<string, string> set = new() { ["xsrfCheck"] = "maybe" };

        (await MessageAsync("FakeJira:seed", "vendor", options => options with { Seed = "none.json" })).ShouldStartWith("Cannot read the seed 'none.json': ");
        (await MessageAsync("FakeJira:contracts", "jira", options => options with { Contracts = ["poll"] })).ShouldStartWith("There is no contract 'poll'");
        (await MessageAsync("FakeJira:set:xsrfCheck", "true", options => options with { Set = set })).ShouldStartWith("The switch xsrfCheck takes ");
        (await MessageAsync("FakeJira:set:removeMissingVote", "204", options => options with { Set = set })).ShouldStartWith("The switch xsrfCheck takes ");
        (await MessageAsync("FakeJira:random-seed", "2", options => options with { Set = set })).ShouldStartWith("The switch xsrfCheck takes ");
    }

    private static async Task<string> MessageAsync(string place, string value, Func<FakeJiraOptions, FakeJiraOptions> configure)
    {
        using var host = HostWith(place, value, services => services.AddFakeJira(configure));
        return (await Should.ThrowAsync<FakeJiraException>(() => host.StartAsync())).Message;
    }

    private static IHost HostWith(string place, string value, Action<IServiceCollection> services)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new(place, value)]);
        services(builder.Services);
        return builder.Build();
    }
}
