using System.Globalization;
using System.Text.Json;
using FakeJira.Jira.World;
using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>One request to an operation, after it was found who is calling.</summary>
/// <param name="request">What was asked.</param>
/// <param name="world">The site as it was when the request came.</param>
/// <param name="who">Who is calling.</param>
internal sealed class JiraCall(StubRequest request, JiraWorld world, Identified who)
{
    private DateTimeOffset? _now;

    public StubRequest Request => request;

    /// <summary>The site's time, the same for the whole of the call: that of the first time that somebody asks.</summary>
    public DateTimeOffset Now => _now ??= request.Site.Clock.Now;

    public JiraWorld World => world;

    /// <summary>The caller; null for one without a user.</summary>
    public User? User => who.User;

    /// <summary>How it was decided who is calling; every answer names it after its own rule.</summary>
    public Rule Who => who.Rule;

    /// <summary>What the caller signed in with; null for a caller without a user.</summary>
    public Token? Token => who.Token;

    /// <summary>What links to the API start with: <c>{base}/rest/api/{version}</c>, the version as the request has it, or the newest.</summary>
    public string ApiUrl => $"{request.BaseUrl}/rest/api/{request.Route?.TryValue("version") ?? "3"}";

    /// <summary>The JSON that was sent to an operation that takes a body; undefined when it is absent.</summary>
    public JsonElement Body { get; init; }

    /// <summary>The path value of that name.</summary>
    public string this[string name] => request.PathValue(name);

    /// <summary>A query parameter, or null where it is absent or empty. A repeated one means the same as a comma list.</summary>
    public string? Text(string name)
    {
        request.ThrowUnlessKnown(name);
        string? text = null;
        foreach (var parameter in request.Query)
        {
            if (parameter.Name == name && parameter.Value.Length > 0)
            {
                text = text is null ? parameter.Value : $"{text},{parameter.Value}";
            }
        }

        return text;
    }

    /// <summary>The elements of a query parameter: comma lists and repetition, without empty ones.</summary>
    public string[] List(string name) => Text(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>What was asked beside some parameters, encoded again, for links that ask the same once more.</summary>
    public IEnumerable<string> AskedBeside(IReadOnlyCollection<string> names) =>
        request.Query.Where(parameter => !names.Contains(parameter.Name) && parameter.Value.Length > 0).Select(parameter => $"{Uri.EscapeDataString(parameter.Name)}={Uri.EscapeDataString(parameter.Value)}");

    /// <summary>A query parameter that the operation has declared to be a whole number, within the limits; null where it is absent or empty.</summary>
    public int? Integer(string name, int minimum = 0, int maximum = int.MaxValue) =>
        long.TryParse(request.QueryValue(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? (int)Math.Clamp(value, minimum, maximum) : null;

    /// <summary>Applies a command to the site.</summary>
    public TOutcome Change<TOutcome>(Func<JiraWorld, (JiraWorld World, TOutcome Outcome)> command) => request.Site.Change(JiraContract.World, command);
}
