using System.Globalization;

namespace FakeJira;

/// <summary>One thing a server can be told by its name: by switch, environment or file, or by the configuration of a host.</summary>
/// <param name="Name">The switch without its hyphens; the name in fakejira.json.</param>
/// <param name="Argument">What it takes, for the help; empty for a switch that is on or off.</param>
/// <param name="Description">What it does.</param>
/// <param name="Apply">Puts a value into the options.</param>
internal sealed record ServeSetting(string Name, string Argument, string Description, Func<FakeJiraOptions, string, FakeJiraOptions> Apply)
{
    /// <summary>Whether it may be given more than once.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether it means nothing to a server that lives in a host.</summary>
    public bool IsOfProgram { get; init; }

    /// <summary>The name of the environment variable.</summary>
    public string Variable => "FAKEJIRA_" + Name.Replace('-', '_').ToUpperInvariant();

    public bool IsFlag => Argument.Length == 0;

    public static IReadOnlyList<ServeSetting> All { get; } =
    [
        new("port", "N", "Port to listen on; 0 for any free one. Default 8377.", (options, value) => options with { Port = Integer("port", value) }),
        new("listen", "ADDRESS", "Address to listen on. Default 127.0.0.1; on any other the control API needs a key: --control-key.", (options, value) => options with { Listen = value }),
        new("https-port", "N", "A second port with HTTPS and a certificate made in memory; 0 for any free one.", (options, value) => options with { HttpsPort = Integer("https-port", value) }),
        new("certificate-file", "FILE", "Where to write that certificate as PEM, so that clients can trust it.", (options, value) => options with { CertificateFile = value }),
        new("mappings", "DIR", "Folder of mapping files, watched. Default ./mappings if it is there; the built-in ones are always below it.", (options, value) => options with { Mappings = value }),
        new("strict", "", "Warnings about mapping files end the start.", (options, value) => options with { Strict = Flag("strict", value) }),
        new("seed", "SEED", "What the site starts with: vendor (the examples of the vendors' pages), empty, or the path of a state document. Default vendor.", (options, value) => options with { Seed = value }),
        new("provider-states", "DIR", "Folder of state documents, NAME.json each, that verifiers of Pact call by their names: POST /__fakejira/provider-states.", (options, value) => options with { ProviderStates = value }),
        new("random-seed", "N", "Seed of ids and random values. Default 1.", (options, value) => options with { RandomSeed = Whole("random-seed", value) }),
        new("profile", "NAME", "documented or observed: which behaviour where the vendor's page and the live service disagree. Default documented.", (options, value) => options with { Profile = value }),
        new("set", "NAME=VALUE", "One switch of behaviour; can be given more than once. docs/contract.md lists them.", AddSwitch) { IsList = true },
        new("contracts", "LIST", "Which APIs to serve: jira,polls,ideabank, or none for a server of mapping files alone. Default all.", (options, value) => options with { Contracts = value == "none" ? [] : value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) }),
        new("public-url", "URL", "What links in answers start with. Default: scheme and host of each request.", (options, value) => options with { PublicUrl = value }),
        new("control-key", "KEY", "Key that the admin and control API want in the header X-FakeJira-Key. Where other users can read command lines, set FAKEJIRA_CONTROL_KEY in its place.", (options, value) => options with { ControlKey = value }),
        new("allow-host", "NAME", "A host name other than localhost under which the admin and control API answer; can be given more than once.", (options, value) => options with { AllowedHosts = [.. options.AllowedHosts, value] }) { IsList = true },
        new("journal", "N", "How many requests each site's journal keeps. Default 1000.", (options, value) => options with { JournalCapacity = Integer("journal", value) }),
        new("journal-file", "FILE", "File to which every request and its answer are appended as a line of JSON, without tokens and passwords.", (options, value) => options with { JournalFile = value }),
        new("ready-file", "FILE", "File that is there while the server answers, and says where: JSON with url, httpsUrl and pid.", (options, value) => options with { ReadyFile = value }),
        new("exit-with-parent", "", "End when the process that started this one has ended, in whatever way.", (options, value) => options with { ExitsWithParent = Flag("exit-with-parent", value) }) { IsOfProgram = true },
        new("coverage", "DIR", "Folder to which the coverage of the contracts is written as the server ends, for the command coverage.", (options, value) => options with { CoverageFolder = value }),
        .. LimitSetting.All.Select(limit => limit.Switch),
        new("log", "", "Print a line for each request.", (options, value) => options with { Log = Flag("log", value) ? Console.Out.WriteLine : null }),
    ];

    private static FakeJiraOptions AddSwitch(FakeJiraOptions options, string value)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? options with { Set = new Dictionary<string, string>(options.Set) { [value[..equals]] = value[(equals + 1)..] } }
            : throw new FakeJiraException($"--set '{value}' is no NAME=VALUE, such as removeMissingVote=204.");
    }

    internal static int Integer(string name, string value) => Whole(name, value) is >= int.MinValue and <= int.MaxValue and var number
        ? (int)number
        : throw new FakeJiraException($"--{name} {value} is out of range.");

    private static long Whole(string name, string value) => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FakeJiraException($"--{name} takes a whole number, not '{value}'.");

    private static bool Flag(string name, string value) => bool.TryParse(value, out var flag)
        ? flag
        : throw new FakeJiraException($"--{name} is on or off: true or false, not '{value}'.");
}
