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
/// <param name="Strays">How many of its answers have another status than the first.</param>
internal sealed record Row(Contender Server, string Request, int Connections, IReadOnlyList<Figure>? Figures, int Strays)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"| {Server.Name} | {Server.MappingsText} | {Request}{(Strays > 0 ? $", {Strays} answers of another status than the first" : "")} | {Connections} | {string.Join(" | ", Figures?.Select(figure => figure.ToString()) ?? Enumerable.Repeat("no answer", Round.Metrics.Count))} |");
}
