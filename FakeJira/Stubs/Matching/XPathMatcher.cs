using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.XPath;

namespace FakeJira.Stubs.Matching;

/// <summary>An XML text for which an XPath 1.0 expression is true. Documents with a DTD are none, so nothing outside them is ever read.</summary>
internal sealed class XPathMatcher(IReadOnlyList<string> patterns, MatchOperator how, IReadOnlyDictionary<string, string> prefixes)
    : PatternsMatcher<(string Text, XPathExpression Expression)>([.. patterns.Select(pattern => (pattern, Compile(pattern, prefixes)))], how)
{
    /// <summary>Some tenths of a second on a slow machine.</summary>
    private const int MostSteps = 1_000_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The expression as a condition.</summary>
    /// <exception cref="XPathException">It is no XPath 1.0.</exception>
    public static XPathExpression Compile(string pattern, IReadOnlyDictionary<string, string> prefixes)
    {
        var names = new XmlNamespaceManager(new NameTable());
        foreach (var (prefix, uri) in prefixes)
        {
            names.AddNamespace(prefix, uri);
        }

        return XPathExpression.Compile($"boolean({pattern})", names);
    }

    protected override bool IsMatch((string Text, XPathExpression Expression) pattern, string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("<"))
        {
            return false;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return new BoundedNavigator(new XPathDocument(reader).CreateNavigator(), new StrongBox<int>(MostSteps)).Evaluate(pattern.Expression.Clone()) is true;
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"the XPath expression {pattern.Text} takes more than {MostSteps} steps. Make it simpler.");
        }
        catch (Exception exception) when (exception is XmlException or XPathException)
        {
            return false;
        }
    }

    protected override string Show((string Text, XPathExpression Expression) pattern) => $"XML where {pattern.Text}";
}
