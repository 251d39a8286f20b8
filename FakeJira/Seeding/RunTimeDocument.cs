using FakeJira.Stubs;
using FakeJira.Stubs.Admin;
using FakeJira.Stubs.Faulting;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Seeding;

/// <summary>What was changed of a site's mappings at run time, where its scenarios stand, and its faults, in a state document; a section that would be empty is not written.</summary>
internal static class RunTimeDocument
{
    /// <summary>Reads the sections into a site that nobody asks; every mistake is noted at its place.</summary>
    public static void Read(JsonNodeAt root, Site site)
    {
        if (root["mappings"] is { } mappings)
        {
            ReadMappings(mappings, site);
        }

        foreach (var node in root.Items("scenarios"))
        {
            var name = ScenarioText(node["name"]);
            if (name is null or "")
            {
                // What is no text, or too long, has been told by then.
                if (name is not null || node["name"] is null)
                {
                    node.Error("A scenario has a 'name'.");
                }

                continue;
            }

            var state = new ScenarioState(name, ScenarioText(node["state"]), (int)(node.Integer("counter", 0, int.MaxValue) ?? 0), node.Flag("started") ?? true, node.Flag("finished") ?? false);
            node.ReportUnknown();
            if (!site.Scenarios.Put(state))
            {
                node.Error("There are too many scenarios.");
            }
        }

        // One more than there is room for says so.
        foreach (var node in root.Items("faults").Take(site.Sites.Limits.Faults + 1))
        {
            FaultList.Add(site, node);
        }
    }

    private static string? ScenarioText(JsonNodeAt? node) => node?.AtMost(Scenarios.LongestText, node.AsText());

    /// <summary>Writes the sections.</summary>
    public static void Write(Site site, JObject into)
    {
        Put("mappings", WriteMappings(site));
        Put("scenarios", new JArray(site.Scenarios.All.Select(state => new JObject
        {
            ["name"] = state.Name,
            ["state"] = state.State,
            ["counter"] = state.Counter,
            ["started"] = state.IsStarted,
            ["finished"] = state.IsFinished,
        })));
        Put("faults", FaultList.ShowAll(site));

        void Put(string name, JContainer section)
        {
            if (section.HasValues)
            {
                into[name] = section;
            }
        }
    }

    private static JObject WriteMappings(Site site)
    {
        var overlay = site.Stubs.Overlay;
        var written = new JObject();
        Put("added", overlay.Added.OfType<MappingStub>().Where(stub => stub.Mapping.Fault is null).Select(stub => new JObject
        {
            ["guid"] = stub.Id.ToString(),
            ["file"] = stub.Mapping.File,
            ["index"] = stub.Mapping.Index,
            ["mapping"] = stub.Mapping.Document.DeepClone(),
        }));
        Put("enabled", overlay.Enabled.Where(id => site.Sites.Library.Find(id) is not null).Order().Select(id => new JValue(id.ToString())));
        Put("disabled", overlay.Disabled.Order().Select(id => new JValue(id.ToString())));
        Put("removed", overlay.Removed.Where(id => !overlay.Own.Has(id)).Order().Select(id => new JValue(id.ToString())));
        var used = ListedMappings.Of(site).Where(listed => listed.Mapping.Fault is null && listed.TimesLeft is { } left && left != listed.Mapping.Times).ToList();
        if (used.Count > 0)
        {
            written["timesLeft"] = new JObject(used.Select(listed => new JProperty(listed.Mapping.Id.ToString(), listed.TimesLeft)));
        }

        return written;

        void Put(string name, IEnumerable<JToken> items)
        {
            if (items.ToList() is { Count: > 0 } there)
            {
                written[name] = new JArray(there);
            }
        }
    }

    private static void ReadMappings(JsonNodeAt node, Site site)
    {
        var context = site.Sites.Library.ContextOf(site.Sites.NextOrder);
        var added = new Dictionary<Guid, Stub>();
        foreach (var (at, each) in node.Items("added").Index())
        {
            if (ReadAdded(each, at, context) is { } stub && !added.TryAdd(stub.Id, stub))
            {
                each.Error($"A mapping before it has the Guid {stub.Id}, too; each needs one of its own.");
            }
        }

        var enabled = new HashSet<Guid>();
        foreach (var each in node.Items("enabled"))
        {
            if (IdOf(each) is { } id && site.Sites.Library.Find(id) is not null)
            {
                enabled.Add(id);
            }
            else
            {
                each.Error("There is no mapping of this Guid among those of the folder and the built-in ones.");
            }
        }

        var overlay = StubOverlay.Slot.Empty.With(added.Values);
        if (!context.Room.IsExceeded && !site.Stubs.HasRoomFor(overlay))
        {
            node.Error(site.Stubs.Full);
        }

        site.Replace(StubOverlay.Slot, _ => overlay with
        {
            Removed = overlay.Removed.Union(node.Items("removed").Select(IdOf).OfType<Guid>()),
            Enabled = [.. enabled.Except(added.Keys)],
            Disabled = [.. node.Items("disabled").Select(IdOf).OfType<Guid>()],
        });
        foreach (var (name, left) in node["timesLeft"]?.Members() ?? [])
        {
            if (context.Room.IsExceeded)
            {
                // What was not read has none.
                break;
            }

            if (left.AsInteger(0, int.MaxValue) is { } count && Guid.TryParse(name, out var id) && ListedMappings.Find(site, id) is { Mapping: var mapping })
            {
                Turns.SetLeft(mapping, site, (int)count);
            }
            else
            {
                left.Error($"Expected the Guid of a mapping and how many answers it has left, found '{name}'.");
            }
        }

        node.ReportUnknown();
    }

    private static MappingStub? ReadAdded(JsonNodeAt node, int at, MappingContext context)
    {
        var (id, file) = (node["guid"] is { } guid ? IdOf(guid) : null, node.Text("file"));
        var index = (int)(node.Integer("index", 0, int.MaxValue) ?? (file is null ? at : 0));
        var mapping = node["mapping"] is { } document ? MappingReader.Read(file ?? "state", index, document, context, id) : null;
        if (node["mapping"] is null)
        {
            node.Error("Expected a 'mapping': what a mapping file holds.");
        }

        node.ReportUnknown();
        if (mapping?.Document.Parent is JProperty member)
        {
            // It stays, the rest of the document does not.
            member.Value = JValue.CreateNull();
        }

        return mapping?.Registered(context.NextOrder()).Stub;
    }

    private static Guid? IdOf(JsonNodeAt node)
    {
        if (Guid.TryParse(node.AsText(), out var id))
        {
            return id;
        }

        node.Expected<string>("a GUID such as \"0b1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11\"");
        return null;
    }
}
