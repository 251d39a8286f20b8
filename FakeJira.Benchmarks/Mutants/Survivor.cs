using System.Text.Json;
using System.Text.Json.Serialization;

namespace FakeJira.Benchmarks.Mutants;

/// <summary>Why no test can, or need, tell a change from the code as it is.</summary>
internal sealed record Survivor(Mutant Mutant, string Reason)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>A list of <c>{"file", "line", "text", "replacement", "reason"}</c>.</summary>
    public static IReadOnlyList<Survivor> Read(string file) =>
        [.. JsonSerializer.Deserialize<Entry[]>(File.ReadAllBytes(file), _json)!.Select(entry => new Survivor(new(entry.File, entry.Line, entry.Text, entry.Replacement), entry.Reason))];

    private sealed record Entry(string File, string Line, string Text, string Replacement, string Reason);
}
