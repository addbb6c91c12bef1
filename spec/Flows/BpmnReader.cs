using System.Xml;
using System.Xml.Linq;

namespace Conformance.Spec.Flows;

/// <summary>
/// Reads the processes of a BPMN 2.0 file (OMG formal/2013-12-09). What cannot be derived from is a problem, never dropped.
/// DTDs are refused, and depth and size are bounded.
/// </summary>
public static class BpmnReader
{
    /// <summary>Largest file that is read, in characters.</summary>
    public const int MaxCharacters = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of elements that is read.</summary>
    public const int MaxDepth = 256;

    private static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static readonly XNamespace Conf = "urn:conformance:bpmn:1";

    private static readonly HashSet<string> NodeKinds = new(StringComparer.Ordinal)
    {
        "task", "userTask", "serviceTask", "manualTask", "sendTask", "receiveTask", "scriptTask", "businessRuleTask",
        "startEvent", "endEvent", "intermediateThrowEvent", "intermediateCatchEvent",
        "exclusiveGateway", "parallelGateway",
    };

    /// <summary>What changes how a node passes tokens on: to a node of the same name, or several times.</summary>
    private static readonly HashSet<string> Unread = new(StringComparer.Ordinal)
    {
        "linkEventDefinition", "standardLoopCharacteristics", "multiInstanceLoopCharacteristics",
    };

    private static readonly HashSet<string> WithoutToken = new(StringComparer.Ordinal)
    {
        "documentation", "extensionElements", "laneSet", "dataObject", "dataObjectReference", "dataStoreReference",
        "dataInputAssociation", "dataOutputAssociation", "association", "textAnnotation", "group", "ioSpecification",
        "property", "auditing", "monitoring", "artifact",
    };

    public static IReadOnlyList<Flow> Read(string text, string file, ICollection<Problem> problems)
    {
        if (text.Length > MaxCharacters)
        {
            problems.Add(new Problem("CF2002", file, 0, 0, $"The file has more than {MaxCharacters} characters.", "Split the model."));
            return [];
        }

        XDocument document;
        try
        {
            if (TooDeep(text) is var (line, column))
            {
                problems.Add(new Problem("CF2002", file, line, column, $"The file is nested deeper than {MaxDepth} elements.", "Export the model again; a model is not that deep."));
                return [];
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
            return [];
        }

        if (document.Root?.Name != Bpmn + "definitions")
        {
            var place = At(document.Root);
            problems.Add(new Problem("CF2004", file, place.Line, place.Column, "The root element is not <definitions> of BPMN 2.0.", "Save the model as BPMN 2.0 XML."));
            return [];
        }

        return [.. document.Root.Elements(Bpmn + "process").Select(process => ReadProcess(process, file, problems))];
    }

    private static Flow ReadProcess(XElement process, string file, ICollection<Problem> problems)
    {
        var lanes = Lanes(process);
        var nodes = new List<FlowNode>();
        var edges = new List<FlowEdge>();
        foreach (var element in process.Elements())
        {
            var kind = element.Name.LocalName;
            var (line, column) = At(element);
            if (element.Name.Namespace != Bpmn)
            {
                problems.Add(NoDerivation(element, file));
            }
            else if (kind == "sequenceFlow")
            {
                edges.Add(new FlowEdge(Attribute(element, "id"), Attribute(element, "sourceRef"), Attribute(element, "targetRef"), Attribute(element, "name"), line, column));
            }
            else if (NodeKinds.Contains(kind))
            {
                nodes.Add(Node(element, lanes, line, column));
                foreach (var part in element.Elements().Where(part => Unread.Contains(part.Name.LocalName)))
                {
                    problems.Add(NoDerivation(part, file));
                }
            }
            else if (!WithoutToken.Contains(kind))
            {
                problems.Add(NoDerivation(element, file));
            }
        }

        CheckEdges(nodes, edges, file, problems);
        var id = Attribute(process, "id");
        return new Flow(id.StartsWith("flow-", StringComparison.Ordinal) ? id[5..] : id, Attribute(process, "name"), file, nodes, edges);
    }

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
            if (reader.Depth > MaxDepth)
            {
                return At(reader as IXmlLineInfo);
            }
        }

        return null;
    }

    private static Problem NoDerivation(XElement element, string file)
    {
        var (line, column) = At(element);
        return new Problem("CF2003", file, line, column, $"<{element.Name.LocalName}> has no derivation.", "Express it with tasks, events, exclusive and parallel gateways.");
    }

    private static void CheckEdges(List<FlowNode> nodes, List<FlowEdge> edges, string file, ICollection<Problem> problems)
    {
        foreach (var twice in nodes.Select(node => node.Id).Concat(edges.Select(edge => edge.Id)).GroupBy(id => id).Where(group => group.Count() > 1))
        {
            problems.Add(new Problem("CF2005", file, 0, 0, $"The ID 「{twice.Key}」 is used {twice.Count()} times.", "Give every element an ID of its own."));
        }

        var known = nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var edge in edges)
        {
            foreach (var end in new[] { edge.From, edge.To }.Where(end => !known.Contains(end)))
            {
                problems.Add(new Problem("CF2006", file, edge.Line, edge.Column, $"The sequence flow 「{edge.Id}」 ends at 「{end}」, which is no flow node of this process.", "Connect it again."));
            }
        }

        foreach (var node in nodes)
        {
            foreach (var outcome in node.Decision?.Outcomes ?? [])
            {
                if (!edges.Any(edge => edge.Id == outcome.Edge && edge.From == node.Id))
                {
                    problems.Add(new Problem("CF2007", file, node.Line, node.Column, $"The outcome 「{outcome.Answer}」 names the sequence flow 「{outcome.Edge}」, which does not leave this gateway.", "Name one that does."));
                }
            }
        }
    }

    private static FlowNode Node(XElement element, Dictionary<string, string> lanes, int line, int column)
    {
        var extension = element.Element(Bpmn + "extensionElements");
        var unit = extension?.Element(Conf + "unit");
        var decision = extension?.Element(Conf + "decision");
        var jump = extension?.Element(Conf + "jump");
        var id = Attribute(element, "id");
        return new FlowNode(
            id, element.Name.LocalName, Attribute(element, "name").ReplaceLineEndings(""), lanes.GetValueOrDefault(id, ""),
            Attribute(unit, "step"), Attribute(unit, "function"), Attribute(unit, "exchange"),
            decision is null ? null : new Decision(Attribute(decision, "by"), [.. decision.Elements(Conf + "outcome").Select(Outcome)]),
            jump is null ? null : new Jump(Attribute(jump, "flow"), Attribute(jump, "step")),
            line, column);
    }

    private static DecisionOutcome Outcome(XElement outcome) => new(
        Attribute(outcome, "sequenceFlow"), Attribute(outcome, "answer"), Attribute(outcome, "exchange"),
        [.. outcome.Elements(Conf + "class").Select(item => new DataClass(Attribute(item, "id"), Attribute(item, "name")))]);

    private static Dictionary<string, string> Lanes(XElement process)
    {
        // Inner lanes come later in document order, so the innermost name wins.
        var lanes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var lane in process.Descendants(Bpmn + "lane"))
        {
            foreach (var reference in lane.Elements(Bpmn + "flowNodeRef"))
            {
                lanes[reference.Value.Trim()] = Attribute(lane, "name").ReplaceLineEndings("");
            }
        }

        return lanes;
    }

    private static string Attribute(XElement? element, string name) => element?.Attribute(name)?.Value ?? "";

    private static (int Line, int Column) At(IXmlLineInfo? info) => info is null ? (0, 0) : (info.LineNumber, info.LinePosition);
}
