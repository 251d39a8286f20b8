namespace FakeJira.Benchmarks;

/// <summary>What all answers of a load have to have: a refusal costs less than what was asked for.</summary>
internal sealed class FirstStatus
{
    private int _status;

    /// <summary>Whether the answer is a good one, and as the first.</summary>
    public bool IsThatOf(ReadOnlySpan<byte> answer)
    {
        var status = RawAnswer.StatusOf(answer);
        var first = Interlocked.CompareExchange(ref _status, status, 0);
        return status is >= 200 and < 300 && (first == 0 || first == status);
    }
}
