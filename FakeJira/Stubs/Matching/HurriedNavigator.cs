using System.Diagnostics;
using System.Xml;
using System.Xml.XPath;

namespace FakeJira.Stubs.Matching;

/// <summary>Walks a document for an XPath expression until the time is over: the expression itself cannot be stopped, but it goes nowhere without this.</summary>
/// <param name="inner">What walks.</param>
/// <param name="until">When it is over, by <see cref="Stopwatch"/>.</param>
internal sealed class HurriedNavigator(XPathNavigator inner, long until) : XPathNavigator
{
    private XPathNavigator Inner => inner;

    public override string BaseURI => inner.BaseURI;

    public override bool IsEmptyElement => inner.IsEmptyElement;

    public override string LocalName => inner.LocalName;

    public override string Name => inner.Name;

    public override XmlNameTable NameTable => inner.NameTable;

    public override string NamespaceURI => inner.NamespaceURI;

    public override XPathNodeType NodeType => inner.NodeType;

    public override string Prefix => inner.Prefix;

    public override string Value => InTime().Value;

    public override XPathNavigator Clone() => new HurriedNavigator(InTime().Clone(), until);

    public override bool IsSamePosition(XPathNavigator other) => inner.IsSamePosition(Inside(other));

    public override XmlNodeOrder ComparePosition(XPathNavigator? nav) => nav is null ? XmlNodeOrder.Unknown : InTime().ComparePosition(Inside(nav));

    public override bool MoveTo(XPathNavigator other) => InTime().MoveTo(Inside(other));

    public override void MoveToRoot() => inner.MoveToRoot();

    public override bool MoveToFirstAttribute() => InTime().MoveToFirstAttribute();

    public override bool MoveToFirstChild() => InTime().MoveToFirstChild();

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) => InTime().MoveToFirstNamespace(namespaceScope);

    public override bool MoveToId(string id) => InTime().MoveToId(id);

    public override bool MoveToNext() => InTime().MoveToNext();

    public override bool MoveToNextAttribute() => InTime().MoveToNextAttribute();

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) => InTime().MoveToNextNamespace(namespaceScope);

    public override bool MoveToParent() => InTime().MoveToParent();

    public override bool MoveToPrevious() => InTime().MoveToPrevious();

    private static XPathNavigator Inside(XPathNavigator other) => other is HurriedNavigator hurried ? hurried.Inner : other;

    private XPathNavigator InTime() => Stopwatch.GetTimestamp() < until ? inner : throw new TimeoutException();
}
