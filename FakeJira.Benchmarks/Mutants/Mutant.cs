namespace FakeJira.Benchmarks.Mutants;

/// <summary>A change that was made to the code, by what a reader can find again when the lines above it have moved.</summary>
/// <param name="File">From the top of the repository.</param>
/// <param name="Line">The line where it begins, without the blanks around it; for a block the one above.</param>
/// <param name="Text">What stood there.</param>
/// <param name="Replacement">What was put in its place.</param>
internal sealed record Mutant(string File, string Line, string Text, string Replacement)
{
    public override string ToString() => $"{File}: {Line}\n    {Text}\n    -> {Replacement}";
}
