using System.Globalization;
using FakeJira.Stubs.Responding.Templates.Functions;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>Handlebars with WireMock.Net's functions, made once, when the first template is compiled: to load the library costs more than to start a server.</summary>
internal static class TemplateLanguage
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Function> Functions = All().ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
    private static readonly CallCheck Calls = new(Functions);
    private static readonly IHandlebars Language = Make();

    /// <summary>What can be called.</summary>
    public static IEnumerable<string> Names => Functions.Keys;

    /// <summary>The template, and the calls in it that can only fail.</summary>
    public static (HandlebarsTemplate<TextWriter, object, object> Compiled, IReadOnlyList<WrongCall> Wrong) Compile(string text)
    {
        lock (Gate)
        {
            using var reader = new StringReader(text);
            Calls.Begin();
            return (Language.Compile(reader), Calls.End());
        }
    }

    private static IHandlebars Make()
    {
        var language = Handlebars.Create(new HandlebarsConfiguration { FormatProvider = CultureInfo.InvariantCulture, PartialTemplateResolver = new NoPartials() });
#pragma warning disable CS0618 // Without it no name may have a dot in it; there is no other way yet.
        language.Configuration.Compatibility.RelaxedHelperNaming = true;
#pragma warning restore CS0618
        language.Configuration.FormatterProviders.Add(new TextFormatter());
        language.Configuration.CompileTimeConfiguration.ExpressionMiddleware.Add(Calls);
        foreach (var function in Functions.Values)
        {
            function.Register(language);
        }

        return language;
    }

    private static IEnumerable<Function> All() =>
    [
        .. StringFunctions.All, .. MathFunctions.All, .. BooleanFunctions.All, .. DateTimeFunctions.All, .. RandomFunctions.All,
        .. JsonPathFunctions.All, .. RegexFunctions.All, .. UrlFunctions.All, .. EnumerableFunctions.All,
    ];

    /// <summary>Nothing is looked for in files.</summary>
    private sealed class NoPartials : IPartialTemplateResolver
    {
        public bool TryRegisterPartial(IHandlebars env, string? partialName, string? templatePath) => false;
    }

    /// <summary>Writes members that have a text of their own, which Handlebars.Net would write one after the other.</summary>
    private sealed class TextFormatter : IFormatter, IFormatterProvider
    {
        public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(value?.ToString() ?? "");

        public bool TryCreateFormatter(Type type, out IFormatter formatter)
        {
            formatter = this;
            return type == typeof(JsonMembers) || type == typeof(MatchMembers);
        }
    }
}
