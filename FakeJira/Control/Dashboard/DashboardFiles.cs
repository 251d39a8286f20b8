using System.Collections.Frozen;
using System.Security.Cryptography;
using FakeJira.Stubs;

namespace FakeJira.Control.Dashboard;

/// <summary>The files of the dashboard: inside the program, read when the first of them is asked for, and nothing of a site in them.</summary>
internal static class DashboardFiles
{
    public const string Page = "index.html";
    private const string Folder = "dashboard/";

    /// <summary>Only the server's own files run and are shown, and texts never become markup or code; no other page frames it.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    private static readonly FrozenDictionary<string, string> Types = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    private static readonly Lazy<FrozenDictionary<string, DashboardFile>> All = new(ReadAll);

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => All.Value.Keys;

    /// <summary>A file, or 304 for who has it already; null when there is none of that name.</summary>
    public static StubResponse? Answer(string name, StubRequest request)
    {
        if (!All.Value.TryGetValue(name, out var file))
        {
            return null;
        }

        // A browser asks each time whether it is still the same: a new version of the server is never met with old files.
        Header[] headers = [new("ETag", file.Tag), new("Cache-Control", "no-cache"), new("Vary", "Accept")];
        return request.Header("If-None-Match")?.Split(',', StringSplitOptions.TrimEntries).Contains(file.Tag) == true
            ? new() { Status = 304, Headers = headers }
            : new()
            {
                Headers = [new("Content-Type", file.Type), new("Content-Security-Policy", Policy), new("X-Content-Type-Options", "nosniff"), new("Referrer-Policy", "no-referrer"), .. headers],
                Body = file.Body,
            };
    }

    private static FrozenDictionary<string, DashboardFile> ReadAll()
    {
        var assembly = typeof(DashboardFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Folder.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var body = new byte[stream.Length];
            stream.ReadExactly(body);
            return new DashboardFile(Types[Path.GetExtension(name)], body, $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"");
        });
    }

    private sealed record DashboardFile(string Type, byte[] Body, string Tag);
}
