using System.Net;

namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary><c>Url.*</c>.</summary>
internal static class UrlFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("Url.EncodeUri", 1, 1, with => WebUtility.UrlEncode(with.Text(0)), IsText: true),
        new("Url.DecodeUri", 1, 1, with => WebUtility.UrlDecode(with.Text(0)), IsText: true),
    ];
}
