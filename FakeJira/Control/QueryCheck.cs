using System.Globalization;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Control;

/// <summary>What the control API says of a query it cannot use.</summary>
internal static class QueryCheck
{
    /// <summary>The answer to a query with an unknown parameter, or with a text where a whole number belongs; null for one that is right.</summary>
    public static StubResponse? Refusal(StubRequest request, string[] parameters, params ReadOnlySpan<string> numbers)
    {
        var unknown = request.Query.Select(parameter => parameter.Name).FirstOrDefault(name => !parameters.Contains(name));
        if (unknown is not null)
        {
            return ControlErrors.Refused(400, $"There is no parameter '{unknown}'; " + (Suggestion.For(unknown, parameters) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", parameters)}."));
        }

        foreach (var name in numbers)
        {
            if (request.QueryValue(name) is { } text && Number(text) is null)
            {
                return ControlErrors.Refused(400, $"Expected a whole number from 0 as '{name}', found '{text}'.");
            }
        }

        return null;
    }

    /// <summary>The answer to a value that is none of a parameter's; null for one that is.</summary>
    public static StubResponse? Refusal(StubRequest request, string name, params string[] values) =>
        request.QueryValue(name) is { } text && !values.Contains(text) ? ControlErrors.Refused(400, $"Expected {string.Join(" or ", values)} as '{name}', found '{text}'.") : null;

    public static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
