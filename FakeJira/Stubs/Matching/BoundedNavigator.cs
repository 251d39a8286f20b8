using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.XPath;

namespace FakeJira.Stubs.Matching;

/// <summary>Walks a document for an XPath expression, so many steps and no more: the expression itself cannot be stopped, but it goes nowhere without this. Steps, not time, so that a busy machine changes no answer.</summary>
/// <param name="inner">What walks.</param>
/// <param name="left">How many steps are left, for this one and all its clones.</param>
internal sealed class BoundedNavigator(XPathNavigator inner, StrongBox<int> left) : XPathNavigator
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

    public override string Value => Read(Step().Value);

    public override XPathNavigator Clone() => new BoundedNavigator(Step().Clone(), left);

    public override bool IsSamePosition(XPathNavigator other) => inner.IsSamePosition(Inside(other));

    public override XmlNodeOrder ComparePosition(XPathNavigator? nav) => Step().ComparePosition(Inside(nav!));

    public override bool MoveTo(XPathNavigator other) => Step().MoveTo(Inside(other));

    public override void MoveToRoot() => inner.MoveToRoot();

    public override bool MoveToFirstAttribute() => Step().MoveToFirstAttribute();

    public override bool MoveToFirstChild() => Step().MoveToFirstChild();

    public override bool MoveToFirstNamespace(XPathNamespaceScope namespaceScope) => Step().MoveToFirstNamespace(namespaceScope);

    public override bool MoveToId(string id) => Step().MoveToId(id);

    public override bool MoveToNext() => Step().MoveToNext();

    public override bool MoveToNextAttribute() => Step().MoveToNextAttribute();

    public override bool MoveToNextNamespace(XPathNamespaceScope namespaceScope) => Step().MoveToNextNamespace(namespaceScope);

    public override bool MoveToParent() => Step().MoveToParent();

    public override bool MoveToPrevious() => Step().MoveToPrevious();

    /// <summary>A long text is many steps.</summary>
    private string Read(string text)
    {
        left.Value -= text.Length / 64;
        return text;
    }

    private static XPathNavigator Inside(XPathNavigator other) => other is BoundedNavigator hurried ? hurried.Inner : other;

    private XPathNavigator Step() => --left.Value >= 0 ? inner : throw new TimeoutException();
}
