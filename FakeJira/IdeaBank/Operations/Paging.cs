using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using FakeJira.IdeaBank.World;
using FakeJira.Stubs;

namespace FakeJira.IdeaBank.Operations;

/// <summary>A list that is paged; its name is part of its cursors, so that none can be used on another.</summary>
internal enum PagedList : byte
{
    Recent = 1,
    Votes,
    MyVotes,
}

/// <summary>Which page of a list is asked for.</summary>
/// <param name="List">The list.</param>
/// <param name="Limit">How many places.</param>
/// <param name="After">The last place of the page before, or null for the first page.</param>
internal readonly record struct Paging(PagedList List, int Limit, Rank? After)
{
    private const int DefaultLimit = 20;
    private const int LargestLimit = 100;
    private const int CursorBytes = 17;

    /// <summary>Reads sort, limit and cursor; what is empty counts as not given.</summary>
    public static (Paging Page, Rule? Problem) Of(StubRequest request, bool isMyVotes)
    {
        var list = isMyVotes ? PagedList.MyVotes : Given(request, "sort") switch { null or "recent" => PagedList.Recent, "votes" => PagedList.Votes, _ => default };
        var limit = Given(request, "limit") is { } text ? LimitOf(text) : DefaultLimit;
        if (list == default || limit == 0)
        {
            return (default, IdeaBankRules.Query400);
        }

        var page = new Paging(list, limit, null);
        if (Given(request, "cursor") is not { } cursor)
        {
            return (page, null);
        }

        return Read(cursor, list) is { } after ? (page with { After = after }, null) : (default, IdeaBankRules.Cursor400);
    }

    /// <summary>The cursor of the page behind <paramref name="last"/>: where that page begins, whatever changes until then.</summary>
    public string CursorAfter(Rank last)
    {
        Span<byte> bytes = stackalloc byte[CursorBytes];
        bytes[0] = (byte)List;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], last.Value);
        BinaryPrimitives.WriteInt64BigEndian(bytes[9..], last.Number);
        return Base64Url.EncodeToString(bytes);
    }

    private static Rank? Read(string cursor, PagedList list)
    {
        Span<byte> bytes = stackalloc byte[CursorBytes + 1];
        return Base64Url.IsValid(cursor, out var length) && length == CursorBytes && Base64Url.TryDecodeFromChars(cursor, bytes, out _) && bytes[0] == (byte)list
            ? new Rank(BinaryPrimitives.ReadInt64BigEndian(bytes[1..]), BinaryPrimitives.ReadInt64BigEndian(bytes[9..]))
            : null;
    }

    /// <summary>A whole number from 1, however many digits it has; 0 for anything else.</summary>
    private static int LimitOf(string text) =>
        BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (int)BigInteger.Min(number, LargestLimit) : 0;

    private static string? Given(StubRequest request, string name) => request.QueryValue(name) is { Length: > 0 } value ? value : null;
}
