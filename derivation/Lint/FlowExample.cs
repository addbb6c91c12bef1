using Conformance.Spec.Lint;

namespace Conformance.Derivation.Lint;

/// <summary>Edits of the one flow of the sound example standard.</summary>
internal static class FlowExample
{
    private const string Flow = """
        <laneSet id="L"><lane id="L1" name="住民"><flowNodeRef>S</flowNodeRef><flowNodeRef>T1</flowNodeRef></lane><lane id="L2" name="見本システム"><flowNodeRef>T2</flowNodeRef><flowNodeRef>T3</flowNodeRef><flowNodeRef>E</flowNodeRef></lane></laneSet>
        <startEvent id="S"/>
        <userTask id="T1" name="①申込書提出"><extensionElements><conf:unit step="900-1-①"/></extensionElements></userTask>
        <serviceTask id="T2" name="②申込受付"><extensionElements><conf:unit step="900-1-②" function="見本-1.1"/></extensionElements></serviceTask>
        <serviceTask id="T3" name="③申込審査"><extensionElements><conf:unit step="900-1-③" function="見本-1.2"/></extensionElements></serviceTask><!--3-->
        <endEvent id="E"/>
        <sequenceFlow id="F1" sourceRef="S" targetRef="T1"/><sequenceFlow id="F2" sourceRef="T1" targetRef="T2"/><sequenceFlow id="F3" sourceRef="T2" targetRef="T3"/><sequenceFlow id="F4" sourceRef="T3" targetRef="E"/>
        """;

    public static LintExample Sound { get; } = new(("flows/900-1.bpmn", Flow));

    public static LintExample With(string more) => new(("flows/900-1.bpmn", Flow + more));

    public static LintExample Without(params string[] parts) => new(("flows/900-1.bpmn", parts.Aggregate(Flow, (text, part) => text.Replace(part, "", StringComparison.Ordinal))));

    /// <param name="pairs">What is replaced and by what, in turn.</param>
    public static LintExample Replace(params string[] pairs) =>
        new(("flows/900-1.bpmn", pairs.Chunk(2).Aggregate(Flow, (text, pair) => text.Replace(pair[0], pair[1], StringComparison.Ordinal))));

    /// <summary>A split behind ② whose two ways have these answers.</summary>
    public static LintExample Split(string kind, string first, string second) => Replace("""<sequenceFlow id="F3" sourceRef="T2" targetRef="T3"/>""",
        $"""<{kind} id="G"/><sequenceFlow id="F3" sourceRef="T2" targetRef="G"/><sequenceFlow id="F5" sourceRef="G" targetRef="T3" name="{first}"/><sequenceFlow id="F6" sourceRef="G" targetRef="E" name="{second}"/>""");

    /// <summary>A split of one kind whose ways meet in a join of another.</summary>
    public static LintExample Join(string split, string join) => Replace("""<sequenceFlow id="F3" sourceRef="T2" targetRef="T3"/>""",
        $"""<{split} id="G"/><{join} id="J"/><userTask id="T4" name="④確認"/><userTask id="T5" name="⑤照会"/><sequenceFlow id="F3" sourceRef="T2" targetRef="G"/><sequenceFlow id="F5" sourceRef="G" targetRef="T4" name="Y"/><sequenceFlow id="F6" sourceRef="G" targetRef="T5" name="N"/><sequenceFlow id="F7" sourceRef="T4" targetRef="J"/><sequenceFlow id="F8" sourceRef="T5" targetRef="J"/><sequenceFlow id="F9" sourceRef="J" targetRef="T3"/>""");
}
