namespace FakeJira.Stubs.Responding.Templates;

/// <summary>
/// What is refused before a template is compiled: the compiler works recursively and would take the whole process with it when a template is nested too deep,
/// and partials can call each other without end.
/// </summary>
internal static class TemplateLimits
{
    /// <summary>How many blocks and <c>else</c> branches a template may have.</summary>
    public const int Blocks = 200;

    /// <summary>How many calls may stand in brackets inside one expression.</summary>
    public const int Calls = 50;

    /// <summary>How many characters a template can have.</summary>
    internal const int Length = 1024 * 1024;

    public static void Verify(string text)
    {
        if (text.Length > Length)
        {
            throw new TemplateException($"The template is longer than {Length} characters.");
        }

        var (blocks, verifiedTo) = (0, 0);
        for (var at = text.IndexOf("{{", StringComparison.Ordinal); at >= 0; at = text.IndexOf("{{", at, StringComparison.Ordinal))
        {
            while (at < text.Length && (text[at] is '{' or '~' || char.IsWhiteSpace(text[at])))
            {
                at++;
            }

            var rest = text.AsSpan(at);
            if (rest.StartsWith(">") || (rest.StartsWith("#") && rest[1..].TrimStart() is ['>' or '*', ..]))
            {
                throw new TemplateException("Partials ({{>name}}, {{#*inline}}) are not supported.");
            }

            if ((rest.StartsWith("#") || rest.StartsWith("^") || rest.StartsWith("else")) && ++blocks > Blocks)
            {
                throw new TemplateException($"The template has more than {Blocks} blocks.");
            }

            if (at >= verifiedTo)
            {
                // What begins inside of an expression ends where that ends.
                var length = rest.IndexOf("}}");
                verifiedTo = length < 0 ? text.Length : at + length;
                VerifyCalls(text.AsSpan(at..verifiedTo));
            }
        }
    }

    private static void VerifyCalls(ReadOnlySpan<char> expression)
    {
        if (expression.Count('(') > Calls)
        {
            throw new TemplateException($"An expression of the template has more than {Calls} calls in brackets.");
        }
    }
}
