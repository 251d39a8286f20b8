using System.Collections;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>Something with numbered items that a template can read. Going through them counts as steps. As a text: the items, separated by commas.</summary>
internal abstract class Items : IReadOnlyList<object?>
{
    public abstract int Count { get; }

    public object? this[int index]
    {
        get
        {
            Rendering.Step();
            return ItemAt(index);
        }
    }

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => BoundedWriter.Join(",", this);

    protected abstract object? ItemAt(int index);
}

/// <summary>Items of any kind.</summary>
internal sealed class ListItems(IReadOnlyList<object?> items) : Items
{
    public override int Count => items.Count;

    protected override object? ItemAt(int index) => items[index];
}

/// <summary>Texts, for example the values of one name in a query or among the headers.</summary>
internal sealed class TextItems(IReadOnlyList<string> texts) : Items
{
    public override int Count => texts.Count;

    protected override object? ItemAt(int index) => texts[index];
}
