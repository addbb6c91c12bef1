using System.Xml;
using System.Xml.Linq;
using Conformance.Spec.Contracts;

namespace Conformance.Spec.Loading;

/// <summary>
/// <c>conf:basis</c> of a flow element: where the transcription of a flow rests on something else than an unequivocal official text, it names
/// the finding that says why. A finding that is not there would leave a reader of the flow without a reason.
/// </summary>
internal static class FlowBasis
{
    private static readonly XNamespace Conf = "urn:conformance:bpmn:1";

    public static void Check(string folder, IReadOnlyList<SpecificationFinding> findings, List<Problem> problems)
    {
        var known = findings.Select(finding => finding.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.bpmn").Order(StringComparer.Ordinal).ToArray() : [])
        {
            foreach (var mark in Marks(file))
            {
                var (line, column) = mark is IXmlLineInfo at ? (at.LineNumber, at.LinePosition) : (0, 0);
                if (!ContractKinds.TryBasis((string?)mark.Attribute("kind") ?? "", out _))
                {
                    problems.Add(new Problem("CF1361", file, line, column, $"「{(string?)mark.Attribute("kind")}」 is no basis.", "Use official, assumed, ambiguous or illustrative."));
                }

                if ((string?)mark.Attribute("finding") is { } finding && !known.Contains(finding))
                {
                    problems.Add(new Problem("CF1361", file, line, column, $"findings.csv has no {finding}, on which this element rests.", "Add the finding, or correct its ID."));
                }
            }
        }
    }

    // A file that is no XML is told of where its flows are read.
    private static List<XElement> Marks(string file)
    {
        try
        {
            using var reader = XmlReader.Create(file, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return [.. XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants(Conf + "basis")];
        }
        catch (XmlException)
        {
            return [];
        }
    }
}
