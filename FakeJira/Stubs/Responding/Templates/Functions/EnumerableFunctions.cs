namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>Enumerable.*</c> on lists, and <c>Object.*</c>.</summary>
internal static class EnumerableFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("Enumerable.Count", 1, 1, with => (long)with.List(0).Count),
        new("Enumerable.IsEmpty", 1, 1, with => with.List(0).Count == 0),
        new("Enumerable.First", 1, 1, with => with.List(0) is { Count: > 0 } list ? list[0] : null),
        new("Enumerable.Last", 1, 1, with => with.List(0) is { Count: > 0 } list ? list[^1] : null),
        new("Enumerable.Reverse", 1, 1, with => new ListItems([.. with.List(0).Reverse()])),
        new("Enumerable.Skip", 2, 2, with => new ListItems([.. with.List(0).Skip(with.Integer(1))])),
        new("Enumerable.Take", 2, 2, with => new ListItems([.. with.List(0).Take(with.Integer(1))])),
        new("Object.FormatAsObject", 1, 1, with => with[0]),
    ];
}
