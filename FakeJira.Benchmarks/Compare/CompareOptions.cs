using System.Globalization;

namespace FakeJira.Benchmarks.Compare;

/// <summary>What <c>compare</c> is asked to do.</summary>
internal sealed record CompareOptions
{
    public int Rounds { get; private init; } = 5;

    public int Requests { get; private init; } = 10_000;

    public IReadOnlyList<int> Connections { get; private init; } = [1, 8, 64];

    public IReadOnlyList<int> Mappings { get; private init; } = [1, 1_000, 10_000];

    /// <summary>Servers beside FakeJira.</summary>
    public IReadOnlyList<Contender> Others { get; private init; } = [];

    /// <summary>Where the table goes beside the terminal, or null.</summary>
    public string? Table { get; private init; }

    /// <summary>Where the chart goes, or null.</summary>
    public string? Chart { get; private init; }

    /// <summary>Null when they make no sense.</summary>
    public static CompareOptions? Of(string[] args)
    {
        var options = new CompareOptions();
        while (args.Length > 0)
        {
            (var read, args) = args switch
            {
                ["--rounds", var number, .. var rest] when Number(number) is { } rounds => (options with { Rounds = rounds }, rest),
                ["--requests", var number, .. var rest] when Number(number) is { } requests => (options with { Requests = requests }, rest),
                ["--connections", var list, .. var rest] when Numbers(list) is { } connections => (options with { Connections = connections }, rest),
                ["--mappings", var list, .. var rest] when Numbers(list) is { } mappings => (options with { Mappings = mappings }, rest),
                ["--table", var file, .. var rest] => (options with { Table = file }, rest),
                ["--chart", var file, .. var rest] => (options with { Chart = file }, rest),
                ["--server", var name, var command, var address, .. var rest] when Uri.TryCreate(address, UriKind.Absolute, out var uri) =>
                    (options with { Others = [.. options.Others, new(name, command.Split(' ', StringSplitOptions.RemoveEmptyEntries), uri)] }, rest),
                _ => ((CompareOptions?)null, args),
            };
            if (read is null)
            {
                return null;
            }

            options = read;
        }

        return args.Length == 0 ? options : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private static List<int>? Numbers(string list) => list.Split(',').Select(Number).ToList() is var numbers && numbers.TrueForAll(number => number is not null) ? [.. numbers.Select(number => number!.Value)] : null;
}
