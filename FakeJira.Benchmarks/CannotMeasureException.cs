namespace FakeJira.Benchmarks;

/// <summary>What keeps something from being measured, in one line for whoever wanted to know.</summary>
internal sealed class CannotMeasureException(string message) : Exception(message);
