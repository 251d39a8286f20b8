namespace FakeJira.Stubs.Matching;

/// <summary>How several scores become one.</summary>
internal enum MatchOperator
{
    /// <summary>The best of them.</summary>
    Or,

    /// <summary>The worst of them.</summary>
    And,

    /// <summary>The mean, so a match needs all.</summary>
    Average,
}

/// <summary>Scores on their way to become one. None is no match.</summary>
internal struct Tally(MatchOperator how)
{
    private int _count;
    private double _value;

    public readonly double Score => _count == 0 ? 0 : how == MatchOperator.Average ? _value / _count : _value;

    public void Add(double score)
    {
        _value = _count++ == 0 ? score : how switch
        {
            MatchOperator.Or => Math.Max(_value, score),
            MatchOperator.And => Math.Min(_value, score),
            MatchOperator.Average => _value + score,
        };
    }

    public void Add(bool isMatch) => Add(isMatch ? 1 : 0);
}
