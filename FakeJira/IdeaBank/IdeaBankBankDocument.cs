using FakeJira.IdeaBank.World;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.IdeaBank;

/// <summary>A bank and its panelists in a state document.</summary>
internal static class IdeaBankBankDocument
{
    private const string Part = "letters, digits, hyphens, underscores or dots";

    /// <summary>Adds the bank of a node; a name in <paramref name="taken"/> is a proposal of the bank beside it.</summary>
    public static IdeaBankWorld Read(JsonNodeAt node, IdeaBankWorld world, IDictionary<string, string> taken)
    {
        var id = IdeaBankDocument.Required(node, "id", Arrangement.IsPart, Part) ?? "";
        if (id.Length > 0 && world.Banks.ContainsKey(id))
        {
            node.PlaceOf("id").Error($"The bank {id} is there twice.");
        }

        return ReadOne(node, world, id, taken);
    }

    /// <summary>Adds the bank of a node under an id that no bank has.</summary>
    public static IdeaBankWorld ReadOne(JsonNodeAt node, IdeaBankWorld world, string id, IDictionary<string, string> taken)
    {
        var tenant = node["tenant"] is null ? "tenant" : IdeaBankDocument.Required(node, "tenant", Arrangement.IsPart, Part) ?? "";
        var bank = new Bank(id, tenant, node.Text("title") ?? "Product Ideas", OneOf(node, "accessLevel", AccessLevel.OpenVoting))
        {
            Description = node.Text("description") ?? "",
            IsOpen = node.Flag("open") ?? true,
        };
        var voters = new Dictionary<string, Voter>(StringComparer.Ordinal);
        foreach (var each in node.Items("panelists"))
        {
            var panelistId = IdeaBankDocument.Required(each, "id", text => text.Length > 0, "an id");
            (world, var voter) = ReadPanelist(each, world, bank, panelistId);
            if (voter is not null && !voters.TryAdd(voter.Id, voter))
            {
                each.PlaceOf("id").Error($"The panelist {voter.Id} is there twice.");
            }
        }

        var proposals = IdeaBankProposalsDocument.Read(node, bank, voters, taken);
        node.ReportUnknown();
        return world.With(bank.Filled(voters.Values, proposals));
    }

    public static JObject Write(Bank bank, ILookup<(string BankId, string PanelistId), Session> sessions) => new()
    {
        ["id"] = bank.Id,
        ["tenant"] = bank.Tenant,
        ["title"] = bank.Title,
        ["description"] = bank.Description,
        ["accessLevel"] = NameOf(bank.Level),
        ["open"] = bank.IsOpen,
        ["panelists"] = new JArray(bank.Voters.Values.OrderBy(voter => voter.Id, StringComparer.Ordinal).Select(voter => new JObject
        {
            ["id"] = voter.Id,
            ["blocked"] = voter.IsBlocked,
            ["sessions"] = new JArray(sessions[(bank.Id, voter.Id)].OrderBy(session => session.Token == voter.PublicKey).ThenBy(session => session.Token, StringComparer.Ordinal).Select(session => new JObject
            {
                ["session"] = session.Token[(session.Token.LastIndexOf(':') + 1)..],
                ["expiresAt"] = session.ExpiresAt?.ToString("O"),
            })),
        })),
        ["proposals"] = IdeaBankProposalsDocument.Write(bank),
    };

    /// <summary>A value of an enum by its name, which begins with a small letter.</summary>
    internal static T OneOf<T>(JsonNodeAt node, string name, T otherwise)
        where T : struct, Enum
    {
        if (node.Text(name) is not { } text)
        {
            return otherwise;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(NameOf(value), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        node[name]!.Expected<string>("one of " + string.Join(", ", Enum.GetValues<T>().Select(NameOf)));
        return otherwise;
    }

    internal static string NameOf<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The panelist of a node with its sessions, which the world then has; null without an id.</summary>
    internal static (IdeaBankWorld World, Voter? Voter) ReadPanelist(JsonNodeAt node, IdeaBankWorld world, Bank bank, string? id)
    {
        var voter = new Voter(id ?? "") { IsBlocked = node.Flag("blocked") ?? false };
        foreach (var each in node.Items("sessions"))
        {
            var part = IdeaBankDocument.Required(each, "session", Arrangement.IsPart, "the last part of a token: " + Part);
            var session = new Session(Session.TokenOf(bank.Tenant, bank.Id, part ?? ""), bank.Id, voter.Id, each.Moment("expiresAt"));
            if (part is not null && world.Sessions.ContainsKey(session.Token))
            {
                each.PlaceOf("session").Error("The same token is there twice.");
            }

            world = world.With(session);
            voter = voter with { PublicKey = session.Token };
            each.ReportUnknown();
        }

        node.ReportUnknown();
        return (world, id is null ? null : voter);
    }
}
