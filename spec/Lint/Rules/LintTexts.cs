namespace Conformance.Spec.Lint.Rules;

/// <summary>Pieces that the examples of several rules share, and words of their messages.</summary>
internal static class LintTexts
{
    /// <summary>The one flow of the sound example: ① by a person, ② and ③ in the system.</summary>
    public const string MainFlow = """
        <laneSet id="L"><lane id="L1" name="住民"><flowNodeRef>S</flowNodeRef><flowNodeRef>T1</flowNodeRef></lane><lane id="L2" name="見本システム"><flowNodeRef>T2</flowNodeRef><flowNodeRef>T3</flowNodeRef><flowNodeRef>E</flowNodeRef></lane></laneSet>
        <startEvent id="S"/>
        <userTask id="T1" name="①申込書提出"><extensionElements><conf:unit step="900-1-①"/></extensionElements></userTask>
        <serviceTask id="T2" name="②申込受付"><extensionElements><conf:unit step="900-1-②" function="見本-1.1"/></extensionElements></serviceTask>
        <serviceTask id="T3" name="③申込審査"><extensionElements><conf:unit step="900-1-③" function="見本-1.2"/></extensionElements></serviceTask>
        <endEvent id="E"/>
        <sequenceFlow id="F1" sourceRef="S" targetRef="T1"/><sequenceFlow id="F2" sourceRef="T1" targetRef="T2"/><sequenceFlow id="F3" sourceRef="T2" targetRef="T3"/><sequenceFlow id="F4" sourceRef="T3" targetRef="E"/>
        """;

    public static string Name(MunicipalityClass value) => value switch
    {
        MunicipalityClass.DesignatedCity => "指定都市",
        MunicipalityClass.CoreCity => "中核市",
        _ => "一般市区町村",
    };

    /// <summary>A contracts.yaml with one contract.</summary>
    public static string ContractOf(string unit, string settings = "kind: maintain, basis: illustrative") => $$"""
        roles:
          見本システム:
            slug: mihon
            unit: function
            person: 申込者
            neighbour: 住民
            exchanges:
              受付: {basis: illustrative, accepts: 見本-1.1}
            contracts:
              - {unit: {{unit}}, {{settings}}}
        """;

    /// <summary>A flow with one task.</summary>
    public static string Flow(string id, string name, string function) => $$"""
        <laneSet id="L"><lane id="L2" name="見本システム"><flowNodeRef>S</flowNodeRef><flowNodeRef>T1</flowNodeRef><flowNodeRef>E</flowNodeRef></lane></laneSet>
        <startEvent id="S"/>
        <serviceTask id="T1" name="①{{name}}"><extensionElements><conf:unit step="{{id}}-①" function="{{function}}"/></extensionElements></serviceTask>
        <endEvent id="E"/>
        <sequenceFlow id="F1" sourceRef="S" targetRef="T1"/><sequenceFlow id="F2" sourceRef="T1" targetRef="E"/>
        """;
}
