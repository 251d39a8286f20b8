using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace FakeJira.Tests.Hosting;

/// <summary>Servers in a host of Microsoft.Extensions.Hosting.</summary>
public sealed class HostingTests
{
    [Test]
    public async Task A_host_has_a_fake_jira()
    {
        // example: hosting
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddFakeJira(options => options with { Seed = "vendor" });
        builder.Services.AddFakeJira("team-a");                        // a second server, resolved by its name as a key
        builder.Services.AddHealthChecks().AddFakeJira().AddFakeJira("team-a");
        using var host = builder.Build();
        await host.StartAsync();

        var fake = host.Services.GetRequiredService<FakeJiraServer>(); // fake.BaseAddress is where it listens
        // end

        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(24);
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Test]
    public async Task It_starts_and_stops_with_the_host()
    {
        using var host = HostWith([], services => services.AddFakeJira());
        await host.StartAsync();
        var fake = host.Services.GetRequiredService<FakeJiraServer>();
        fake.Jira.AddIssue("MKY-1");
        using var client = fake.CreateClient(fake.Jira.AddUser("Mia"));

        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-1/votes")).Status.ShouldBe(200);

        await host.StopAsync();
        await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync(new Uri("/rest/api/3/issue/MKY-1/votes", UriKind.Relative)));
    }

    [Test]
    public async Task Options_come_from_the_configuration_and_then_from_code()
    {
        using var host = HostWith(
            new() { ["FakeJira:seed"] = "vendor", ["FakeJira:RandomSeed"] = "7", ["FakeJira:Set:removeMissingVote"] = "204", ["FakeJira:contracts:0"] = "jira", ["FakeJira:contracts:1"] = "polls", ["FakeJira:AllowHost"] = "one, two" },
            services => services.AddFakeJira(options => options with { RandomSeed = options.RandomSeed + 1 }));
        await host.StartAsync();
        var fake = host.Services.GetRequiredService<FakeJiraServer>();

        fake.Options.Seed.ShouldBe("vendor");
        fake.Options.RandomSeed.ShouldBe(8);
        fake.Options.Contracts.ShouldBe(["jira", "polls"]);
        fake.Options.AllowedHosts.ShouldBe(["one", "two"]);
        fake.Settings["removeMissingVote"].ShouldBe("204");
        fake.Jira.VotersOf("MKY-1").Count.ShouldBe(24);
    }

    [TestCase("FakeJira:sead", "vendor", "FakeJira:sead: there is no such setting; did you mean 'seed'?")]
    [TestCase("FakeJira:port", "eighty", "FakeJira:port: --port takes a whole number, not 'eighty'.")]
    [TestCase("FakeJira:port:0", "1", "FakeJira:port: expected one value, not a section.")]
    [TestCase("FakeJira:set:a:b", "1", "FakeJira:set: 'a' is a section; expected a value.")]
    [TestCase("FakeJira", "vendor", "FakeJira: expected a section such as { \"seed\": \"vendor\" }, not 'vendor'.")]
    [TestCase("FakeJira:Servers:b:seed", "vendor", "FakeJira:Servers:b: there is no such server; there are: none with a name.")]
    [TestCase("FakeJira:Servers", "b", "FakeJira:Servers: expected a section such as { \"seed\": \"vendor\" }, not 'b'.")]
    [TestCase("FakeJira:contracts", "jira,poll", "FakeJira:contracts: There is no contract 'poll'; there are: jira, polls, ideabank, or none.")]
    [TestCase("FakeJira:listen", "here", "FakeJira:listen: 'here' is no address to listen on; expected one such as 127.0.0.1, ::1 or 0.0.0.0.")]
    [TestCase("FakeJira:HttpsPort", "70000", "FakeJira:HttpsPort: --https-port 70000 is out of range; expected 0 (any free port) to 65535.")]
    [TestCase("FakeJira:mappings", "none/there", "FakeJira:mappings: The folder of mappings 'none/there' is not there; create it, or leave the switch out for the built-in ones.")]
    [TestCase("FakeJira:set:removeMissingVote", "205", "FakeJira:set:removeMissingVote: The switch removeMissingVote takes 404 or 204, not '205'.")]
    [TestCase("FakeJira:set", "removeMissingVot=204", "FakeJira:set: There is no switch 'removeMissingVot'; did you mean 'removeMissingVote'?")]
    [TestCase("FakeJira:profile", "real", "FakeJira:profile: The profile is 'documented' or 'observed', not 'real'.")]
    public async Task A_wrong_setting_ends_the_start_with_one_line(string name, string value, string message)
    {
        using var host = HostWith(new() { [name] = value }, services => services.AddFakeJira());

        (await Should.ThrowAsync<FakeJiraException>(() => host.StartAsync())).Message.ShouldBe(message);
    }

    [Test]
    public async Task Another_service_can_ask_for_its_address_when_it_is_made()
    {
        using var host = HostWith([], services =>
        {
            services.AddSingleton<Caller>();
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<Caller>());
            services.AddFakeJira();
        });
        await host.StartAsync();

        host.Services.GetRequiredService<Caller>().Status.ShouldBe(HttpStatusCode.OK);
    }

    [Test]
    public async Task Servers_have_names_of_their_own()
    {
        using var host = HostWith(new() { ["FakeJira:Servers:b:seed"] = "vendor" }, services => services.AddFakeJira().AddFakeJira("a").AddFakeJira("b"));
        await host.StartAsync();

        host.Services.GetRequiredService<FakeJiraServer>().Options.Seed.ShouldBe("empty");
        host.Services.GetRequiredKeyedService<FakeJiraServer>("a").Options.Seed.ShouldBe("empty");
        host.Services.GetRequiredKeyedService<FakeJiraServer>("b").Options.Seed.ShouldBe("vendor");
        Should.Throw<FakeJiraException>(() => new ServiceCollection().AddFakeJira("a").AddFakeJira("a")).Message.ShouldBe("AddFakeJira(\"a\") was called twice; each server needs a name of its own.");
        Should.Throw<FakeJiraException>(() => new ServiceCollection().AddFakeJira().AddFakeJira()).Message.ShouldBe("AddFakeJira() was called twice; give the second server a name: AddFakeJira(\"name\").");
    }

    [Test]
    public async Task Its_health_is_that_of_a_request()
    {
        using var host = HostWith([], services =>
        {
            services.AddFakeJira().AddFakeJira("silent", options => options with { Listens = false, ControlKey = "k" });
            services.AddHealthChecks().AddFakeJira().AddFakeJira("silent");
        });
        var health = host.Services.GetRequiredService<HealthCheckService>();

        (await health.CheckHealthAsync()).Entries["fakejira"].Description.ShouldBe("FakeJira does not run: its host has not started it, or has stopped it.");

        await host.StartAsync();
        var report = await health.CheckHealthAsync();
        report.Status.ShouldBe(HealthStatus.Healthy);
        report.Entries["fakejira"].Description.ShouldBe($"FakeJira answers on {host.Services.GetRequiredService<FakeJiraServer>().BaseAddress}");
        report.Entries["fakejira-silent"].Description.ShouldBe("FakeJira answers through its handler.");

        await host.StopAsync();
        (await health.CheckHealthAsync()).Status.ShouldBe(HealthStatus.Unhealthy);
    }

    [Test]
    public async Task A_server_that_listens_everywhere_is_healthy()
    {
        using var host = HostWith(new() { ["FakeJira:listen"] = "0.0.0.0" }, services =>
        {
            services.AddFakeJira().AddFakeJira("keyed", options => options with { Listen = "0.0.0.0", ControlKey = "k" });
            services.AddHealthChecks().AddFakeJira().AddFakeJira("keyed");
        });
        await host.StartAsync();

        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Entries["fakejira"].Description.ShouldBe($"FakeJira answers on {host.Services.GetRequiredService<FakeJiraServer>().BaseAddress}");
        (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync()).Status.ShouldBe(HealthStatus.Healthy);
    }

    private static IHost HostWith(Dictionary<string, string?> configuration, Action<IServiceCollection> services)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(configuration);
        services(builder.Services);
        return builder.Build();
    }

    private sealed class Caller(FakeJiraServer fake) : IHostedService, IDisposable
    {
        private readonly HttpClient _client = new() { BaseAddress = fake.BaseAddress };

        public HttpStatusCode Status { get; private set; }

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            using var answer = await _client.GetAsync(new Uri("/rest/api/3/serverInfo", UriKind.Relative), cancellationToken);
            Status = answer.StatusCode;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() => _client.Dispose();
    }
}
