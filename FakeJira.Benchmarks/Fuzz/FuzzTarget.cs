namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Something that takes what strangers send: inputs are made by chance, and tried.</summary>
internal abstract class FuzzTarget : IAsyncDisposable
{
    /// <summary>Makes an input; the same for the same chance.</summary>
    public abstract string Make(Random chance);

    /// <summary>Tries an input: what is wrong with what happened, or null. It ends when <paramref name="end"/> says so.</summary>
    public abstract Task<string?> TryAsync(string input, CancellationToken end);

    /// <summary>What went wrong after the last input was answered, or null; asked once it has ended.</summary>
    public virtual string? Late() => null;

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>A target that is made anew after so many inputs, so that one failing input can be tried again after those that came before it.</summary>
/// <param name="Name">For people and the command line.</param>
/// <param name="Block">How many inputs one target tries.</param>
/// <param name="StartAsync">Makes it.</param>
internal sealed record FuzzKind(string Name, int Block, Func<Task<FuzzTarget>> StartAsync)
{
    public static IReadOnlyList<FuzzKind> All { get; } =
    [
        new("http", 500, () => HttpTarget.StartAsync()),
        new("mappings", 500, () => MappingTarget.StartAsync()),
        new("seeds", 200, SeedTarget.StartAsync),
        new("jql", 1000, () => Task.FromResult<FuzzTarget>(new JqlTarget())),
        new("templates", 500, TemplateTarget.StartAsync),
    ];
}
