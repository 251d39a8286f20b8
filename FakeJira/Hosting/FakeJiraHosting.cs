using FakeJira;
using FakeJira.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Where whoever writes services.Add… looks for it.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Puts servers into a host: they start and stop with it.</summary>
public static class FakeJiraHosting
{
    private const string Section = "FakeJira";
    private const string Named = "Servers";

    /// <summary>
    /// Adds a server that starts before the host's other services and stops after them; <see cref="FakeJiraServer"/> is resolved as a service. Its options are those of a
    /// fixture (empty, on a free port of loopback), then the configuration's section <c>FakeJira</c> (the names of fakejira.json: <c>"FakeJira": { "seed": "vendor" }</c>), then
    /// <paramref name="configure"/>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Changes the options: <c>options => options with { Seed = "vendor" }</c>.</param>
    public static IServiceCollection AddFakeJira(this IServiceCollection services, Func<FakeJiraOptions, FakeJiraOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        Mistake.If(services.Any(service => service.ServiceType == typeof(HostedServer) && !service.IsKeyedService), "AddFakeJira() was called twice; give the second server a name: AddFakeJira(\"name\").");
        services.AddSingleton(provider => Create(provider, services, null, configure));
        services.AddSingleton(provider => provider.GetRequiredService<HostedServer>().Server);
        return services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<HostedServer>());
    }

    /// <summary>
    /// Adds one more server, resolved by its name as a key: <c>[FromKeyedServices("team-a")] FakeJiraServer fake</c>. Its section of the configuration is
    /// <c>FakeJira:Servers:{name}</c>.
    /// </summary>
    public static IServiceCollection AddFakeJira(this IServiceCollection services, string name, Func<FakeJiraOptions, FakeJiraOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Mistake.If(services.Any(service => service.ServiceType == typeof(HostedServer) && Equals(service.ServiceKey, name)), $"AddFakeJira(\"{name}\") was called twice; each server needs a name of its own.");
        services.AddKeyedSingleton(name, (provider, _) => Create(provider, services, name, configure));
        services.AddKeyedSingleton(name, (provider, _) => provider.GetRequiredKeyedService<HostedServer>(name).Server);
        return services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<HostedServer>(name));
    }

    /// <summary>Adds a check that asks the server of <see cref="AddFakeJira(IServiceCollection, Func{FakeJiraOptions, FakeJiraOptions}?)"/> whether it answers.</summary>
    /// <param name="builder">The health checks of the host.</param>
    /// <param name="name">The name of the server; null for the one without a name.</param>
    public static IHealthChecksBuilder AddFakeJira(this IHealthChecksBuilder builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name is null ? "fakejira" : "fakejira-" + name,
            provider => new AnswersCheck(name is null ? provider.GetRequiredService<HostedServer>() : provider.GetRequiredKeyedService<HostedServer>(name)),
            failureStatus: null,
            tags: ["ready"]));
    }

    private static HostedServer Create(IServiceProvider provider, IServiceCollection services, string? name, Func<FakeJiraOptions, FakeJiraOptions>? configure) => new(async () =>
    {
        var options = new FakeJiraOptions();
        var section = provider.GetService<IConfiguration>()?.GetSection(Section);
        if (section is not null)
        {
            ConfiguredOptions.Verify(section, Named, [.. services.Where(service => service.ServiceType == typeof(HostedServer)).Select(service => (string?)service.ServiceKey)]);
            section = name is null ? section : section.GetSection(Named).GetSection(name);
            options = ConfiguredOptions.Read(options, section, name is null ? Named : null);
        }

        options = configure?.Invoke(options) ?? options;
        options = provider.GetService<ILoggerFactory>()?.CreateLogger("FakeJira") is { } logger ? Logged(options, logger) : options;
        try
        {
            return await FakeJiraServer.StartAsync(options).ConfigureAwait(false);
        }
        catch (FakeJiraException exception) when (section is not null && ConfiguredOptions.PlaceOf(exception.Setting, section, options) is { } place)
        {
            throw new FakeJiraException($"{place}: {exception.Message}", exception);
        }
    });

    /// <summary>Where nothing else is said, what happens goes where the host's own messages go.</summary>
    private static FakeJiraOptions Logged(FakeJiraOptions options, ILogger logger) => options with
    {
        MappingLog = options.MappingLog ?? options.Log ?? (line => HostLog.Mapping(logger, line)),
        Log = options.Log ?? (logger.IsEnabled(LogLevel.Debug) ? line => HostLog.Request(logger, line) : null),
    };
}
