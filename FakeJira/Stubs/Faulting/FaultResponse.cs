using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Faulting;

/// <summary>What a fault does to an answer.</summary>
internal static class FaultResponse
{
    private static readonly string[] Effects = ["error", "status", "headers", "body", "delay", "drip", "connection"];

    /// <summary>As the Response of a mapping; every mistake is noted at its place.</summary>
    public static JObject Read(JsonNodeAt node, MappingContext context)
    {
        var (response, connection) = (new JObject(), ConnectionOf(node));
        if (ErrorOf(node, context) is { } error)
        {
            response["Error"] = error.Name;
        }

        if (node.Integer("status", 200, 999) is { } status)
        {
            response["StatusCode"] = status;
        }

        ReadContent(node, response);
        ReadTime(node, response);
        if (connection is { } kind)
        {
            response["Fault"] = new JObject { ["Type"] = kind.MappingType };
        }

        if (!Effects.Any(node.Has))
        {
            node.Error($"A fault needs something to do; expected one of {string.Join(", ", Effects)}.");
        }

        Passes(node, response, connection?.Kind);
        return response;
    }

    /// <summary>Whether the request is answered as ever first: for a lost answer, and where there is no other.</summary>
    private static void Passes(JsonNodeAt node, JObject response, ConnectionFault? connection)
    {
        var isLost = node.Flag("afterWrite") ?? false;
        var hasOwn = response.ContainsKey("Error") || response.ContainsKey("StatusCode") || response.ContainsKey("Headers") || response.ContainsKey("Body") || response.ContainsKey("BodyAsJson");
        if (isLost && !hasOwn && connection is null)
        {
            node.PlaceOf("afterWrite").Error("Say what is answered in place of what is lost: an error, a status or a connection.");
        }

        if (isLost || (!hasOwn && connection is null or ConnectionFault.CutBody or ConnectionFault.HalfBody))
        {
            response["Callback"] = Responder.Everything;
            if (hasOwn && !response.ContainsKey("Body") && !response.ContainsKey("BodyAsJson") && !response.ContainsKey("Error"))
            {
                response["Body"] = "";
            }
        }
    }

    private static void ReadContent(JsonNodeAt node, JObject response)
    {
        if (node["headers"] is { } headers)
        {
            var written = new JObject();
            var members = headers.IsObject ? headers.Members() : headers.Expected<IReadOnlyList<(string, JsonNodeAt)>>("an object of header names and values") ?? [];
            if (HeaderText.TooMany(members.Count) is { } tooMany)
            {
                headers.Error(tooMany);
                members = [];
            }

            foreach (var (name, value) in members)
            {
                var text = value.AsWording() ?? "";
                if ((HeaderText.WrongName(name) ?? HeaderText.WrongValue(name, text)) is { } wrong)
                {
                    value.Error(wrong);
                }

                written[name] = text;
            }

            response["Headers"] = written;
        }

        if (node["body"] is { } body)
        {
            response[body.Token.Type == JTokenType.String ? "Body" : "BodyAsJson"] = body.Token.DeepClone();
        }
    }

    private static void ReadTime(JsonNodeAt node, JObject response)
    {
        var (delay, most) = (node.Integer("delay", 0, int.MaxValue), node.Integer("delayUpTo", 1, int.MaxValue));
        if (most is { } upper)
        {
            if (upper <= (delay ?? 0))
            {
                node.PlaceOf("delayUpTo").Expected<string>($"more milliseconds than delay, which are {delay ?? 0}");
            }

            (response["MinimumRandomDelay"], response["MaximumRandomDelay"]) = (delay ?? 0, upper);
        }
        else if (delay is { } fixedDelay)
        {
            response["Delay"] = fixedDelay;
        }

        if (node.Integer("drip", 0, int.MaxValue) is { } drip)
        {
            response["Drip"] = drip;
        }
    }

    private static (ConnectionFault Kind, string MappingType)? ConnectionOf(JsonNodeAt node)
    {
        if (node.Text("connection") is not { } name)
        {
            return null;
        }

        if (FaultJson.Connections.TryGetValue(name, out var connection))
        {
            return connection;
        }

        node.PlaceOf("connection").Expected<string>(string.Join(", ", FaultJson.Connections.Keys));
        return null;
    }

    private static NamedError? ErrorOf(JsonNodeAt node, MappingContext context)
    {
        if (node.Text("error") is not { } name)
        {
            return null;
        }

        if (!context.Errors.TryGetValue(name, out var error))
        {
            node.PlaceOf("error").Error(() => $"There is no error '{name}'; " + (Suggestion.For(name, context.Errors.Keys) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", context.Errors.Keys.Order(StringComparer.Ordinal))}."));
        }

        return error;
    }
}
