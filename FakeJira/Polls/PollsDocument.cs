using FakeJira.Polls.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Polls;

/// <summary>The section <c>polls</c> of a state document.</summary>
internal static class PollsDocument
{
    private const string AnyScope = "any";
    private static readonly string[] Products = ["jira", "confluence"];

    /// <summary>Makes a world of the section; every mistake is noted at its place.</summary>
    public static PollsWorld Read(JsonNodeAt node, PollsWorld empty)
    {
        if (!node.IsObject)
        {
            node.Expected<object>("an object with settings and endpoints");
            return empty;
        }

        var world = empty with { Settings = ReadSettings(node["settings"], empty.Settings) };
        foreach (var item in node.Items("endpoints"))
        {
            if (ReadEndpoint(item, item.IsObject ? item.Text("id") : null) is not { } installation)
            {
                continue;
            }

            if (world.Find(installation.EndpointId) is not null)
            {
                item.PlaceOf("id").Error($"There is an endpoint '{installation.EndpointId}' before; every endpoint needs an id of its own.");
            }

            world = world.With(installation);
        }

        node.ReportUnknown();
        return world;
    }

    /// <summary>The section of a world.</summary>
    public static JObject Write(PollsWorld world) => new()
    {
        ["settings"] = new JObject(PollsSwitches.Parts.Select(part => new JProperty(part.Name, Scalar.Token(part.Get(world.Settings))))),
        ["endpoints"] = new JArray(world.Installations.Values.Select(installation => new JObject
        {
            ["id"] = installation.EndpointId,
            ["product"] = Products[(int)installation.Product],
            ["tokens"] = new JArray(installation.Tokens.Values.Select(token => new JObject
            {
                ["value"] = token.Value,
                ["scope"] = token.Workspaces is { } workspaces ? new JArray(workspaces) : AnyScope,
            })),
            ["polls"] = new JArray(installation.Polls.Select(entry => PollEntryDocument.Write(entry.Place, entry.Poll))),
        })),
    };

    private static PollsSettings ReadSettings(JsonNodeAt? node, PollsSettings settings)
    {
        if (node is null)
        {
            return settings;
        }

        foreach (var part in PollsSwitches.Parts)
        {
            if (node[part.Name] is { } value && part.OfSite() is var known && Scalar.Read(value, known.Accept, known.Expectation) is { } accepted)
            {
                settings = part.Set(settings, accepted);
            }
        }

        node.ReportUnknown();
        return settings;
    }

    /// <summary>The endpoint of a node.</summary>
    internal static Installation? ReadEndpoint(JsonNodeAt node, string? id)
    {
        if (!node.IsObject)
        {
            return node.Expected<Installation>("an endpoint: {\"id\", \"product\", \"tokens\", \"polls\"}");
        }

        if (string.IsNullOrEmpty(id) || id.Contains('/', StringComparison.Ordinal))
        {
            node.Error("An endpoint needs an id: one path segment such as \"xs2i4ODeo611kO2x4adU6sCYcqM\".");
        }

        var installation = new Installation(id ?? "", ReadProduct(node));
        foreach (var item in node.Items("tokens"))
        {
            installation = ReadToken(item) is { } token ? installation.With(token) : installation;
        }

        foreach (var item in node.Items("polls"))
        {
            installation = PollEntryDocument.Read(item, installation).Installation;
        }

        node.ReportUnknown();
        return string.IsNullOrEmpty(id) ? null : installation;
    }

    private static PollProduct ReadProduct(JsonNodeAt node)
    {
        if (node.Text("product") is not { } product)
        {
            return PollProduct.Jira;
        }

        var at = Array.FindIndex(Products, known => string.Equals(known, product, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            node.PlaceOf("product").Expected<string>("\"jira\" or \"confluence\"");
        }

        return (PollProduct)Math.Max(at, 0);
    }

    private static AccessToken? ReadToken(JsonNodeAt node)
    {
        var value = node.IsObject ? node.Text("value") : node.Expected<string>("a token: {\"value\", \"scope\"}");
        if (node.IsObject && string.IsNullOrWhiteSpace(value))
        {
            node.Error("A token needs a value that is not blank.");
        }

        var workspaces = ReadScope(node);
        node.ReportUnknown();
        return string.IsNullOrWhiteSpace(value) ? null : new AccessToken(value, AccessToken.Scope(workspaces));
    }

    /// <summary>The workspaces that a token is good for; null for any.</summary>
    internal static List<string>? ReadScope(JsonNodeAt node)
    {
        var scope = node["scope"];
        if (scope is { IsArray: false } && !string.Equals(scope.Token.ToString(), AnyScope, StringComparison.OrdinalIgnoreCase))
        {
            scope.Expected<string>("\"any\" or an array of workspaces");
        }

        return scope is { IsArray: true } ? [.. scope.Children().Select(item => item.AsText()).OfType<string>()] : null;
    }
}
