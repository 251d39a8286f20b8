using System.Collections.Immutable;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.IdeaBank;

/// <summary>The section <c>ideabank</c> of a state document.</summary>
internal static class IdeaBankDocument
{
    /// <summary>Makes a world of the section; every mistake is noted at its place.</summary>
    public static IdeaBankWorld Read(JsonNodeAt node, IdeaBankWorld empty)
    {
        if (!node.IsObject)
        {
            node.Expected<object>("an object");
            return empty;
        }

        var world = empty with { Settings = ReadSettings(node["settings"], empty.Settings) };
        var proposals = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var bank in node.Items("banks"))
        {
            world = IdeaBankBankDocument.Read(bank, world, proposals);
        }

        foreach (var key in node.Items("apiKeys"))
        {
            world = ReadApiKey(key, world);
        }

        node.ReportUnknown();
        return world with { BankOfProposal = proposals.ToImmutableDictionary() };
    }

    /// <summary>The section of a world.</summary>
    public static JObject Write(IdeaBankWorld world)
    {
        var sessions = world.Sessions.Values.ToLookup(session => (session.BankId, session.PanelistId));
        return new JObject
        {
            ["settings"] = new JObject(IdeaBankSwitches.Parts.Select(part => new JProperty(part.Name, Scalar.Token(part.Get(world.Settings))))),
            ["banks"] = new JArray(world.Banks.Values.OrderBy(bank => bank.Id, StringComparer.Ordinal).Select(bank => IdeaBankBankDocument.Write(bank, sessions))),
            ["apiKeys"] = new JArray(world.ApiKeys.OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => new JObject { ["key"] = key.Key, ["tenant"] = key.Value })),
        };
    }

    /// <summary>A text that must be there.</summary>
    internal static string? Required(JsonNodeAt node, string name, Func<string, bool> isValid, string expected)
    {
        if (node[name] is not { } member)
        {
            node.Error($"'{name}' is missing; expected {expected}.");
            return null;
        }

        return member.AsText() is { } text ? isValid(text) ? text : member.Expected<string>(expected) : null;
    }

    private static IdeaBankWorld ReadApiKey(JsonNodeAt node, IdeaBankWorld world)
    {
        var key = Required(node, "key", text => text.Length > 0, "a key such as \"vtt_…\"");
        var tenant = Required(node, "tenant", text => text.Length > 0, "the tenant of a bank");
        node.ReportUnknown();
        if (key is not null && world.ApiKeys.ContainsKey(key))
        {
            node.PlaceOf("key").Error("The same key is there twice.");
        }

        return key is not null && tenant is not null ? world.WithApiKey(key, tenant) : world;
    }

    private static IdeaBankSettings ReadSettings(JsonNodeAt? node, IdeaBankSettings settings)
    {
        if (node is null)
        {
            return settings;
        }

        foreach (var part in IdeaBankSwitches.Parts)
        {
            if (node[part.Name] is { } value && Scalar.Read(value, part.OfSite.Accept, part.OfSite.Expectation) is { } accepted)
            {
                settings = part.Set(settings, accepted);
            }
        }

        node.ReportUnknown();
        return settings;
    }
}
