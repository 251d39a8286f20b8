using System.Runtime.CompilerServices;
using FakeJira.Polls.Bodies;
using FakeJira.Polls.World;
using FakeJira.Stubs;

namespace FakeJira.Polls;

/// <summary>One endpoint of the app, of one installation on one product. Equal by site and id.</summary>
public sealed class PollEndpoint
{
    private readonly Site _site;

    internal PollEndpoint(Site site, Installation installation, string? token = null)
    {
        (_site, Id, Product) = (site, installation.EndpointId, installation.Product);
        Token = token ?? installation.Tokens.Keys.FirstOrDefault() ?? "";
    }

    /// <summary>The last part of its address.</summary>
    public string Id { get; }

    /// <summary>Whose polls it has.</summary>
    public PollProduct Product { get; }

    /// <summary>The token it was made with; for one that was looked up, the first of its tokens, or empty when it has none.</summary>
    public string Token { get; }

    /// <summary>Its address, relative to that of the site: <c>x1/{Id}</c>.</summary>
    public string Path => "x1/" + Uri.EscapeDataString(Id);

    /// <summary>Every poll of the endpoint with where it is, in the order they were made.</summary>
    public IReadOnlyList<(PollPlace Place, Poll Poll)> Polls => [.. Now.Polls];

    private Installation Now => Known(_site.Read(PollsContract.World), Id);

    /// <summary>A call's address, relative to that of the site, with token and type; the rest as given. What is null is left out.</summary>
    /// <param name="content">Issue key or page id.</param>
    /// <param name="workspace">Project key or space id; null for the project of <paramref name="content"/> on a Jira endpoint.</param>
    /// <param name="container">Macro id, on a Confluence endpoint.</param>
    /// <param name="pollId">The poll, where one is meant.</param>
    /// <param name="expand">For example <c>results</c>.</param>
    /// <param name="token">Another token than <see cref="Token"/>.</param>
    public string Query(string content, string? workspace = null, string? container = null, string? pollId = null, string? expand = null, string? token = null)
    {
        (string Name, string? Value)[] parameters = [("token", token ?? Token), ("type", "polls"), ("workspace", workspace ?? WorkspaceOf(content)), ("content", content), ("container", container), ("pollId", pollId), ("expand", expand)];
        return $"{Path}?{string.Join('&', parameters.Where(each => each.Value is not null).Select(each => $"{each.Name}={Uri.EscapeDataString(each.Value!)}"))}";
    }

    /// <summary>Adds a poll at the end of its place's list; title and options that are not said are made up, the same for the same seed.</summary>
    /// <param name="content">Issue key or page id.</param>
    /// <param name="workspace">Project key or space id; null for the project of <paramref name="content"/>, or space 1 on a Confluence endpoint.</param>
    /// <param name="container">Macro id, on a Confluence endpoint; null for macro-1.</param>
    /// <param name="id">Its id; null for a version 4 UUID.</param>
    /// <param name="title">The title.</param>
    /// <param name="description">The description.</param>
    /// <param name="options">The titles of the options; their ids are 1, 2, 3 …</param>
    /// <param name="settings">The settings.</param>
    /// <exception cref="FakeJiraException">The place has a poll of that id, a text that finds it is blank, or a container was given where there is none.</exception>
    public Poll AddPoll(string content = "PLAT-1", string? workspace = null, string? container = null, string? id = null, string? title = null, string description = "", IEnumerable<string>? options = null, PollSettings? settings = null)
    {
        Mistake.If(string.IsNullOrWhiteSpace(content), "A poll needs a content that is not blank: an issue key or a page id.");
        Mistake.If(Product == PollProduct.Jira && container is not null, "A Jira endpoint has no containers; leave the container out, or add a Confluence endpoint.");
        Mistake.If(id is not null && string.IsNullOrWhiteSpace(id), "A poll cannot have a blank id; leave it out to have one made.");
        ArgumentNullException.ThrowIfNull(description);
        var titles = options is null ? null : Mistake.NoNull(options);
        if (settings is not null)
        {
            ArgumentNullException.ThrowIfNull(settings.ResultsVisibility);
            ArgumentNullException.ThrowIfNull(settings.EndDate);
        }

        var place = PlaceOf(content, workspace, container);
        Mistake.If(string.IsNullOrWhiteSpace(place.Workspace), "A poll needs a workspace that is not blank: a project key or a space id.");
        Mistake.If(Product == PollProduct.Confluence && place.Container.Length == 0, "A poll of a Confluence endpoint needs a container that is not empty; leave it out for macro-1.");
        return _site.Change(PollsContract.World, world =>
        {
            var installation = Known(world, Id);
            Mistake.If(id is not null && installation.At(place).Find(id) is not null, $"There is a poll '{id}' at {place} already; choose another id.");
            var body = new PollDraft(title ?? MadeUp.Title(_site.Random.Next()), description, [.. titles ?? MadeUp.Options(_site.Random.Next())], settings ?? new()).ToBody();
            var poll = new Poll(installation.NextNumber, id ?? _site.Random.NextGuid().ToString(), body);
            return (world.With(installation.Add(place, poll)), poll);
        });
    }

    /// <summary>The polls of a content in the order they were made, as they are now. Workspace and container as for <see cref="AddPoll"/>.</summary>
    public IReadOnlyList<Poll> PollsOf(string content, string? workspace = null, string? container = null) => [.. Now.At(PlaceOf(content, workspace, container)).Polls];

    /// <summary>Says what was voted on a poll: a number for each option, in their order. Nobody votes through the API.</summary>
    /// <exception cref="FakeJiraException">There is no such poll, or the numbers are not as many as its options or below zero.</exception>
    public void SetResults(string pollId, int participants, params int[] votes) => _site.Replace(PollsContract.World, world =>
    {
        ArgumentNullException.ThrowIfNull(pollId);
        ArgumentNullException.ThrowIfNull(votes);
        var installation = Known(world, Id);
        var (_, poll) = installation.Find(pollId) ?? throw new FakeJiraException($"The endpoint '{Id}' has no poll '{pollId}'; add it with AddPoll first.");
        Mistake.If(votes.Length != poll.Options.Count, $"The poll '{pollId}' has {poll.Options.Count} options, not {votes.Length}; give the votes of each, in their order.");
        Mistake.If(participants < 0 || votes.Any(each => each < 0), "Participants and votes are counted from 0; a number below is none.");
        var byId = poll.Options.Zip(votes).GroupBy(each => each.First.Id).ToDictionary(group => group.Key, group => group.Last().Second);
        return world.With(installation.WithResults(pollId, PollResults.None with { Participants = participants, Votes = PollResults.None.Votes.AddRange(byId) })!);
    });

    /// <summary>Deletes a poll, wherever it is.</summary>
    /// <exception cref="FakeJiraException">There is no such poll.</exception>
    public void DeletePoll(string pollId) => _site.Replace(PollsContract.World, world =>
    {
        ArgumentNullException.ThrowIfNull(pollId);
        var installation = Known(world, Id);
        var (place, _) = installation.Find(pollId) ?? throw new FakeJiraException($"The endpoint '{Id}' has no poll '{pollId}'.");
        return world.With(installation.Remove(place, pollId));
    });

    /// <summary>Adds another token, good for these workspaces; for any when there are none. What is null is made up.</summary>
    /// <exception cref="FakeJiraException">The endpoint has it already.</exception>
    public string AddToken(string? token = null, params string[] workspaces)
    {
        CheckToken(token);
        var scope = Mistake.NoNull(workspaces);
        return _site.Change(PollsContract.World, world =>
        {
            var installation = Known(world, Id);
            Mistake.If(token is not null && installation.Tokens.ContainsKey(token), $"The endpoint '{Id}' has this token already; choose another.");
            var added = new AccessToken(token ?? _site.Random.NextGuid().ToString(), AccessToken.Scope(scope.Count == 0 ? null : scope));
            return (world.With(installation.With(added)), added.Value);
        });
    }

    /// <summary>Revokes a token, or the one it was made with: from now on it is not valid.</summary>
    /// <exception cref="FakeJiraException">The endpoint has no such token.</exception>
    public void RevokeToken(string? token = null) => _site.Replace(PollsContract.World, world =>
    {
        var installation = Known(world, Id);
        Mistake.If(!installation.Tokens.ContainsKey(token ?? Token), $"The endpoint '{Id}' has no such token; was it revoked already?");
        return world.With(installation with { Tokens = installation.Tokens.Remove(token ?? Token) });
    });

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PollEndpoint other && other.Id == Id && ReferenceEquals(other._site, _site);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"{Product} endpoint {Id}";

    internal static Installation Known(PollsWorld world, string id, [CallerArgumentExpression(nameof(id))] string? argument = null)
    {
        ArgumentNullException.ThrowIfNull(id, argument);
        return world.Find(id) ?? throw new FakeJiraException($"There is no endpoint '{id}' on this site; {(world.Installations.IsEmpty ? "there is none yet" : $"there are: {string.Join(", ", world.Installations.Keys.Take(10))}")}. Add it with AddEndpoint.");
    }

    internal static void CheckToken(string? token) => Mistake.If(token is not null && string.IsNullOrWhiteSpace(token), "A token cannot be blank; leave it out to have one made.");

    private PollPlace PlaceOf(string content, string? workspace, string? container) => new(workspace ?? WorkspaceOf(content), content, Product == PollProduct.Jira ? "" : container ?? "macro-1");

    private string WorkspaceOf(string content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Product == PollProduct.Confluence ? "1" : content.LastIndexOf('-') is > 0 and var hyphen ? content[..hyphen] : content;
    }
}
