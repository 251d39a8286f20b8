using System.Runtime.CompilerServices;
using FakeJira.Stubs.Covering;

namespace FakeJira.Tests;

/// <summary>In every test: an operation that gives a rule which it does not declare fails, so that docs/contract.md and coverage know all of them.</summary>
internal static class DeclaredRules
{
    [ModuleInitializer]
    internal static void Hold() => CoverageTally.Undeclared = (operation, rule) =>
        throw new InvalidOperationException($"{operation?.Name ?? "What is said where no operation is"} gives {rule}, which it does not declare.");
}
