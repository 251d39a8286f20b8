using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>Reads the JSON body of a request.</summary>
internal static class RequestBody
{
    /// <summary>The answer to a body that cannot be read, or null and the body.</summary>
    public static StubResponse? Refusal(StubRequest request, BodyOf expected, Rule who, out JsonElement? body)
    {
        body = null;
        var type = request.Header("Content-Type");
        var isEmpty = request.Body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0;
        if (isEmpty && expected == BodyOf.AnyOrNone)
        {
            return null;
        }

        if (!IsJson(type))
        {
            return JiraErrors.UnsupportedMedia(request, type, who);
        }

        if (isEmpty)
        {
            return JiraErrors.BodyText(JiraRules.BodyEmpty400, who);
        }

        if (Parse(request.Body) is not { } parsed)
        {
            return JiraErrors.BodyText(JiraRules.BodyBroken400, who);
        }

        body = parsed;
        return expected == BodyOf.Object && parsed.ValueKind != JsonValueKind.Object ? JiraErrors.BodyText(JiraRules.BodyInvalid400, who) : null;
    }

    private static bool IsJson(string? type)
    {
        var media = type.AsSpan();
        var end = media.IndexOf(';');
        media = (end < 0 ? media : media[..end]).Trim();
        return media.Equals("application/json", StringComparison.OrdinalIgnoreCase) || (media.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && media.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Null where it is no JSON, or where a text in it is no text: half a surrogate pair could not be written again.</summary>
    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return null;
        }

        try
        {
            var text = body.Span.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement.Clone();
            return body.Span.IndexOf("\\ud"u8) < 0 && body.Span.IndexOf("\\uD"u8) < 0 || TextsAreWhole(root) ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool TextsAreWhole(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().All(member => IsWhole(() => member.Name) && TextsAreWhole(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().All(TextsAreWhole),
        JsonValueKind.String => IsWhole(() => element.GetString()!),
        _ => true,
    };

    private static bool IsWhole(Func<string> text)
    {
        try
        {
            return text().Length >= 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
