namespace FakeJira.Stubs;

/// <summary>One method and path template of a vendor's API, served by a stateful callback.</summary>
/// <param name="Name">Contract, resource and verb, for example <c>jira.votes.add</c>; what mapping files say in <c>Request.Operation</c> and <c>Response.Callback</c>.</param>
/// <param name="Method">Upper case. HEAD is served by GET.</param>
/// <param name="Path">
/// Segments that are literal, <c>{name}</c> (any one segment), <c>{name:a|b}</c> (one of these) or, last, <c>{*name}</c> (all the rest, also none).
/// Doubled and trailing slashes of a request count for nothing.
/// </param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Rules">Every rule that can decide or contribute to its answers.</param>
/// <param name="Callback">Makes the answer. What a client can do wrong is an answer too, never an exception.</param>
public sealed record Operation(string Name, string Method, string Path, string Summary, Rule[] Rules, Func<StubRequest, StubResponse> Callback)
{
    /// <summary>What the caller needs (scopes, permissions), for docs/contract.md; empty when nothing.</summary>
    public string Access { get; init; } = "";

    /// <summary>Whether it answers callers without the control key: what shows nothing of a site.</summary>
    internal bool IsOpen { get; init; }

    /// <summary>What it takes of a request; null for operations whose requests nobody checks: those of the admin and the control API.</summary>
    public Known? Known { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>What to say of a name that is none of the known ones.</summary>
    internal static string Missing(string name, IEnumerable<string> known) =>
        $"There is no operation '{name}'" + (Reading.Suggestion.For(name, known) is { } near ? $"; did you mean '{near}'?" : "; docs/contract.md lists them.");
}

/// <summary>An operation of the vendor that this server has not.</summary>
/// <param name="Method">Upper case.</param>
/// <param name="Path">A template.</param>
internal sealed record NotServed(string Method, string Path);

/// <summary>The API of one vendor: its operations, and what it says to requests that reach none of them.</summary>
/// <param name="Name">jira, polls or ideabank: the name in <c>--contracts</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Operations">Everything that is served.</param>
public sealed record Contract(string Name, string Title, IReadOnlyList<Operation> Operations)
{
    private Stub? _unservedStub;

    /// <summary>Path prefixes, whole segments, in which an unknown path or method is this contract's to answer.</summary>
    public IReadOnlyList<string> Territory { get; init; } = [];

    /// <summary>Answers in its territory what no operation serves: <see cref="StubRequest.AllowedMethods"/> says whether the path exists.</summary>
    public Func<StubRequest, StubResponse>? Unserved { get; init; }

    /// <summary>Adds to every answer in its territory what belongs on all of them, also to those of mappings and faults; null for nothing.</summary>
    public Func<StubRequest, StubResponse, StubResponse>? Finish { get; init; }

    /// <summary>The rules that <see cref="Unserved"/> gives.</summary>
    public IReadOnlyList<Rule> UnservedRules { get; init; } = [];

    /// <summary>The rule of answers to operations that the vendor has and this server has not; null where there is none.</summary>
    public Rule? NotSimulated { get; init; }

    /// <summary>Operations that nobody serves, although the path of one that is served would take them.</summary>
    internal IReadOnlyList<NotServed> NotServed { get; init; } = [];

    /// <summary>Those operations, for people: methods and path, such as <c>GET,PUT /mypreferences</c>.</summary>
    public IReadOnlyList<string> NotSimulatedOperations { get; init; } = [];

    /// <summary>The errors that faults and mappings can ask for by name.</summary>
    public IReadOnlyList<NamedError> Errors { get; init; } = [];

    /// <summary>The switches of its behaviour.</summary>
    public IReadOnlyList<Switch> Switches { get; init; } = [];

    /// <summary>Who asks, for people: a name, or why there is none. By the state as it is when it is asked; null where callers are not told apart.</summary>
    public Func<StubRequest, string>? Who { get; init; }

    /// <summary>Makes its section of the state document; null for a contract without state. Made when a document is read or written, as it loads the library that does.</summary>
    public Func<Reading.WorldDocument>? Document { get; init; }

    /// <summary>Puts the examples of the vendor's pages into an empty site; null for a contract that has none.</summary>
    public Action<Site>? Vendor { get; init; }

    internal Stub UnservedStub => _unservedStub ??= OperationStub.OfUnserved(this);

    /// <summary>Every rule of the contract, each once, in the order of declaration.</summary>
    public IReadOnlyList<Rule> Rules => [.. Operations.SelectMany(operation => operation.Rules).Concat(UnservedRules).Concat(Errors.Select(error => error.Rule)).Distinct()];
}
