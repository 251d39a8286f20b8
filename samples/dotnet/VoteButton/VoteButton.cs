using System.Net;

namespace Voting;

/// <summary>What a click has led to.</summary>
public enum Click
{
    Voted,
    VotingIsOff,
    SignInAgain,
    TryLater,
}

/// <summary>The code under test: a button that votes for an issue.</summary>
public sealed class VoteButton(HttpClient jira)
{
    public async Task<Click> ClickAsync(string issue)
    {
        using var answer = await jira.PostAsync($"rest/api/3/issue/{issue}/votes", null);
        return answer.StatusCode switch
        {
            HttpStatusCode.NoContent => Click.Voted,
            HttpStatusCode.NotFound => Click.VotingIsOff,
            HttpStatusCode.Unauthorized => Click.SignInAgain,
            _ => Click.TryLater,
        };
    }
}
