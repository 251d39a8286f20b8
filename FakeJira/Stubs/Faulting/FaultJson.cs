using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Faulting;

/// <summary>A fault as the control API takes it.</summary>
internal static class FaultJson
{
    /// <summary>The names of what can become of a connection.</summary>
    public static IReadOnlyDictionary<string, (ConnectionFault Kind, string MappingType)> Connections { get; } = new Dictionary<string, (ConnectionFault, string)>(StringComparer.OrdinalIgnoreCase)
    {
        ["drop"] = (ConnectionFault.Drop, "CONNECTION_DROP"),
        ["cutBody"] = (ConnectionFault.CutBody, "CUT_BODY"),
        ["halfBody"] = (ConnectionFault.HalfBody, "HALF_BODY"),
        ["emptyResponse"] = (ConnectionFault.EmptyResponse, "EMPTY_RESPONSE"),
        ["malformedChunk"] = (ConnectionFault.MalformedChunk, "MALFORMED_RESPONSE_CHUNK"),
    };

    public static JObject Of(Fault fault)
    {
        var written = new JObject();
        Put("name", fault.Name);
        Put("operation", fault.Operation);
        Put("method", fault.Method);
        Put("path", fault.Path);
        Put("request", fault.Request is { } request ? Parsed(request) : null);
        Put("error", fault.Error);
        Put("status", fault.Status);
        Put("headers", fault.Headers is { } headers ? new JObject(headers.Select(header => new JProperty(header.Key, header.Value))) : null);
        Put("body", fault.Body);
        Put("delay", Milliseconds(fault.Delay));
        Put("delayUpTo", Milliseconds(fault.DelayUpTo));
        Put("drip", Milliseconds(fault.Drip));
        Put("connection", Connections.FirstOrDefault(pair => pair.Value.Kind == fault.Connection).Key);
        Put("afterWrite", fault.AfterWrite ? true : null);
        Put("probability", fault.Probability == 1 ? null : fault.Probability);
        Put("times", fault.Times);
        Put("for", fault.For?.TotalSeconds);
        return written;

        void Put(string name, JToken? value)
        {
            if (value is not null and not JValue { Value: null })
            {
                written[name] = value;
            }
        }
    }

    private static long? Milliseconds(TimeSpan? time) => time is { } span ? (long)span.TotalMilliseconds : null;

    private static JToken Parsed(string json)
    {
        try
        {
            return JToken.Parse(json);
        }
        catch (Newtonsoft.Json.JsonReaderException exception)
        {
            throw new FakeJiraException($"Request: Not valid JSON: {exception.Message}", exception);
        }
    }
}
