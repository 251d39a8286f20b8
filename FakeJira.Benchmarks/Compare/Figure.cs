using System.Globalization;

namespace FakeJira.Benchmarks.Compare;

/// <summary>A figure of a server beside that of the yardstick, round by round.</summary>
/// <param name="Pairs">The yardstick and the server.</param>
internal sealed record Figure(IReadOnlyList<(double Bare, double Other)> Pairs)
{
    public Spread Ratio => new([.. Pairs.Select(pair => pair.Other / pair.Bare)]);

    /// <summary>For example <c>19.8: 1.31 (1.12 to 1.60)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Spread.MedianOf(Pairs.Select(pair => pair.Other)):0.0}: {Ratio.Text("0.00")}");
}

/// <summary>One row: a server, a request, so many connections.</summary>
/// <param name="Server">Which.</param>
/// <param name="Request">As it is called.</param>
/// <param name="Connections">How many ask at once.</param>
/// <param name="Figures">One for each metric of a round; null where the server has no good answer to the request.</param>
/// <param name="Strays">How many of its answers are not 2xx, or have another status than the first.</param>
internal sealed record Row(Contender Server, string Request, int Connections, IReadOnlyList<Figure>? Figures, int Strays)
{
    /// <summary>What stands in the place of figures.</summary>
    public const string NoAnswer = "no answer";

    /// <summary>Whether it has answered everything, in so many rounds.</summary>
    public bool IsWhole(int rounds) => Strays == 0 && Figures is not null && Figures.All(figure => figure.Pairs.Count == rounds);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {Server.Name} | {Server.MappingsText} | {Request}{(Strays > 0 ? $", {Strays} answers of another status" : "")} | {Connections} | {string.Join(" | ", Figures?.Select(figure => figure.ToString()) ?? Enumerable.Repeat(NoAnswer, Round.Metrics.Count))} |");
}
