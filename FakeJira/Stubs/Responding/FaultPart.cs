using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Responding;

/// <summary>Fault: what is done to the connection, and how often.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Chance">From 0 to 1.</param>
internal sealed record FaultPart(ConnectionFault Kind, double Chance)
{
    /// <summary>Null where there is none, or where it never happens.</summary>
    public static FaultPart? Read(JsonNodeAt? node)
    {
        if (node is null)
        {
            return null;
        }

        if (!node.IsObject)
        {
            return node.Expected<FaultPart>("an object such as { \"Type\": \"EMPTY_RESPONSE\" }");
        }

        var chance = 1.0;
        if (node["Percentage"] is { } percentage && !(double.TryParse(percentage.Token.ToString(), System.Globalization.CultureInfo.InvariantCulture, out chance) && chance is >= 0 and <= 1))
        {
            return percentage.Expected<FaultPart>("a number from 0 to 1");
        }

        var kind = node.Text("Type") switch
        {
            null or "NONE" => ConnectionFault.None,
            "EMPTY_RESPONSE" => ConnectionFault.EmptyResponse,
            "MALFORMED_RESPONSE_CHUNK" => ConnectionFault.MalformedChunk,
            "CONNECTION_DROP" => ConnectionFault.Drop,
            "CUT_BODY" => ConnectionFault.CutBody,
            "HALF_BODY" => ConnectionFault.HalfBody,
            _ => Unknown(node["Type"]!),
        };
        node.ReportUnknown(Severity.Warning);
        return kind == ConnectionFault.None || chance == 0 ? null : new FaultPart(kind, chance);
    }

    public ConnectionFault Of(Site site) => Chance >= 1 || site.Random.NextDouble() < Chance ? Kind : ConnectionFault.None;

    private static ConnectionFault Unknown(JsonNodeAt node)
    {
        node.Expected<string>("NONE, EMPTY_RESPONSE, MALFORMED_RESPONSE_CHUNK, CONNECTION_DROP, CUT_BODY or HALF_BODY");
        return ConnectionFault.None;
    }
}
