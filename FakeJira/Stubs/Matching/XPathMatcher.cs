using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.XPath;

namespace FakeJira.Stubs.Matching;

/// <summary>An XML text for which an XPath 1.0 expression is true. Documents with a DTD are none, so nothing outside them is ever read.</summary>
internal sealed class XPathMatcher(IReadOnlyList<string> patterns, MatchOperator how, IReadOnlyDictionary<string, string> prefixes) : Matcher
{
    /// <summary>Some tenths of a second on a slow machine.</summary>
    private const int MostSteps = 1_000_000;

    private readonly (string Text, XPathExpression Compiled)[] _expressions = [.. patterns.Select(pattern => (pattern, Compile(pattern, prefixes)))];

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

    /// <summary>Null for what is no XML, or has a DTD.</summary>
    public static XPathDocument? Parse(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("<"))
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            return new XPathDocument(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    protected override string Wanted => Phrase(patterns.Select(pattern => $"XML where {pattern}"), how);

    protected override double Of(string text, StubRequest request) => Of(Parse(text), request);

    protected override double? Of(RequestContent content) => content.Text is null ? null : Of(content.Xml, content.Request);

    private double Of(XPathDocument? xml, StubRequest request)
    {
        var tally = new Tally(how);
        foreach (var expression in _expressions)
        {
            request.Spend(ComparingTime.Many);
            tally.Add(xml is not null && IsMatch(expression, xml));
        }

        return tally.Score;
    }

    private static bool IsMatch((string Text, XPathExpression Compiled) expression, XPathDocument xml)
    {
        try
        {
            return new BoundedNavigator(xml.CreateNavigator(), new StrongBox<int>(MostSteps)).Evaluate(expression.Compiled.Clone()) is true;
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"the XPath expression {expression.Text} takes more than {MostSteps} steps. Make it simpler.");
        }
        catch (XPathException)
        {
            return false;
        }
    }
}
