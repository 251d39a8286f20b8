namespace FakeJira.Stubs;

/// <summary>Waits for an entry of a journal.</summary>
internal sealed class JournalWait(Journal journal, Func<JournalEntry, bool> wanted, RequestFilter filter)
{
    private static readonly TimeSpan Usual = TimeSpan.FromSeconds(5);
    private readonly TaskCompletionSource<JournalEntry> _found = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<JournalEntry> ForAsync(TimeSpan? timeout)
    {
        var time = timeout ?? Usual;
        string? gap = null;

        // Subscribed before it looks, so that nothing comes in between.
        journal.Added += Look;
        try
        {
            foreach (var entry in journal.Entries)
            {
                Look(entry);
            }

            gap = journal.Gap;
            return await _found.Task.WaitAsync(time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new FakeJiraException(Message($"Waited {time.TotalSeconds:0.###} s for {(filter == new RequestFilter(null, null, null, null, null) ? "a request of the test's choice" : filter)}; none came{(gap is null ? "." : $" since then, and none is among those that are kept. {gap}")}", filter.Nearest(journal.Entries), journal.Count));
        }
        finally
        {
            journal.Added -= Look;
        }
    }

    /// <summary>What is wrong, and the requests that come nearest, of so many that there were.</summary>
    public static string Message(string what, IReadOnlyList<JournalEntry> nearest, long count) =>
        string.Join(Environment.NewLine, [what, nearest.Count > 0 ? "The nearest requests:" : count == 0 ? "There were no requests." : "None of the requests is kept.", .. nearest.Select(entry => "  " + entry)]);

    /// <summary>A mistake in the test's own function is the test's to see, not the client's.</summary>
    private void Look(JournalEntry entry)
    {
        try
        {
            if (wanted(entry))
            {
                _found.TrySetResult(entry);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _found.TrySetException(exception);
        }
    }
}
