namespace FakeJira.Stubs.Checking;

/// <summary>A finding without the entry of the journal that it is about.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Message">For people.</param>
internal readonly record struct Remark(FindingKind Kind, string Message);
