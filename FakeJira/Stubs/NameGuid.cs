using System.Text;

namespace FakeJira.Stubs;

/// <summary>A GUID of a name: the same name always has the same one. Version 8, which leaves the hash to us: this one (FNV-1a, 128 bits) costs a server that starts no cryptography, 5 MB of it.</summary>
internal static class NameGuid
{
    private static readonly UInt128 Offset = new(0x6C62272E07BB0142, 0x62B821756295C58D);
    private static readonly UInt128 Prime = new(0x0000000001000000, 0x000000000000013B);

    public static Guid Of(string name)
    {
        var hash = Offset;
        foreach (var each in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ each) * Prime);
        }

        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
