using System.Collections.Concurrent;
using System.Text;
using FakeJira.Stubs.Responding.Templates;

namespace FakeJira.Stubs.Responding;

/// <summary>A body file whose name is a template, so that each request says which one it is. It is read for each answer and counts as a text that a template makes.</summary>
internal sealed class TemplatedFile(Template name, string folder, bool transformsContent)
{
    /// <summary>How many characters of contents stay compiled, of all servers together: to compile one takes much longer than to read it.</summary>
    private const int Kept = 2 * TemplateLimits.Length;

    private static readonly ConcurrentDictionary<string, Template> Compiled = new(StringComparer.Ordinal);
    private static long _kept;

    public byte[] Of(Rendering rendering)
    {
        var path = name.Render(rendering);
        if (path.Split('/', '\\').Any(part => part.StartsWith('.')))
        {
            throw new TemplateException($"'{path}' is not read: no part of a name that a template makes begins with a dot.");
        }

        var bytes = ConfinedFile.Read(folder, path, message => throw new TemplateException(message), Rendering.TextLimit)!;
        if (transformsContent && Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF') is var text && Template.Is(text))
        {
            return Encoding.UTF8.GetBytes(TemplateOf(text).Render(rendering));
        }

        rendering.Keep(bytes.Length);
        return bytes;
    }

    private static Template TemplateOf(string text)
    {
        if (Compiled.TryGetValue(text, out var known))
        {
            return known;
        }

        var made = Template.Compile(text, _ => { });
        if (text.Length > TemplateLimits.Length)
        {
            return made;
        }

        if (Interlocked.Add(ref _kept, text.Length) > Kept)
        {
            Compiled.Clear();
            Interlocked.Exchange(ref _kept, text.Length);
        }

        return Compiled[text] = made;
    }
}
