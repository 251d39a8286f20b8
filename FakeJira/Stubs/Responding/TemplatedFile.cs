using System.Collections.Concurrent;
using System.Text;
using FakeJira.Stubs.Responding.Templates;

namespace FakeJira.Stubs.Responding;

/// <summary>A body file whose name is a template, so that each request says which one it is. It is read for each answer and counts as a text that a template makes.</summary>
internal sealed class TemplatedFile(Template name, string folder, bool transformsContent)
{
    /// <summary>How many contents stay compiled: to compile one takes much longer than to read it.</summary>
    private const int Kept = 64;

    private static readonly ConcurrentDictionary<string, Template> Compiled = new(StringComparer.Ordinal);

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

        if (Compiled.Count >= Kept)
        {
            Compiled.Clear();
        }

        return Compiled[text] = Template.Compile(text, _ => { });
    }
}
