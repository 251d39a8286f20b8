using System.Globalization;

namespace FakeJira.Stubs.Admin;

/// <summary>A part of a list, by <c>?offset=</c> and <c>?limit=</c>; all of it without them, as WireMock.Net has it.</summary>
internal static class Paging
{
    public static IEnumerable<T> Of<T>(StubRequest request, IEnumerable<T> items) => items.Skip(Number(request, "offset") ?? 0).Take(Number(request, "limit") ?? int.MaxValue);

    private static int? Number(StubRequest request, string name) => int.TryParse(request.QueryValue(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
