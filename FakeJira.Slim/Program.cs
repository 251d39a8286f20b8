using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

// What most people would start from: the slim builder with one route. The start of FakeJira is compared with its start, so it is quiet: what it would print is no part of an answer.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
var app = builder.Build();
app.MapGet("/{*path}", () => Results.Text("{}", "application/json"));
await app.RunAsync().ConfigureAwait(false);
