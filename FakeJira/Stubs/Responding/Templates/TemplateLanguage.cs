using System.Globalization;
using FakeJira.Stubs.Responding.Templates.Functions;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>Handlebars with WireMock.Net's functions, made once, when the first template is compiled: to load the library costs more than to start a server.</summary>
internal static class TemplateLanguage
{
    private static readonly Lock Gate = new();
    private static readonly IHandlebars Language = Make();

    public static HandlebarsTemplate<TextWriter, object, object> Compile(string text)
    {
        lock (Gate)
        {
            using var reader = new StringReader(text);
            return Language.Compile(reader);
        }
    }

    private static IHandlebars Make()
    {
        var language = Handlebars.Create(new HandlebarsConfiguration { FormatProvider = CultureInfo.InvariantCulture, PartialTemplateResolver = new NoPartials() });
#pragma warning disable CS0618 // Without it no name may have a dot in it; there is no other way yet.
        language.Configuration.Compatibility.RelaxedHelperNaming = true;
#pragma warning restore CS0618
        language.Configuration.FormatterProviders.Add(new JsonFormatter());
        IEnumerable<Function> functions =
        [
            .. StringFunctions.All, .. MathFunctions.All, .. BooleanFunctions.All, .. DateTimeFunctions.All, .. RandomFunctions.All,
            .. JsonPathFunctions.All, .. RegexFunctions.All, .. UrlFunctions.All, .. EnumerableFunctions.All,
        ];
        foreach (var function in functions)
        {
            function.Register(language);
        }

        return language;
    }

    /// <summary>Nothing is looked for in files.</summary>
    private sealed class NoPartials : IPartialTemplateResolver
    {
        public bool TryRegisterPartial(IHandlebars env, string? partialName, string? templatePath) => false;
    }

    /// <summary>Writes a JSON object as JSON.</summary>
    private sealed class JsonFormatter : IFormatter, IFormatterProvider
    {
        public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(value?.ToString() ?? "");

        public bool TryCreateFormatter(Type type, out IFormatter formatter)
        {
            formatter = this;
            return type == typeof(JsonMembers);
        }
    }
}
