using System.Collections.Frozen;

namespace FakeJira.Jira.Search.Jql;

/// <summary>The words and characters that mean something, or must be quoted.</summary>
internal static class Words
{
    /// <summary>Characters that must be quoted or escaped, beside those that mean something.</summary>
    public const string ReservedCharacters = "{}*/%+$#@?;.^";

    /// <summary>Words of the grammar: as a name or a value they must be quoted.</summary>
    public static readonly FrozenSet<string> Keywords = Set("""
        and or not in is empty null order by asc desc was changed cf before after from to on during
        """);

    /// <summary>Words that the vendor keeps for later; its list.</summary>
    public static readonly FrozenSet<string> Reserved = Set("""
        abort access add alias all alter any as audit avg begin between boolean break byte catch char character check checkpoint collate collation column commit connect
        continue count create current date decimal declare decrement default defaults define delete delimiter difference distinct divide do double drop else encoding end
        equals escape exclusive exec execute exists explain false fetch field file first float for function go goto grant greater group having identified if immediate
        increment index initial inner inout input insert int integer intersect intersection into isempty isnull join last left less like limit lock long max min minus mode
        modify modulo more multiply next noaudit notin nowait number object of option outer output power previous prior privileges public raise raw remainder rename resource
        return returns revoke right row rowid rownum rows select session set share size sqrt start strict string subtract sum synonym table then trans transaction trigger
        true uid union unique update user validate values view when whenever where while with
        """);

    public static bool IsNumber(string text)
    {
        var digits = text.AsSpan(text.StartsWith('-') ? 1 : 0);
        return digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>Characters that can stand in a query only as an escape.</summary>
    public static bool IsIllegal(char character, bool inQuotes) => character switch
    {
        '\n' or '\r' => false,
        '\t' => inQuotes,
        < ' ' or '\u007f' or (>= '\ufdd0' and <= '\ufdef') or '\ufffe' or '\uffff' => true,
        _ => false,
    };

    private static FrozenSet<string> Set(string words) => words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
