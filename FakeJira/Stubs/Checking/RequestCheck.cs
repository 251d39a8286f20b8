using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Checking;

/// <summary>Compares one request with what its operation knows.</summary>
internal static class RequestCheck
{
    /// <summary>How much is said of the query of one request, and of its body: whoever sends a thousand wrong names knows it by then.</summary>
    public const int Most = 50;

    public static IReadOnlyList<Remark> Of(StubRequest request, StubResponse response)
    {
        if (request.Route is not { } route)
        {
            return OfNoOperation(request, response);
        }

        if (route.Operation.Known is not { } known)
        {
            return [];
        }

        var remarks = new List<Remark>();
        if (known.Deprecated is { } reason)
        {
            remarks.Add(new(FindingKind.DeprecatedOperation, $"{route.Operation.Name}: {reason}"));
        }

        CheckQuery(request, route.Operation.Name, known, remarks);
        CheckBody(request, route.Operation.Name, known, remarks);
        HeaderCheck.Add(request, response, route.Operation.Name, known, remarks);
        return remarks;
    }

    private static IReadOnlyList<Remark> OfNoOperation(StubRequest request, StubResponse response)
    {
        if (request.Territory is not { } contract || response.StubName != contract.UnservedStub.Name)
        {
            return [];
        }

        return contract.NotSimulated is { } rule && response.Rules.Contains(rule) ? [new(FindingKind.NotSimulated, $"The vendor has {request.Method} {request.RawPath}; this server does not simulate it.")]
            : response.Status is not (404 or 405) ? []
            : [new(FindingKind.UnknownOperation, request.AllowedMethods.Count > 0 ? $"{request.Method} is not possible at {request.RawPath}; these are: {string.Join(", ", request.AllowedMethods.Distinct())}." : $"{contract.Title} has nothing at {request.RawPath}.")];
    }

    private static void CheckQuery(StubRequest request, string operation, Known known, List<Remark> remarks)
    {
        if (request.RawQuery.Length == 0)
        {
            return;
        }

        var query = request.Query;
        foreach (var name in query.Select(parameter => parameter.Name).Distinct().Take(Most))
        {
            if (known.Query.Contains(name))
            {
                if (known.AccountIds.Contains(name) && query.FirstOrDefault(parameter => parameter.Name == name && IsUserName(parameter.Value)) is { Name: not null } wrong)
                {
                    remarks.Add(new(FindingKind.UserName, $"The query parameter '{name}' is '{wrong.Value}', which is no account id."));
                }
            }
            else if (known.UserNames.Contains(name))
            {
                remarks.Add(new(FindingKind.UserName, $"The query parameter '{name}' names a user by name or key; the vendor takes account ids only."));
            }
            else
            {
                remarks.Add(known.UnreadQuery.Contains(name)
                    ? new(FindingKind.UnreadParameter, $"The query parameter '{name}' has no effect here: this server does not look at it.")
                    : new(FindingKind.UndocumentedParameter, $"{operation} has no query parameter '{name}'{Instead(name, known.AllParameters)}"));
            }
        }
    }

    private static void CheckBody(StubRequest request, string operation, Known known, List<Remark> remarks)
    {
        if (request.Body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return;
        }

        if (known.Body is { } shape)
        {
            new BodyCheck(operation, remarks).Add(request.Body.Span, shape);
        }
        else if (request.BodyText.Trim() is not ("{}" or "null" or "\"\"" or "[]"))
        {
            remarks.Add(new(FindingKind.UnreadBody, $"{operation} takes no body; that of this request has no effect."));
        }
    }

    /// <summary>What no account id can be: a name or an email address.</summary>
    public static bool IsUserName(string value) => value.Contains('@', StringComparison.Ordinal) || value.AsSpan().IndexOfAny(" \t") >= 0;

    /// <summary>The end of a sentence: what was probably meant.</summary>
    public static string Instead(string name, IEnumerable<string> known) => Suggestion.For(name, known) is { } near ? $"; did you mean '{near}'?" : ".";
}
