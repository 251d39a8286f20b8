using System.Text;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Responding;

/// <summary>BodyEncoding: in which characters a text body goes out.</summary>
internal static class BodyEncoding
{
    private static readonly UTF8Encoding Default = new(encoderShouldEmitUTF8Identifier: false);

    public static Encoding Read(JsonNodeAt? node)
    {
        if (node is null)
        {
            return Default;
        }

        var (name, page) = (node.Text("WebName"), (int?)node.Integer("CodePage", 0, 65535));
        _ = node.Text("EncodingName");
        node.ReportUnknown(Severity.Warning);
        try
        {
            return (name is not null ? CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name)
                : page is { } number ? CodePagesEncodingProvider.Instance.GetEncoding(number) ?? Encoding.GetEncoding(number)
                : node.Expected<Encoding>("an object with WebName, for example \"iso-8859-1\"")) ?? Default;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            node.Error($"There is no encoding '{name ?? $"{page}"}'; use for example \"utf-8\" or \"iso-8859-1\" as WebName.");
            return Default;
        }
    }
}
