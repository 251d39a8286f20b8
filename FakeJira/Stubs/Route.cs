namespace FakeJira.Stubs;

/// <summary>Where a path leads: an operation and the values of its path template.</summary>
public sealed class Route(Operation operation, string[] names, string[] values)
{
    /// <summary>The operation.</summary>
    public Operation Operation => operation;

    /// <summary>The operation as an entry of the table.</summary>
    internal Stub? Stub { get; init; }

    /// <summary>The names of the template's values, in its order.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>A value by its name, percent-decoded once.</summary>
    /// <exception cref="KeyNotFoundException">The template has no such name.</exception>
    public string Value(string name) => TryValue(name) ?? throw new KeyNotFoundException($"{operation.Path} has no value '{name}'.");

    /// <summary>A value by its name, or null where the template has none.</summary>
    public string? TryValue(string name)
    {
        var at = Array.IndexOf(names, name);
        return at < 0 ? null : values[at];
    }
}
