using FakeJira.Stubs.Reading;
using HandlebarsDotNet;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>A text with expressions in it, compiled. One that cannot be compiled answers every request with a 500, as WireMock.Net does, and is warned of when it is loaded.</summary>
internal sealed class Template
{
    private readonly HandlebarsTemplate<TextWriter, object, object>? _compiled;
    private readonly Exception? _broken;

    private Template(HandlebarsTemplate<TextWriter, object, object>? compiled, Exception? broken) => (_compiled, _broken) = (compiled, broken);

    /// <summary>Whether a text has anything to compile.</summary>
    public static bool Is(string text) => text.Contains("{{", StringComparison.Ordinal);

    public static Template Compile(string text, JsonNodeAt at) => Compile(text, at.Warning);

    /// <summary>The same; what is wrong with it goes to <paramref name="warn"/>.</summary>
    public static Template Compile(string text, Action<Func<string>> warn)
    {
        try
        {
            TemplateLimits.Verify(text);
            var (compiled, wrong) = TemplateLanguage.Compile(text);
            foreach (var call in wrong)
            {
                warn(() => call.Told(TemplateLanguage.Names));
            }

            return new Template(compiled, null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Handlebars.Net reports broken templates with exceptions of many types, and puts one that says nothing before ours, for each block around it.
            var broken = Behind(exception).OfType<TemplateException>().FirstOrDefault() ?? exception;
            warn(() => $"This template cannot be used, requests will be answered with 500: {broken.Message.ReplaceLineEndings(" ")}");
            return new Template(null, broken);
        }
    }

    private static IEnumerable<Exception> Behind(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }

    public string Render(Rendering rendering)
    {
        if (_compiled is null)
        {
            throw new TemplateException(_broken?.Message ?? "", _broken);
        }

        return rendering.Run(() =>
        {
            Rendering.Step();
            var writer = new BoundedWriter();
            try
            {
                _compiled(writer, rendering.Model, rendering.Model);
            }
            catch (Exception exception) when (exception is not (TemplateException or HandlebarsException or OutOfMemoryException))
            {
                // What Handlebars.Net throws of itself says what it means; the rest are its slips over expressions such as {{#if @/x}}.
                throw new TemplateException($"Handlebars.Net cannot render this template: {exception.Message}", exception);
            }

            var text = writer.ToString();
            rendering.Keep(text.Length);
            return text;
        });
    }
}
