using System.Xml;
using System.Xml.Linq;
using System.Xml.XPath;

namespace Conformance.Mocks;

/// <summary>equalToXml: same elements, attributes and text; white space between elements, comments and the order of attributes do not count.</summary>
internal sealed class EqualToXmlPattern(XElement expected, bool placeholders) : ValuePattern
{
    public override bool Matches(string? value) => XmlBody.Parse(value) is { } actual && Same(expected, actual);

    private bool Same(XElement wanted, XElement actual)
    {
        if (wanted.Name != actual.Name || !SameAttributes(wanted, actual))
        {
            return false;
        }

        var (left, right) = (wanted.Elements().ToList(), actual.Elements().ToList());
        return left.Count == right.Count
            && (left.Count > 0 ? left.Zip(right, Same).All(same => same) : SameText(wanted.Value, actual.Value));
    }

    private bool SameAttributes(XElement wanted, XElement actual)
    {
        var (left, right) = (Attributes(wanted), Attributes(actual));
        return left.Count == right.Count && left.All(attribute => right.TryGetValue(attribute.Key, out var other) && SameText(attribute.Value, other));
    }

    private bool SameText(string wanted, string actual) =>
        wanted.Trim() == actual.Trim() || (placeholders && wanted.Trim() is "${xmlunit.ignore}" or "${xmlunit.isNumber}" && (wanted.Trim() == "${xmlunit.ignore}" || decimal.TryParse(actual, out _)));

    private static Dictionary<XName, string> Attributes(XElement element) =>
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToDictionary(attribute => attribute.Name, attribute => attribute.Value);
}

/// <summary>matchesXPath: the expression leads to something, and with <paramref name="inner"/> that something is like it.</summary>
internal sealed class XPathPattern(XPathExpression expression, XmlNamespaceManager names, ValuePattern? inner) : ValuePattern
{
    public override bool Matches(string? value)
    {
        if (XmlBody.Parse(value) is not { } root)
        {
            return false;
        }

        var mine = expression.Clone();
        mine.SetContext(names);
        var result = root.Document!.CreateNavigator().Evaluate(mine);
        if (result is not XPathNodeIterator nodes)
        {
            return inner?.Matches(Convert.ToString(result, System.Globalization.CultureInfo.InvariantCulture)) ?? result is not false;
        }

        var found = nodes.Cast<XPathNavigator>().Select(node => node.NodeType == XPathNodeType.Element && node.HasChildren && node.SelectChildren(XPathNodeType.Element).Count > 0
            ? node.OuterXml : node.Value).ToList();
        return found.Count > 0 && (inner is null || found.Exists(inner.Matches));
    }
}

internal static class XmlBody
{
    /// <returns>Null where the text is no XML.</returns>
    public static XElement? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true });
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
