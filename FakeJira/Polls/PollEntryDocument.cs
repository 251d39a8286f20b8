using System.Text;
using FakeJira.Polls.Bodies;
using FakeJira.Polls.World;
using FakeJira.Stubs;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Polls;

/// <summary>One poll of a state document: <c>{"workspace", "content", "container", "poll": {…}, "results": {"participants", "votes": {"1": 8}}}</c>.</summary>
internal static class PollEntryDocument
{
    private const long IdSeed = 0x901150;

    /// <summary>The installation with the poll, and the poll, null where it has a mistake; every mistake is noted at its place.</summary>
    public static (Installation Installation, Poll? Poll) Read(JsonNodeAt node, Installation installation)
    {
        if (!node.IsObject)
        {
            node.Expected<object>("a poll: {\"workspace\", \"content\", \"poll\"}");
            return (installation, null);
        }

        var isJira = installation.Product == PollProduct.Jira;
        var container = node.Text("container") ?? "";
        var place = new PollPlace(Needed(node, "workspace"), Needed(node, "content"), isJira ? "" : container);
        if (isJira && container.Length > 0)
        {
            node.PlaceOf("container").Error("A Jira endpoint has no containers; remove it, or set the endpoint's product to \"confluence\".");
        }
        else if (!isJira && container.Length == 0)
        {
            node.Error("A poll of a Confluence endpoint needs a container, the id of its macro.");
        }

        var results = node["results"] is { } voted ? PollResultsDocument.Read(voted) : PollResults.None;
        var poll = ReadPoll(node, installation, results);
        node.ReportUnknown();
        if (poll is not null && installation.At(place).Find(poll.Id) is not null)
        {
            node.Error($"There is a poll '{poll.Id}' at {place} before; every poll of a place needs an id of its own.");
            poll = null;
        }

        return (poll is null ? installation : installation.Add(place, poll), poll);
    }

    public static JObject Write(PollPlace place, Poll poll)
    {
        var entry = new JObject { ["workspace"] = place.Workspace, ["content"] = place.Content };
        if (place.Container.Length > 0)
        {
            entry["container"] = place.Container;
        }

        entry["poll"] = JsonText.OfOwn(poll.Json);
        if (poll.Results.Participants > 0 || !poll.Results.Votes.IsEmpty)
        {
            entry["results"] = PollResultsDocument.Write(poll.Results);
        }

        return entry;
    }

    private static Poll? ReadPoll(JsonNodeAt node, Installation installation, PollResults results)
    {
        if (node["poll"] is not { IsObject: true } poll)
        {
            node.Error("A poll needs a member \"poll\": the object as clients get it, at least {\"title\", \"options\"}.");
            return null;
        }

        var id = poll.Has("id") ? poll.Text("id") : IdOf(installation.NextNumber);
        if (string.IsNullOrWhiteSpace(id))
        {
            poll.Error("The id of a poll is a text that is not blank; leave it out to have one made.");
            return null;
        }

        if (PollBody.Parse(Encoding.UTF8.GetBytes(poll.Token.ToString(Formatting.None))) is { } body)
        {
            return new Poll(installation.NextNumber, id, body, results);
        }

        poll.Error($"This cannot be sent as JSON; is it nested deeper than {PollBody.DepthLimit}?");
        return null;
    }

    private static string Needed(JsonNodeAt node, string name)
    {
        var text = node.Text(name);
        if (string.IsNullOrWhiteSpace(text) && (text is not null || node[name] is null))
        {
            // What is no text at all has been told already.
            node.Error($"A poll needs a {name} that is not blank.");
        }

        return text ?? "";
    }

    /// <summary>The id of a poll that has none in the document: a function of its place there.</summary>
    private static string IdOf(long number) => SeededSource.UuidOf(SeededSource.At(IdSeed, number * 2), SeededSource.At(IdSeed, (number * 2) + 1)).ToString();
}
