using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace FakeJira.Benchmarks;

/// <summary>What most people would start from: the slim builder with one route.</summary>
internal static class SlimServer
{
    public static int Run(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:" + port);
        app.MapGet("/{*path}", () => Results.Text("{}", "application/json"));
        app.Run();
        return 0;
    }
}
