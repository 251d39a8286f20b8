using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FakeJira.Hosting;

/// <summary>Asks a server over its socket whether it answers, or without one where it does not listen.</summary>
internal sealed class AnswersCheck(HostedServer hosted) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!hosted.IsRunning)
        {
            return Failed(context, "FakeJira does not run: its host has not started it, or has stopped it.");
        }

        var server = hosted.Server;
        using var client = server.Options.Listens ? server.CreateClient() : new HttpClient(server.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        using var request = new HttpRequestMessage(HttpMethod.Get, "__fakejira/ready");
        if (server.Options.ControlKey is { } key)
        {
            request.Headers.Add("X-FakeJira-Key", key);
        }

        try
        {
            using var answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
            // Without a key the control API is off on an address that is not loopback: to say so is to answer.
            return answer.IsSuccessStatusCode || (server.Options.ControlKey is null && answer.StatusCode == HttpStatusCode.Forbidden)
                ? HealthCheckResult.Healthy(server.Options.Listens ? $"FakeJira answers on {server.BaseAddress}" : "FakeJira answers through its handler.")
                : Failed(context, $"FakeJira answers {(int)answer.StatusCode} when it is asked whether it is ready.");
        }
        catch (HttpRequestException exception)
        {
            return Failed(context, $"FakeJira does not answer: {exception.Message}");
        }
    }

    private static HealthCheckResult Failed(HealthCheckContext context, string what) => new(context.Registration.FailureStatus, what);
}
