namespace FakeJira.Stubs;

/// <summary>
/// What is to go wrong, as data: which requests it meets (all of them where nothing is said), what they get, and how often. Where it says neither an error nor
/// a status, headers or body, the request is answered as ever and the answer only comes late, slowly or spoilt.
/// </summary>
public sealed record Fault
{
    /// <summary>What it is called, in the control API and in X-FakeJira-Stub; null for a name that is made up.</summary>
    public string? Name { get; init; }

    /// <summary>The operation that it meets, for example <c>jira.votes.add</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The method that it meets.</summary>
    public string? Method { get; init; }

    /// <summary>The path that it meets: <c>*</c> is any text, <c>?</c> any one character.</summary>
    public string? Path { get; init; }

    /// <summary>Which requests it meets, as the Request of a mapping file says it, in JSON; an unknown member in it is a mistake, and so is what <see cref="Operation"/>, <see cref="Method"/> or <see cref="Path"/> says too.</summary>
    public string? Request { get; init; }

    /// <summary>The vendor's own error by name, with its rule: <c>jira.rate-limited</c>.</summary>
    public string? Error { get; init; }

    /// <summary>The status code instead.</summary>
    public int? Status { get; init; }

    /// <summary>Headers of the answer; those of an <see cref="Error"/> are kept beside them.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The body of the answer.</summary>
    public string? Body { get; init; }

    /// <summary>How late the answer comes.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>With <see cref="Delay"/>: a random time between the two.</summary>
    public TimeSpan? DelayUpTo { get; init; }

    /// <summary>Over how much time the body goes out.</summary>
    public TimeSpan? Drip { get; init; }

    /// <summary>What becomes of the connection or the body.</summary>
    public ConnectionFault Connection { get; init; }

    /// <summary>The operation does its work first, and its good answer is lost: what is said here is answered in its place.</summary>
    public bool AfterWrite { get; init; }

    /// <summary>How likely it is, from 0 to 1; chance follows the random seed.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>How many requests it meets; null for any number.</summary>
    public int? Times { get; init; }

    /// <summary>For how long it lasts, by the site's clock; null until it is removed.</summary>
    public TimeSpan? For { get; init; }
}
