namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>Boolean.*</c>: takes only true and false, as WireMock.Net does.</summary>
internal static class BooleanFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("Boolean.Equal", 2, 2, with => with.Flag(0) == with.Flag(1)),
        new("Boolean.NotEqual", 2, 2, with => with.Flag(0) != with.Flag(1)),
        new("Boolean.Not", 1, 1, with => !with.Flag(0)),
        new("Boolean.And", 2, 2, with => with.Flag(0) & with.Flag(1)),
        new("Boolean.Or", 2, 2, with => with.Flag(0) | with.Flag(1)),
    ];
}
