using System.Text;
using FakeJira.Seeding;
using FakeJira.Stubs;
using FakeJira.Stubs.Faulting;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>
/// The states that the author of a pact can name: a document in the folder of provider states, a seed, a misbehaviour that comes with the server, or a
/// switch as NAME=VALUE. Documents and seeds replace the state of a site, the others add to it.
/// </summary>
internal static class ProviderStates
{
    private static readonly string[] Seeds = [Seed.Vendor, Seed.Empty];

    /// <summary>The names of documents, seeds and misbehaviours; that the folder of documents cannot be read is told.</summary>
    public static IReadOnlyList<string> Names(Site site, ProblemList problems) => Names(site, Documents(site, problems) ?? []);

    /// <summary>Puts a site into a state.</summary>
    /// <exception cref="FakeJiraException">There is no such state, or its document has mistakes, all of which are named.</exception>
    public static void SetUp(Site site, string name, IReadOnlyDictionary<string, object>? parameters)
    {
        var problems = new ProblemList();
        if (JsonText.Parse("state", JsonConvert.SerializeObject(name), problems) is { } node)
        {
            SetUp(site, node, parameters is null ? [] : JObject.FromObject(parameters), problems);
        }

        Mistake.If(problems.HasErrors, string.Join(Environment.NewLine, problems.All.Select(problem => problem.File == "state" ? problem.Message : problem.ToString())));
    }

    /// <summary>Puts a site into a state; every mistake is noted at its place, and nothing is done then.</summary>
    /// <param name="site">The site.</param>
    /// <param name="name">The name of the state, and the place where it was said.</param>
    /// <param name="parameters">What <c>${name}</c> in a document stands for.</param>
    /// <param name="problems">Told what is wrong.</param>
    public static void SetUp(Site site, JsonNodeAt name, JObject parameters, ProblemList problems)
    {
        if (name.AsText() is not { } text)
        {
            return;
        }

        if (text.Length == 0)
        {
            site.Reset();
        }
        else if (Documents(site, problems) is { } documents)
        {
            SetUp(site, name, text, documents, parameters, problems);
        }
    }

    private static void SetUp(Site site, JsonNodeAt name, string text, string[] documents, JObject parameters, ProblemList problems)
    {
        if (Find(documents, text) is { } file)
        {
            SetUpDocument(site, file, parameters, problems);
        }
        else if (Find(Seeds, text) is { } seed)
        {
            site.Restore(Seed.Named(seed, site.Sites));
        }
        else if (Find(Misbehaviours(site), text) is { } misbehaviour)
        {
            FaultList.Add(site, name.Below(new JObject { ["use"] = misbehaviour }));
        }
        else if (text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
        {
            if (new SiteSettings(site).TrySet(text[..equals].Trim(), text[(equals + 1)..].Trim()) is { } mistake)
            {
                name.Error(mistake);
            }
        }
        else
        {
            var names = Names(site, documents);
            name.Error($"There is no state '{text}'; " + (Suggestion.For(text, names) is { } near ? $"did you mean '{near}'? There are: " : "there are: ") + $"{string.Join(", ", names)}, and switches as NAME=VALUE.");
        }
    }

    private static void SetUpDocument(Site site, string file, JObject parameters, ProblemList problems)
    {
        string text;
        try
        {
            text = RegularFile.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(Severity.Error, file, 0, 0, "", $"Cannot read it: {exception.Message}"));
            return;
        }

        if (JsonText.Parse(file, text, problems, repeats: false) is { } root)
        {
            StateParameters.PutInto(root, parameters);
            if (StateDocument.Read(root, site.Sites, problems) is { } state)
            {
                site.Restore(state);
            }
        }
    }

    private static IReadOnlyList<string> Names(Site site, string[] documents) => [.. documents.Select(Path.GetFileNameWithoutExtension).OfType<string>(), .. Seeds, .. Misbehaviours(site)];

    /// <summary>The files of the folder; null, and told, when it cannot be read: a name could mean one of them, so it means nothing else then.</summary>
    private static string[]? Documents(Site site, ProblemList problems)
    {
        if (site.Sites.ProviderStates is not { } folder)
        {
            return [];
        }

        try
        {
            return [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(Severity.Error, folder, 0, 0, "", $"The folder of provider states cannot be read: {exception.Message}"));
            return null;
        }
    }

    private static IEnumerable<string> Misbehaviours(Site site) => site.Faults.ReadyMade.Select(fault => fault.Name.Split(' ')[0]).SelectMany(name => new[] { name, name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..] }).Distinct();

    /// <summary>File names cannot have every character that names of states have: only letters and digits are compared, in any case.</summary>
    private static string? Find(IEnumerable<string> among, string name) => among.FirstOrDefault(each => Plain(each.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? Path.GetFileNameWithoutExtension(each) : each) == Plain(name));

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToUpperInvariant(letter));
            }
            else if (plain.Length > 0 && plain[^1] != '-')
            {
                plain.Append('-');
            }
        }

        return plain.ToString().Trim('-');
    }
}
