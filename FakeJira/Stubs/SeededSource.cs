using System.Buffers.Binary;

namespace FakeJira.Stubs;

/// <summary>The one source of chance of a site: the n-th value is a function of the seed and n, so that its position can be saved and restored.</summary>
/// <param name="seed">The random seed.</param>
/// <param name="position">How many values have been taken.</param>
public sealed class SeededSource(long seed, long position = 0)
{
    private long _position = position;

    /// <summary>The random seed.</summary>
    public long Seed => seed;

    /// <summary>How many values have been taken.</summary>
    public long Position
    {
        get => Interlocked.Read(ref _position);
        internal set => Interlocked.Exchange(ref _position, value);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next() => At(seed, Interlocked.Increment(ref _position));

    /// <summary>A number from 0 up to, but not, 1.</summary>
    public double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from <paramref name="minimum"/> to <paramref name="maximum"/>, both included.</summary>
    public long NextInteger(long minimum, long maximum) => minimum + (long)(Next() % ((ulong)(maximum - minimum) + 1));

    /// <summary>A version 4 UUID.</summary>
    public Guid NextGuid() => UuidOf(Next(), Next());

    /// <summary>The value at a position, for ids that must not disturb the sequence.</summary>
    public static ulong At(long seed, long position)
    {
        unchecked
        {
            var z = (ulong)seed * 0xD1342543DE82EF95UL + (ulong)position * 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>The values at a position and the next as 32 hexadecimal digits.</summary>
    internal static string HexAt(long seed, long position)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, At(seed, position));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], At(seed, position + 1));
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>A version 4 UUID of 128 given bits.</summary>
    public static Guid UuidOf(ulong high, ulong low)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
