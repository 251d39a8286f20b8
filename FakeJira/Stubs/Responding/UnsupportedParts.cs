using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Responding;

/// <summary>What WireMock.Net can answer and FakeJira cannot: refused by name, so that no file seems to work.</summary>
internal static class UnsupportedParts
{
    private static readonly (string Field, string Why)[] Fields =
    [
        ("ProxyUrl", "FakeJira is offline and forwards nothing"),
        ("ProxyUrls", "FakeJira is offline and forwards nothing"),
        ("ProtoBufMessageType", "protocol buffers are not supported"),
        ("ProtoDefinition", "protocol buffers are not supported"),
        ("ProtoDefinitions", "protocol buffers are not supported"),
    ];

    /// <summary>Fields that say how something unsupported is done, and mean nothing without it.</summary>
    private static readonly string[] Ignored = ["ProxyUrlReplaceSettings", "WebProxy"];

    public static void Report(JsonNodeAt response)
    {
        foreach (var (field, why) in Fields)
        {
            response[field]?.Error($"{field} is not supported: {why}.");
        }

        foreach (var field in Ignored)
        {
            if (response[field] is { IsObject: false } settings)
            {
                settings.Expected<object>("an object");
            }
        }

        _ = response.Text("X509Certificate2ThumbprintOrSubjectName");

        response["TrailingHeaders"]?.Warning("TrailingHeaders are not sent.");
        if (response["BodyDestination"] is { } destination && destination.AsText() is not (null or "SameAsSource" or "String" or "Bytes" or "Json"))
        {
            destination.Expected<string>("SameAsSource, String, Bytes or Json");
        }

        if (response["TransformerType"] is { } type && type.AsText() is { } name && name != "Handlebars")
        {
            type.Error($"TransformerType {name} is not supported: use Handlebars.");
        }
    }
}
