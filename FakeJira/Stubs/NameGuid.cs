using System.Buffers.Binary;
using System.Text;

namespace FakeJira.Stubs;

/// <summary>A GUID of a name: the same name always has the same one. Version 8, which leaves the hash to us: this one (FNV-1a, 128 bits) costs a server that starts no cryptography, 5 MB of it.</summary>
internal static class NameGuid
{
    private const ulong OffsetHigh = 0x6C62272E07BB0142;
    private const ulong OffsetLow = 0x62B821756295C58D;

    /// <summary>The prime is 2^88 and this.</summary>
    private const ulong Prime = 0x13B;

    /// <summary>In halves of halves, as what counts with UInt128 or with instructions that not every processor has is not compiled ahead.</summary>
    public static Guid Of(string name)
    {
        var (high, low) = (OffsetHigh, OffsetLow);
        foreach (var each in Encoding.UTF8.GetBytes(name))
        {
            low ^= each;
            var right = (low & uint.MaxValue) * Prime;
            var left = ((low >> 32) * Prime) + (right >> 32);
            high = unchecked((high * Prime) + (left >> 32) + (low << 24));
            low = (left << 32) | (right & uint.MaxValue);
        }

        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
