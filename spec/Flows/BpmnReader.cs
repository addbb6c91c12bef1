using System.Xml.Linq;
using static Conformance.Spec.Flows.BpmnDocument;

namespace Conformance.Spec.Flows;

/// <summary>
/// Reads the processes and collaborations of a BPMN 2.0 file (OMG formal/2013-12-09), whichever tool wrote it. Nothing is dropped
/// without a note. DTDs are refused, and depth and size are bounded.
/// </summary>
public static class BpmnReader
{
    /// <summary>Largest file that is read, in characters.</summary>
    public const int MaxCharacters = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of elements that is read.</summary>
    public const int MaxDepth = 256;

    /// <summary>The processes of a file that belongs to a standard: whatever is wrong with it is a problem.</summary>
    public static IReadOnlyList<Flow> Read(string text, string file, ICollection<Problem> problems) => Strict(ReadModel(text, file, problems), problems);

    /// <summary>As <see cref="Read(string, string, ICollection{Problem})"/>, in the encoding that the file says it has.</summary>
    public static IReadOnlyList<Flow> Read(byte[] bytes, string file, ICollection<Problem> problems) => Strict(ReadModel(bytes, file, problems), problems);

    /// <summary>A file as somebody drew it: what can be read is, and what is wrong with it is a note. Null, with problems added, where it is refused.</summary>
    public static BpmnModel? ReadModel(byte[] bytes, string file, ICollection<Problem> problems) =>
        BpmnText.Decode(bytes, file, problems) is { } text ? ReadModel(text, file, problems) : null;

    public static BpmnModel? ReadModel(string text, string file, ICollection<Problem> problems)
    {
        if (Parse(text, file, problems) is not { } root)
        {
            return null;
        }

        var notes = new List<Problem>();
        foreach (var element in root.Elements().Where(element => element.Name == Bpmn + "choreography" || element.Name == Bpmn + "globalChoreographyTask" || element.Name == Bpmn + "conversation"))
        {
            notes.Add(NotRead(element, file));
        }

        var collaborations = root.Elements(Bpmn + "collaboration").ToList();
        var pools = collaborations.Elements(Bpmn + "participant").Select(pool => new Pool(Id(pool), Name(pool), Local(Attribute(pool, "processRef")))).ToList();
        var messages = collaborations.Elements(Bpmn + "messageFlow").Select(Message).ToList();
        var poolOf = pools.Where(pool => pool.Process.Length > 0).GroupBy(pool => pool.Process).ToDictionary(group => group.Key, group => group.First().Name, StringComparer.Ordinal);
        var named = root.Elements().Where(element => element.Attribute("id") is not null).GroupBy(element => Attribute(element, "id")).ToDictionary(group => group.Key, Called, StringComparer.Ordinal);
        var flows = root.Elements(Bpmn + "process")
            .Select(process => new ProcessReading(process, file, poolOf.GetValueOrDefault(Attribute(process, "id"), ""), named, notes).Read() with { Messages = messages })
            .ToList();
        CheckIds(flows, file, notes);
        CheckMessages(messages, flows, pools, file, notes);
        return new BpmnModel(file, flows, pools, messages, DiagramReader.Read(root), notes)
        {
            Namespace = Attribute(root, "targetNamespace"),
            Imports = [.. root.Elements(Bpmn + "import").Where(import => Attribute(import, "importType") == Bpmn.NamespaceName).Select(Import)],
            GlobalTasks = [.. root.Elements().Where(element => element.Name.Namespace == Bpmn && element.Name.LocalName.StartsWith("global", StringComparison.Ordinal) && element.Name.LocalName.EndsWith("Task", StringComparison.Ordinal)).Select(Id)],
        };
    }

    internal static Problem NotRead(XElement element, string file)
    {
        var (line, column) = At(element);
        return new Problem("CF2003", file, line, column, $"<{element.Name.LocalName}> is no part of a process that can be run.", "Express it with tasks, events and gateways of BPMN.");
    }

    private static IReadOnlyList<Flow> Strict(BpmnModel? model, ICollection<Problem> problems)
    {
        foreach (var note in model?.Notes ?? [])
        {
            problems.Add(note);
        }

        return model?.Flows ?? [];
    }

    // An error, signal, escalation or message goes by its code or name where it has one: two elements may mean the same.
    private static string Called(IEnumerable<XElement> elements) => elements.First() is var element
        && Attribute(element, "errorCode") is { Length: > 0 } code ? code : Attribute(elements.First(), "escalationCode") is { Length: > 0 } other ? other : Attribute(elements.First(), "id");

    private static BpmnImport Import(XElement element)
    {
        var (line, column) = At(element);
        return new BpmnImport(Attribute(element, "namespace"), Attribute(element, "location"), line, column);
    }

    private static MessageFlow Message(XElement element)
    {
        var (line, column) = At(element);
        return new MessageFlow(Id(element), Local(Attribute(element, "sourceRef")), Local(Attribute(element, "targetRef")), Name(element), line, column);
    }

    private static void CheckIds(List<Flow> flows, string file, List<Problem> notes)
    {
        var ids = flows.SelectMany(flow => flow.Nodes.Select(node => (node.Id, node.Line, node.Column)).Concat(flow.Edges.Select(edge => (edge.Id, edge.Line, edge.Column))));
        foreach (var twice in ids.GroupBy(id => id.Id).Where(group => group.Count() > 1))
        {
            var last = twice.Last();
            notes.Add(new Problem("CF2005", file, last.Line, last.Column, $"The ID 「{twice.Key}」 is used {twice.Count()} times.", "Give every element an ID of its own."));
        }
    }

    private static void CheckMessages(List<MessageFlow> messages, List<Flow> flows, List<Pool> pools, string file, List<Problem> notes)
    {
        if (messages.Count == 0)
        {
            return;
        }

        var known = flows.SelectMany(flow => flow.Nodes).Select(node => node.Id).Concat(pools.Select(pool => pool.Id)).ToHashSet(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            foreach (var end in new[] { message.From, message.To }.Where(end => !known.Contains(end)))
            {
                notes.Add(new Problem("CF2009", file, message.Line, message.Column, $"The message flow 「{message.Id}」 ends at 「{end}」, which is no flow node and no pool.", "Connect it again."));
            }
        }
    }
}
