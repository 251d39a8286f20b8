using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>A call in a template that can only fail.</summary>
/// <param name="Name">What is called.</param>
/// <param name="IsBlock">Whether it is called as <c>{{#Name …}}</c>.</param>
internal sealed record WrongCall(string Name, bool IsBlock)
{
    /// <summary>Those of Handlebars itself.</summary>
    private static readonly string[] Blocks = ["each", "if", "unless", "with"];

    /// <summary>What is wrong with the arguments; null where there is nothing of that name.</summary>
    public string? Why { get; init; }

    /// <summary>What is wrong, for people.</summary>
    /// <param name="functions">The names that can be called.</param>
    public string Told(IEnumerable<string> functions) =>
        Why is not null ? $"{Why} To call it like that is answered with 500."
        : !IsBlock && Blocks.Contains(Name, StringComparer.OrdinalIgnoreCase) ? $"'{Name}' is a block: write {{{{#{Name} …}}}}…{{{{/{Name}}}}}."
        : $"There is no helper '{Name}'; " + (Suggestion.For(Name, IsBlock ? [.. functions, .. Blocks] : functions) is { } near ? $"did you mean '{near}'?" : "to call it is answered with 500.");
}
