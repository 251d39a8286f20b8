using System.Collections.Immutable;

namespace FakeJira.Jira.World;

/// <summary>Ids of issues, in order, by something of theirs. Immutable.</summary>
internal readonly record struct IdsBy<TName>(ImmutableDictionary<TName, ImmutableSortedSet<long>>? Some)
    where TName : notnull
{
    public ImmutableDictionary<TName, ImmutableSortedSet<long>> Ids => Some ?? ImmutableDictionary<TName, ImmutableSortedSet<long>>.Empty;

    public ImmutableSortedSet<long> this[TName name] => Ids.GetValueOrDefault(name, []);

    public IdsBy<TName> With(TName name, long id) => new(Ids.SetItem(name, this[name].Add(id)));

    public IdsBy<TName> Without(TName name, long id)
    {
        var rest = this[name].Remove(id);
        return new(rest.IsEmpty ? Ids.Remove(name) : Ids.SetItem(name, rest));
    }

    /// <summary>With many at once, which is quicker than one by one.</summary>
    public IdsBy<TName> WithAll(IEnumerable<(TName Name, long Id)> added)
    {
        var ids = Ids.ToBuilder();
        foreach (var group in added.GroupBy(pair => pair.Name, pair => pair.Id))
        {
            ids[group.Key] = this[group.Key].Union(group);
        }

        return new(ids.ToImmutable());
    }

    /// <summary>After an issue that had one set of names has another.</summary>
    public IdsBy<TName> Changed(ImmutableHashSet<TName> before, ImmutableHashSet<TName> after, long id)
    {
        var changed = this;
        if (ReferenceEquals(before, after))
        {
            return changed;
        }

        foreach (var gone in before)
        {
            changed = after.Contains(gone) ? changed : changed.Without(gone, id);
        }

        foreach (var added in after)
        {
            changed = before.Contains(added) ? changed : changed.With(added, id);
        }

        return changed;
    }
}

/// <summary>The same where an issue has one name or none.</summary>
internal static class IdsByOne
{
    public static IdsBy<string> Moved(this IdsBy<string> ids, string? before, string? after, long id)
    {
        if (before == after)
        {
            return ids;
        }

        var left = before is null ? ids : ids.Without(before, id);
        return after is null ? left : left.With(after, id);
    }

    public static IdsBy<long> Moved(this IdsBy<long> ids, long? before, long? after, long id)
    {
        if (before == after)
        {
            return ids;
        }

        var left = before is { } old ? ids.Without(old, id) : ids;
        return after is { } next ? left.With(next, id) : left;
    }
}
