using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads a MatchOperator: Or unless it says otherwise.</summary>
internal static class MatchOperatorReader
{
    public static MatchOperator Read(JsonNodeAt node, string field = "MatchOperator")
    {
        if (node.Text(field) is not { } text)
        {
            return MatchOperator.Or;
        }

        switch (text)
        {
            case "Or":
                return MatchOperator.Or;
            case "And":
                return MatchOperator.And;
            case "Average":
                return MatchOperator.Average;
            default:
                var meant = Suggestion.For(text, ["Or", "And", "Average"]);
                node.PlaceOf(field).Warning($"'{text}' is none of Or, And and Average and counts as Or, as in WireMock.Net{(meant is null ? "" : $"; did you mean '{meant}'?")}");
                return MatchOperator.Or;
        }
    }
}
