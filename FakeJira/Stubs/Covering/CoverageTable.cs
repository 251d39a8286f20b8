using System.Globalization;
using System.Text;

namespace FakeJira.Stubs.Covering;

/// <summary>Coverage for people.</summary>
internal static class CoverageTable
{
    private const int SummaryWidth = 110;
    private const int LineWidth = 140;

    public static string Write(Coverage coverage)
    {
        var text = new StringBuilder($"Contract coverage: {Share(coverage.Rules)}.");
        foreach (var contract in coverage.Rules.GroupBy(rule => rule.Contract))
        {
            var operations = contract.GroupBy(rule => rule.Operation).ToList();
            Line(text, "");
            Line(text, $"{contract.Key}: {Share([.. contract])}");
            foreach (var operation in operations.Where(WasAsked))
            {
                Write(text, operation);
            }

            NeverAsked(text, [.. operations.Where(operation => !WasAsked(operation)).Select(operation => operation.Key)]);
        }

        return text.ToString();
    }

    /// <summary>For example <c>3 of 21 answers shown, 14.3 %</c>.</summary>
    public static string Share(IReadOnlyCollection<RuleCoverage> rules)
    {
        var shown = rules.Count(rule => rule.IsShown);
        return string.Create(CultureInfo.InvariantCulture, $"{shown} of {rules.Count} answers shown, {(rules.Count == 0 ? 100 : 100.0 * shown / rules.Count):0.0} %");
    }

    private static bool WasAsked(IEnumerable<RuleCoverage> rules) => rules.Any(rule => rule.IsShown);

    private static void Write(StringBuilder text, IGrouping<string, RuleCoverage> operation)
    {
        Line(text, $"  {operation.Key}: {Share([.. operation])}");
        var width = operation.Max(rule => rule.Rule.Id.Length);
        foreach (var rule in operation.OrderBy(rule => !rule.IsShown))
        {
            var count = rule.IsShown ? rule.Count.ToString(CultureInfo.InvariantCulture) : "never";
            Line(text, $"  {count,8}  {rule.Rule.Id.PadRight(width)}  {rule.Rule.Mark,-2}  {Shortened(rule.Rule.Summary)}");
        }
    }

    private static void NeverAsked(StringBuilder text, List<string> operations)
    {
        if (operations.Count == 0)
        {
            return;
        }

        var line = "  never asked:";
        foreach (var name in operations)
        {
            if (line.Length + name.Length > LineWidth)
            {
                Line(text, line);
                line = "   ";
            }

            line += " " + name;
        }

        Line(text, line);
    }

    private static string Shortened(string summary) => summary.Length <= SummaryWidth ? summary : summary[..(SummaryWidth - 1)] + "…";

    private static void Line(StringBuilder text, string line) => text.Append('\n').Append(line);
}
