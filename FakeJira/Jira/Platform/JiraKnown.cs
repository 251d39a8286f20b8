using FakeJira.Stubs;

namespace FakeJira.Jira.Platform;

/// <summary>What operations of Jira take of a request.</summary>
internal static class JiraKnown
{
    private static readonly string[] Headers = ["X-Atlassian-Token", "X-Force-Accept-Language", "X-ExperimentalApi"];

    /// <summary>The operation with what it takes; names stand in one text with spaces between.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="query">See <see cref="Known.Query"/>.</param>
    /// <param name="unread">See <see cref="Known.UnreadQuery"/>.</param>
    /// <param name="body">See <see cref="Known.Body"/>.</param>
    /// <param name="userNames">See <see cref="Known.UserNames"/>.</param>
    /// <param name="accountIds">See <see cref="Known.AccountIds"/>.</param>
    /// <param name="nextPage">See <see cref="Known.NextPage"/>.</param>
    /// <param name="deprecated">See <see cref="Known.Deprecated"/>.</param>
    public static Operation Knows(this Operation operation, string query = "", string unread = "", BodyShape? body = null, string userNames = "", string accountIds = "", NextPage? nextPage = null, string? deprecated = null) => operation with
    {
        Known = new()
        {
            Query = Names(query),
            UnreadQuery = Names(unread),
            UserNames = Names(userNames),
            AccountIds = Names(accountIds),
            Headers = Headers,
            Body = body,
            CredentialHeader = "Authorization",
            NextPage = nextPage,
            Deprecated = deprecated,
        },
    };

    private static string[] Names(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
