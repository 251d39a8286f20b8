using System.Text.Json;
using FakeJira.Stubs;

namespace FakeJira.IdeaBank.Operations;

/// <summary>The vote in a body: 1 or -1, or the rule by which it is none.</summary>
internal readonly record struct VoteBody(int? Value, Rule Problem)
{
    /// <summary>Reads a body: <c>vote</c> is asked first, <c>voteType</c> only when it is not given.</summary>
    public static VoteBody Of(StubRequest request, bool mustBeJson) =>
        mustBeJson && !request.IsJson() ? new(null, IdeaBankRules.ContentType400) : IdeaBankJson.Read(request.Body, new VoteBody(null, VoteRules.Body400), Read);

    private static VoteBody Read(JsonElement root)
    {
        var vote = root.Given("vote"u8);
        return vote.ValueKind == JsonValueKind.Undefined ? ReadType(root.Given("voteType"u8)) : new(ValueOf(vote), VoteRules.Value400);
    }

    /// <summary>Numbers are what JSON says they are: 1.0 and 1e0 are 1, and an exponent may be as large as it likes.</summary>
    private static int? ValueOf(JsonElement vote) =>
        vote.ValueKind == JsonValueKind.Number && vote.TryGetDouble(out var number) && number is 1 or -1 ? (int)number : null;

    private static VoteBody ReadType(JsonElement type)
    {
        if (type.ValueKind == JsonValueKind.Undefined)
        {
            return new(null, VoteRules.Body400);
        }

        int? value = type.ValueKind != JsonValueKind.String ? null : type.ValueEquals("for"u8) ? 1 : type.ValueEquals("against"u8) ? -1 : null;
        return new(value, VoteRules.VoteType400);
    }
}
