using System.Xml;
using System.Xml.Linq;

namespace Conformance.Spec.Flows;

/// <summary>The XML of a BPMN file, refused where it is no XML, declares a DTD, or is larger or deeper than a model is.</summary>
internal static class BpmnDocument
{
    public static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>The <c>definitions</c>; null, with a problem added, where there are none.</summary>
    public static XElement? Parse(string text, string file, ICollection<Problem> problems)
    {
        if (text.Length > BpmnReader.MaxCharacters)
        {
            problems.Add(new Problem("CF2002", file, 0, 0, $"The file has more than {BpmnReader.MaxCharacters} characters.", "Split the model."));
            return null;
        }

        XDocument document;
        try
        {
            if (TooDeep(text) is var (line, column))
            {
                problems.Add(new Problem("CF2002", file, line, column, $"The file is nested deeper than {BpmnReader.MaxDepth} elements.", "Export the model again; a model is not that deep."));
                return null;
            }

            using var reader = Reader(text);
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            // The reader gives a refused DTD no position.
            problems.Add(e.Message.Contains("DTD", StringComparison.Ordinal) && text.IndexOf("<!DOCTYPE", StringComparison.Ordinal) is >= 0 and var at
                ? new Problem("CF2001", file, text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', at), "The file declares a DTD.", "Remove the <!DOCTYPE …>; models need none.")
                : new Problem("CF2000", file, e.LineNumber, e.LinePosition, "The file is not well-formed XML: " + e.Message, "Export the model again."));
            return null;
        }

        if (document.Root?.Name != Bpmn + "definitions")
        {
            var place = At(document.Root);
            problems.Add(new Problem("CF2004", file, place.Line, place.Column, "The root element is not <definitions> of BPMN 2.0.", "Save the model as BPMN 2.0 XML."));
            return null;
        }

        return document.Root;
    }

    public static string Attribute(XElement? element, string name) => element?.Attribute(name)?.Value ?? "";

    /// <summary>A name without the line breaks that modellers put into it.</summary>
    public static string Name(XElement? element) => Attribute(element, "name").ReplaceLineEndings("");

    /// <summary>The text of a reference, without the prefix of its namespace.</summary>
    public static string Local(string reference) => reference.Trim() is var name ? name[(name.LastIndexOf(':') + 1)..] : "";

    /// <summary>The element's ID; where it has none, one made of its kind and place.</summary>
    public static string Id(XElement element) => Attribute(element, "id") is { Length: > 0 } id ? id
        : At(element) is var (line, column) ? $"{element.Name.LocalName}@{line}:{column}" : "";

    public static (int Line, int Column) At(IXmlLineInfo? place) => place is null ? (0, 0) : (place.LineNumber, place.LinePosition);

    private static XmlReader Reader(string text) => XmlReader.Create(new StringReader(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
    });

    // Building a tree of 50,000 levels takes 26 seconds, and four times as long for twice as many; reading through it takes none.
    private static (int Line, int Column)? TooDeep(string text)
    {
        using var reader = Reader(text);
        while (reader.Read())
        {
            if (reader.Depth > BpmnReader.MaxDepth)
            {
                return At(reader as IXmlLineInfo);
            }
        }

        return null;
    }
}
