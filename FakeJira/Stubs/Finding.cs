namespace FakeJira.Stubs;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Worth knowing; nothing that the vendor would mind.</summary>
    Note,

    /// <summary>Against what the vendor documents, or without effect: probably a mistake of the client.</summary>
    Warning,
}

/// <summary>What was found.</summary>
public enum FindingKind
{
    /// <summary>A query parameter that the vendor does not document for the operation.</summary>
    UndocumentedParameter,

    /// <summary>A member of the body that the vendor does not document for the operation.</summary>
    UndocumentedMember,

    /// <summary>A body without Content-Type, or with another one than JSON.</summary>
    ContentType,

    /// <summary>An operation that the vendor has deprecated or removed.</summary>
    DeprecatedOperation,

    /// <summary>A user named by name, key or email address where account ids are taken.</summary>
    UserName,

    /// <summary>A body where the operation takes none.</summary>
    UnreadBody,

    /// <summary>An operation that the vendor has and this server has not.</summary>
    NotSimulated,

    /// <summary>A path or method that no operation has.</summary>
    UnknownOperation,

    /// <summary>The same request again before the time that Retry-After had said.</summary>
    RepeatedTooSoon,

    /// <summary>A refused request without credentials, from a client that had sent some before.</summary>
    MissingCredentials,

    /// <summary>There were more pages, and no request ever asked for one.</summary>
    NextPageNeverRead,

    /// <summary>A query parameter that the vendor documents and this server does not look at.</summary>
    UnreadParameter,

    /// <summary>A member of the body that the vendor documents and this server does not look at.</summary>
    UnreadMember,

    /// <summary>A header that nothing reads.</summary>
    UnreadHeader,

    /// <summary>No Accept, though the answer has a body.</summary>
    MissingAccept,
}

/// <summary>Something about a request that the vendor does not document or that had no effect. It never changes an answer.</summary>
/// <param name="Request">The request and its answer.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Message">For people: what was sent, and what to send instead.</param>
public sealed record Finding(JournalEntry Request, FindingKind Kind, string Message)
{
    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity => SeverityOf(Kind);

    /// <summary>For example <c>warning, request 3 GET /rest/api/3/myself?expnd=groups: …</c>.</summary>
    public override string ToString() => $"{NameOf(Severity)}, request {Request.Number} {Request.Request}: {Message}";

    internal static FindingSeverity SeverityOf(FindingKind kind) => kind switch
    {
        FindingKind.UnreadParameter or FindingKind.UnreadMember or FindingKind.UnreadHeader or FindingKind.MissingAccept => FindingSeverity.Note,
        FindingKind.UndocumentedParameter or FindingKind.UndocumentedMember or FindingKind.ContentType or FindingKind.DeprecatedOperation or FindingKind.UserName or FindingKind.UnreadBody or FindingKind.NotSimulated
            or FindingKind.UnknownOperation or FindingKind.RepeatedTooSoon or FindingKind.MissingCredentials or FindingKind.NextPageNeverRead => FindingSeverity.Warning,
    };

    internal static string NameOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Note => "note",
        FindingSeverity.Warning => "warning",
    };
}
