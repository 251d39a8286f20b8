using System.Globalization;
using System.Text;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;
using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Admin;

/// <summary>An entry of the journal as WireMock.Net's admin API shows it; of ours are Rule and Stub.</summary>
internal static class LogEntryModel
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static JObject Of(JournalEntry entry)
    {
        var model = new JObject { ["Guid"] = entry.Id.ToString(), ["Request"] = RequestOf(entry), ["Response"] = ResponseOf(entry) };
        if (entry.StubId is { } stub)
        {
            model["MappingGuid"] = stub.ToString();
            Put(model, "MappingTitle", ListedMappings.Find(entry.Request.Site, stub)?.Mapping.Title);
        }

        if (entry.Closest is [var closest, ..])
        {
            model["PartialMappingGuid"] = closest.Id.ToString();
            Put(model, "PartialMappingTitle", closest.Title);
            model["PartialRequestMatchResult"] = MatchResult(closest);
        }

        return model;
    }

    private static JObject MatchResult(NearMiss miss) => new()
    {
        ["TotalScore"] = miss.Score,
        ["TotalNumber"] = miss.Parts.Count,
        ["IsPerfectMatch"] = miss.IsMatch,
        ["AverageTotalScore"] = miss.Average,
        ["MatchDetails"] = new JArray(miss.Parts.Select(part => new JObject { ["Name"] = part.Part, ["Score"] = part.Score, ["Expected"] = part.Expected, ["Actual"] = part.Actual })),
    };

    private static JObject RequestOf(JournalEntry entry)
    {
        var request = entry.Request;
        var url = request.RawPath + (request.RawQuery.Length > 0 ? "?" + request.RawQuery : "");
        var root = $"{request.Scheme}://{request.Host}{request.Prefix}";
        var model = new JObject
        {
            ["ClientIP"] = request.ClientAddress,
            ["DateTime"] = Moment(entry),
            ["Path"] = request.Path,
            ["AbsolutePath"] = request.Prefix + request.Path,
            ["Url"] = root + url,
            ["AbsoluteUrl"] = root + url,
            ["Query"] = Grouped(request.Query.Select(parameter => (parameter.Name, parameter.Value))),
            ["Method"] = request.Method,
            ["HttpVersion"] = request.Protocol.StartsWith("HTTP/", StringComparison.Ordinal) ? request.Protocol[5..] : request.Protocol,
            ["Headers"] = Grouped(request.Headers.Select(header => (header.Name, header.Value))),
        };
        if (Cookies(request) is { HasValues: true } cookies)
        {
            model["Cookies"] = cookies;
        }

        AddBody(model, request.Body);
        return model;
    }

    private static JObject ResponseOf(JournalEntry entry)
    {
        var response = entry.Response;
        var model = new JObject { ["StatusCode"] = response.Status, ["Headers"] = Grouped(response.Headers.Select(header => (header.Name, header.Value))) };
        AddBody(model, response.Body);
        if (response.Fault != ConnectionFault.None)
        {
            model["FaultType"] = response.Fault.ToString();
        }

        model["DateTime"] = Moment(entry);
        Put(model, "Rule", response.RuleHeader.Length > 0 ? response.RuleHeader : null);
        Put(model, "Stub", entry.StubName.Length > 0 ? entry.StubName : null);
        return model;
    }

    private static void AddBody(JObject model, ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return;
        }

        if (Text(body) is not { } text)
        {
            model["BodyAsBytes"] = Convert.ToBase64String(body.Span);
            model["DetectedBodyType"] = "Bytes";
            return;
        }

        model["Body"] = text;
        var json = RequestContent.ParseJson(text) is JContainer read && read.DescendantsAndSelf().All(IsPlain) ? read : null;
        Put(model, "BodyAsJson", json);
        model["DetectedBodyType"] = json is null ? "String" : "Json";
    }

    private static string? Text(ReadOnlyMemory<byte> body)
    {
        try
        {
            return Strict.GetString(body.Span);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Newtonsoft.Json reads more than JSON, and writes it as it was: nobody else could read the list.</summary>
    private static bool IsPlain(JToken token) => token.Type is not (JTokenType.Constructor or JTokenType.Undefined);

    private static JObject Cookies(StubRequest request)
    {
        var cookies = new JObject();
        foreach (var pair in request.Headers.Where(header => header.Is("Cookie")).SelectMany(header => header.Value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            cookies[equals < 0 ? pair : pair[..equals]] = equals < 0 ? "" : pair[(equals + 1)..];
        }

        return cookies;
    }

    private static JObject Grouped(IEnumerable<(string Name, string Value)> pairs)
    {
        var groups = new JObject();
        foreach (var group in pairs.GroupBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase))
        {
            groups[group.Key] = new JArray(group.Select(pair => pair.Value));
        }

        return groups;
    }

    private static string Moment(JournalEntry entry) => entry.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);

    private static void Put(JObject model, string name, JToken? value)
    {
        if (value is not null)
        {
            model[name] = value;
        }
    }
}
