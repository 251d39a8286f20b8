namespace FakeJira.Stubs;

/// <summary>One name and value of a query, percent-decoded; a plus sign is a space.</summary>
public readonly record struct QueryParameter(string Name, string Value)
{
    /// <summary>Splits a raw query. Broken percent-encoding stays as it is.</summary>
    public static QueryParameter[] Parse(string rawQuery)
    {
        if (rawQuery.Length == 0)
        {
            return [];
        }

        var parameters = new List<QueryParameter>();
        foreach (var range in rawQuery.AsSpan().Split('&'))
        {
            var part = rawQuery.AsSpan()[range];
            if (part.IsEmpty)
            {
                continue;
            }

            var equals = part.IndexOf('=');
            parameters.Add(equals < 0 ? new(Decode(part), "") : new(Decode(part[..equals]), Decode(part[(equals + 1)..])));
        }

        return [.. parameters];
    }

    private static string Decode(ReadOnlySpan<char> text)
    {
        var plain = text.ToString();
        if (plain.Contains('+', StringComparison.Ordinal))
        {
            plain = plain.Replace('+', ' ');
        }

        return plain.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(plain) : plain;
    }
}
