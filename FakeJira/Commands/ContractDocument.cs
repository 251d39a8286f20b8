using System.Text;
using FakeJira.Stubs;

namespace FakeJira.Commands;

/// <summary>Writes what is simulated, by which rule, and how that is known, as Markdown.</summary>
internal static class ContractDocument
{
    private const string Head = """
        # What FakeJira answers, by which rule, and how that is known

        Generated from the rules in the code by `dotnet run --project FakeJira -- contract --output docs/contract.md`; do not edit.

        Every answer carries `X-FakeJira-Rule`: the deciding rule first, contributing ones after it. How a rule is known:

        | mark | meaning |
        |---|---|
        | D | documented: the vendor's page for the operation says so |
        | D2 | documented: another page of the vendor says so |
        | O | observed: seen on the live service by somebody |
        | I | inferred: follows from something documented or observed |
        | A | assumed: nothing is known; this is our choice |

        A mark counts for the status; where text or values are known differently, the last column says so.

        """;

    public static string Write(IReadOnlyList<Contract> contracts)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var contract in contracts)
        {
            Contract(text, contract);
        }

        return text.ToString();
    }

    private static void Contract(StringBuilder text, Contract contract)
    {
        var shared = contract.Rules.Where(rule => IsCommon(contract, rule) || contract.UnservedRules.Contains(rule)).ToList();
        Line(text, $"\n## {contract.Title}\n");
        if (shared.Count > 0)
        {
            Line(text, "Every operation, unless it says otherwise, and every request that reaches none:\n");
            Rules(text, shared);
        }

        foreach (var operation in contract.Operations)
        {
            Line(text, $"\n### {operation.Name}\n\n`{operation.Method} {operation.Path}`\n\n{operation.Summary}{(operation.Access.Length > 0 ? $" Needs {operation.Access}." : "")}\n");
            Rules(text, operation.Rules.Where(rule => !shared.Contains(rule)).Distinct());
            var absent = shared.Where(rule => IsCommon(contract, rule)).Except(operation.Rules).Select(rule => rule.Id).ToList();
            if (absent.Count > 0)
            {
                Line(text, $"\nNever here: {string.Join(", ", absent)}.");
            }
        }

        if (contract is { NotSimulated: { } rule, NotSimulatedOperations: { Count: > 0 } missing })
        {
            Line(text, $"\n### Not simulated\n\nThe vendor has these, this server has not: {rule.Id}, a finding, and a line in the journal.\n");
            Line(text, string.Join('\n', missing.Select(operation => $"- `{operation}`")));
        }

        if (contract.Errors.Count > 0)
        {
            Line(text, $"\n### Errors of {contract.Name} by name\n\nWhat a fault or a mapping can ask for in `error`, whether or not anything leads to it otherwise.\n");
            Line(text, "| error | rule | what happens | how we know | source |\n|---|---|---|---|---|");
            foreach (var each in contract.Errors)
            {
                Line(text, $"| `{each.Name}` | {each.Rule.Id} | {each.Rule.Summary} | {each.Rule.Mark} | {each.Rule.Source} |");
            }
        }

        if (contract.Switches.Count > 0)
        {
            Line(text, $"\n### Switches of {contract.Name}\n\n| switch | values | documented | observed | what it chooses |\n|---|---|---|---|---|");
            foreach (var each in contract.Switches)
            {
                Line(text, $"| `{each.Name}` | {each.Expectation} | {each.Documented} | {each.Observed} | {each.Summary} |");
            }
        }
    }

    /// <summary>A rule of most operations is listed once.</summary>
    private static bool IsCommon(Contract contract, Rule rule) => contract.Operations.Count(operation => operation.Rules.Contains(rule)) * 2 > contract.Operations.Count;

    private static void Rules(StringBuilder text, IEnumerable<Rule> rules)
    {
        Line(text, "| rule | what happens | how we know | source |\n|---|---|---|---|");
        foreach (var rule in rules)
        {
            Line(text, $"| {rule.Id} | {rule.Summary} | {rule.Mark} | {rule.Source} |");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line.ReplaceLineEndings("\n")).Append('\n');
}
