namespace FakeJira.Stubs;

/// <summary>The key of one contract's world in the state of a site.</summary>
/// <typeparam name="TWorld">An immutable record.</typeparam>
public sealed class Slot<TWorld>(TWorld empty) : Slot
    where TWorld : class
{
    /// <summary>The world of a site that has been told nothing.</summary>
    public TWorld Empty => empty;

    /// <summary>Completes every change, under the site's lock: of the world before, the world after it and the site's time it makes the world to keep. Null: as it is.</summary>
    public Func<TWorld, TWorld, TimeProvider, TWorld>? Settle { get; init; }

    /// <inheritdoc/>
    internal override object EmptyWorld => empty;
}

/// <summary>A place in the state of a site.</summary>
public abstract class Slot
{
    private static readonly Lock Gate = new();
    private static Slot[] _all = [];

    private protected Slot()
    {
        lock (Gate)
        {
            Index = _all.Length;
            _all = [.. _all, this];
        }
    }

    internal int Index { get; }

    internal abstract object EmptyWorld { get; }

    /// <summary>The worlds of an empty site.</summary>
    internal static object[] EmptyRoot(int length) => [.. Volatile.Read(ref _all).Take(length).Select(slot => slot.EmptyWorld)];

    internal static int Count => Volatile.Read(ref _all).Length;
}
