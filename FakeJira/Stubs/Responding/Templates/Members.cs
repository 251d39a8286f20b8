using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>Something with named members that a template can read. Going through them counts as steps.</summary>
internal abstract class Members : IReadOnlyDictionary<string, object?>
{
    public abstract IEnumerable<string> Keys { get; }

    public IEnumerable<object?> Values => Keys.Select(key => this[key]);

    public int Count => Keys.Count();

    public object? this[string key] => TryGetValue(key, out var value) ? value : null;

    public abstract bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value);

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var key in Keys)
        {
            Rendering.Step();
            yield return new(key, this[key]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Members that are known beforehand; names in any case unless <paramref name="names"/> says otherwise.</summary>
internal sealed class KnownMembers(IEnumerable<KeyValuePair<string, object?>> members, StringComparer? names = null) : Members
{
    private readonly Dictionary<string, object?> _members = new(members, names ?? StringComparer.OrdinalIgnoreCase);

    public override IEnumerable<string> Keys => _members.Keys;

    public override bool TryGetValue(string key, [MaybeNullWhen(false)] out object? value) => _members.TryGetValue(key, out value);
}
