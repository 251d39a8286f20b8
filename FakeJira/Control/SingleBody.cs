using FakeJira.Stubs;
using FakeJira.Stubs.Reading;

namespace FakeJira.Control;

/// <summary>The body of a request about one thing, in the shape that the thing has in the state document; its id is in the address.</summary>
internal static class SingleBody
{
    /// <summary>The body, or null when it is not an object; an id that the body repeats must be that of the address.</summary>
    public static JsonNodeAt? Read(StubRequest request, string expected, out ProblemList problems, string? idName = null, string? id = null)
    {
        problems = new ProblemList();
        var root = JsonText.Parse("request body", request.BodyText, problems, repeats: false);
        if (root is { IsObject: false })
        {
            return root.Expected<JsonNodeAt>(expected);
        }

        if (idName is not null && root?[idName] is { } said && said.AsText() is { } text && text != id)
        {
            said.Error($"The address says '{id}'; leave it out here, or say the same.");
        }

        return root;
    }

    /// <summary>The answer to a change that was made, or to what is wrong with the body.</summary>
    public static (TWorld World, StubResponse Answer) Settled<TWorld>(TWorld before, TWorld after, ProblemList problems) =>
        problems.HasErrors ? (before, ControlErrors.Mistakes(problems)) : (after, ControlErrors.NoContent());

    public static StubResponse NoSuch(string what, string name, Site site, IEnumerable<string> known) =>
        ControlErrors.Refused(404, $"There is no {what} '{name}' on the site '{site.Name}'" + (Suggestion.For(name, known) is { } near ? $"; did you mean '{near}'?" : "."));
}
