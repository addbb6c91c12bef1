using Conformance.Reports.Html;
using Conformance.Verdicts;

namespace Conformance.Reports.Tests.Samples;

/// <summary>A flow with one decision, of which a run took one outcome.</summary>
internal static class SampleFlow
{
    private const string Xml = """
        <?xml version="1.0" encoding="UTF-8"?>
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="urn:sample">
          <bpmn:process id="flow-s-1" isExecutable="false">
            <bpmn:startEvent id="Start"><bpmn:outgoing>Flow_1</bpmn:outgoing></bpmn:startEvent>
            <bpmn:task id="Task_A" name="①受付"><bpmn:incoming>Flow_1</bpmn:incoming><bpmn:outgoing>Flow_2</bpmn:outgoing></bpmn:task>
            <bpmn:exclusiveGateway id="Gate"><bpmn:incoming>Flow_2</bpmn:incoming><bpmn:outgoing>Flow_yes</bpmn:outgoing><bpmn:outgoing>Flow_no</bpmn:outgoing></bpmn:exclusiveGateway>
            <bpmn:endEvent id="End_yes"><bpmn:incoming>Flow_yes</bpmn:incoming></bpmn:endEvent>
            <bpmn:endEvent id="End_no"><bpmn:incoming>Flow_no</bpmn:incoming></bpmn:endEvent>
            <bpmn:sequenceFlow id="Flow_1" sourceRef="Start" targetRef="Task_A"/>
            <bpmn:sequenceFlow id="Flow_2" sourceRef="Task_A" targetRef="Gate"/>
            <bpmn:sequenceFlow id="Flow_yes" name="Y" sourceRef="Gate" targetRef="End_yes"/>
            <bpmn:sequenceFlow id="Flow_no" name="N" sourceRef="Gate" targetRef="End_no"/>
          </bpmn:process>
          <bpmndi:BPMNDiagram id="dg"><bpmndi:BPMNPlane id="pl" bpmnElement="flow-s-1">
            <bpmndi:BPMNShape id="s1" bpmnElement="Start"><dc:Bounds x="20" y="42" width="36" height="36"/></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="s2" bpmnElement="Task_A"><dc:Bounds x="100" y="20" width="120" height="80"/></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="s3" bpmnElement="Gate" isMarkerVisible="true"><dc:Bounds x="265" y="35" width="50" height="50"/></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="s4" bpmnElement="End_yes"><dc:Bounds x="372" y="42" width="36" height="36"/></bpmndi:BPMNShape>
            <bpmndi:BPMNShape id="s5" bpmnElement="End_no"><dc:Bounds x="372" y="132" width="36" height="36"/></bpmndi:BPMNShape>
            <bpmndi:BPMNEdge id="e1" bpmnElement="Flow_1"><di:waypoint x="56" y="60"/><di:waypoint x="100" y="60"/></bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="e2" bpmnElement="Flow_2"><di:waypoint x="220" y="60"/><di:waypoint x="265" y="60"/></bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="e3" bpmnElement="Flow_yes"><di:waypoint x="315" y="60"/><di:waypoint x="372" y="60"/></bpmndi:BPMNEdge>
            <bpmndi:BPMNEdge id="e4" bpmnElement="Flow_no"><di:waypoint x="290" y="85"/><di:waypoint x="290" y="150"/><di:waypoint x="372" y="150"/></bpmndi:BPMNEdge>
          </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
        </bpmn:definitions>
        """;

    public static FlowPicture Picture { get; } = new("s-1", "見本", Xml, [new FlowPictureTask("Task_A", "①受付", "標準準拠システム", "0310001")],
        [new("Flow_1", "Start", "Task_A", ""), new("Flow_2", "Task_A", "Gate", ""), new("Flow_yes", "Gate", "End_yes", "Y"), new("Flow_no", "Gate", "End_no", "N")],
    [
        new FlowPicturePath("Y", ["Start", "Flow_1", "Task_A", "Flow_2", "Gate", "Flow_yes", "End_yes"]),
        new FlowPicturePath("N", ["Start", "Flow_1", "Task_A", "Flow_2", "Gate", "Flow_no", "End_no"]),
    ]);

    public static IReadOnlyList<RunResult> Runs() =>
    [
        Some.Run(
            [
                Some.Scenario("s-1-y", verdict: VerdictKind.Nonconforming) with { Tags = ["@フロー:s-1", "@経路:Y"] },
                Some.Scenario("other", functions: ["0310002"]),
            ],
            [Some.Function("0310001", verdict: VerdictKind.Nonconforming), Some.Function("0310002")], verdict: VerdictKind.Nonconforming),
    ];
}
