using Conformance.Spec.Flows;

namespace Conformance.Spec.Tests.Flows;

/// <summary>Everything that a modeller can put into a process.</summary>
public sealed class BpmnKindTests
{
    [Theory]
    [InlineData("task")]
    [InlineData("userTask")]
    [InlineData("serviceTask")]
    [InlineData("manualTask")]
    [InlineData("sendTask")]
    [InlineData("receiveTask")]
    [InlineData("scriptTask")]
    [InlineData("businessRuleTask")]
    [InlineData("callActivity")]
    [InlineData("subProcess")]
    [InlineData("transaction")]
    [InlineData("adHocSubProcess")]
    [InlineData("startEvent")]
    [InlineData("endEvent")]
    [InlineData("intermediateThrowEvent")]
    [InlineData("intermediateCatchEvent")]
    [InlineData("exclusiveGateway")]
    [InlineData("parallelGateway")]
    [InlineData("inclusiveGateway")]
    [InlineData("eventBasedGateway")]
    [InlineData("complexGateway")]
    public void Every_kind_of_node_is_read_under_its_name(string kind) =>
        Model($"<{kind} id=\"n\" name=\"名\"/>").Flows.Single().Node("n").Should().Match<FlowNode>(node => node.Kind == kind && node.Name == "名");

    [Theory]
    [InlineData("messageEventDefinition", EventTrigger.Message)]
    [InlineData("timerEventDefinition", EventTrigger.Timer)]
    [InlineData("errorEventDefinition", EventTrigger.Error)]
    [InlineData("escalationEventDefinition", EventTrigger.Escalation)]
    [InlineData("cancelEventDefinition", EventTrigger.Cancel)]
    [InlineData("compensateEventDefinition", EventTrigger.Compensation)]
    [InlineData("conditionalEventDefinition", EventTrigger.Conditional)]
    [InlineData("linkEventDefinition", EventTrigger.Link)]
    [InlineData("signalEventDefinition", EventTrigger.Signal)]
    [InlineData("terminateEventDefinition", EventTrigger.Terminate)]
    public void Every_trigger_of_an_event_is_read(string definition, EventTrigger trigger) =>
        Model($"<endEvent id=\"n\"><{definition}/></endEvent>").Flows.Single().Node("n").Trigger.Should().Be(trigger);

    [Fact]
    public void Several_triggers_are_any_of_them_or_all()
    {
        var flow = Model("<startEvent id=\"a\"><messageEventDefinition/><timerEventDefinition/></startEvent><startEvent id=\"b\" parallelMultiple=\"true\"><messageEventDefinition/><timerEventDefinition/></startEvent>").Flows.Single();

        flow.Node("a").Trigger.Should().Be(EventTrigger.Multiple);
        flow.Node("b").Trigger.Should().Be(EventTrigger.ParallelMultiple);
    }

    [Fact]
    public void The_contents_of_a_sub_process_stand_in_its_scope_and_its_lane()
    {
        var flow = Model("""
            <laneSet><lane id="l" name="職員"><flowNodeRef>p</flowNodeRef></lane></laneSet>
            <subProcess id="p"><startEvent id="s"/><subProcess id="q"><task id="t"/></subProcess><sequenceFlow id="f" sourceRef="s" targetRef="q"/></subProcess>
            """).Flows.Single();

        flow.Node("t").Should().Match<FlowNode>(node => node.Scope == "q" && node.Lane == "職員");
        flow.Node("q").Scope.Should().Be("p");
        flow.Edges.Single().Scope.Should().Be("p");
    }

    [Fact]
    public void A_boundary_event_is_in_the_lane_of_its_activity_and_says_whether_it_interrupts()
    {
        var flow = Model("""
            <laneSet><lane id="l" name="職員"><flowNodeRef>t</flowNodeRef></lane></laneSet>
            <boundaryEvent id="b" attachedToRef="t" cancelActivity="false"><timerEventDefinition/></boundaryEvent>
            <boundaryEvent id="c" attachedToRef="t"><compensateEventDefinition/></boundaryEvent>
            <task id="t"><multiInstanceLoopCharacteristics isSequential="true"/></task><task id="h" isForCompensation="true"/>
            <association id="a" sourceRef="c" targetRef="h"/>
            """).Flows.Single();

        flow.Node("b").Should().Match<FlowNode>(node => node.AttachedTo == "t" && !node.Interrupting && node.Lane == "職員");
        flow.Node("c").Should().Match<FlowNode>(node => node.Handler == "h" && node.Interrupting);
        flow.Node("h").ForCompensation.Should().BeTrue();
        flow.Node("t").Repetition.Should().Be(Repetition.Sequential);
    }

    [Fact]
    public void Data_objects_and_stores_are_read_with_those_who_use_them()
    {
        var flow = Model("""
            <dataObjectReference id="d" name="申請書"/><dataStoreReference id="s" name="台帳"/>
            <task id="t"><dataInputAssociation><sourceRef>d</sourceRef><targetRef>x</targetRef></dataInputAssociation><dataOutputAssociation><targetRef>s</targetRef></dataOutputAssociation></task>
            """).Flows.Single();

        flow.Data.Should().Equal(new FlowData("d", "dataObjectReference", "申請書"), new FlowData("s", "dataStoreReference", "台帳"));
        flow.Node("t").Data.Should().Equal("d", "s");
    }

    [Fact]
    public void Pools_message_flows_and_several_processes_are_read()
    {
        var problems = new List<Problem>();
        var model = BpmnReader.ReadModel("""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">
            <collaboration id="c"><participant id="p1" name="甲" processRef="x"/><participant id="p2" name="乙" processRef="y"/><participant id="p3" name="箱"/>
            <messageFlow id="m1" sourceRef="a" targetRef="b"/><messageFlow id="m2" sourceRef="b" targetRef="p3"/><messageFlow id="m3" sourceRef="b" targetRef="gone"/></collaboration>
            <process id="x"><task id="a"/></process><process id="y"><task id="b"/></process>
            </definitions>
            """, "t.bpmn", problems)!;

        model.Flows.Select(flow => (flow.Id, flow.Pool, flow.Nodes.Single().Lane)).Should().Equal(("x", "甲", "甲"), ("y", "乙", "乙"));
        model.Pools.Should().Contain(new Pool("p3", "箱", ""));
        model.Messages.Should().HaveCount(3);
        model.Notes.Should().ContainSingle().Which.Should().Match<Problem>(note => note.Code == "CF2009" && note.Fact.Contains("「gone」") && note.Line == 3);
    }

    [Fact]
    public void What_is_connected_only_at_the_nodes_is_connected()
    {
        var flow = Model("<startEvent id=\"s\"><outgoing>f</outgoing></startEvent><endEvent id=\"e\"><incoming>f</incoming></endEvent><sequenceFlow id=\"f\"/>").Flows.Single();

        flow.Edges.Single().Should().Match<FlowEdge>(edge => edge.From == "s" && edge.To == "e");
    }

    [Theory]
    [InlineData("<task id=\"a\"/><sequenceFlow id=\"f\" sourceRef=\"a\"/>", "leads nowhere")]
    [InlineData("<task id=\"a\"/><sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"gone\"/>", "「gone」")]
    [InlineData("<task id=\"a\"/><subProcess id=\"p\"><task id=\"b\"/></subProcess><sequenceFlow id=\"f\" sourceRef=\"a\" targetRef=\"b\"/>", "crosses the border")]
    public void A_dangling_flow_is_kept_apart_with_a_note(string process, string fact)
    {
        var model = Model(process);

        model.Flows.Single().Loose.Should().ContainSingle().Which.Fact.En.Should().Contain(fact);
        model.Notes.Should().ContainSingle().Which.Code.Should().Be("CF2006");
    }

    [Fact]
    public void An_element_without_an_ID_gets_one_from_its_place() =>
        Model("<task id=\"a\"/><task id=\"b\"/>\n<sequenceFlow sourceRef=\"a\" targetRef=\"b\"/>").Flows.Single().Edges.Single().Id.Should().Be("sequenceFlow@5:2");

    [Fact]
    public void Errors_go_by_their_code_so_that_thrower_and_catcher_meet()
    {
        var problems = new List<Problem>();
        var model = BpmnReader.ReadModel("""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:t="urn:t"><error id="e1" errorCode="E"/><error id="e2" errorCode="E"/>
            <process id="x"><endEvent id="a"><errorEventDefinition errorRef="t:e1"/></endEvent><endEvent id="b"><errorEventDefinition errorRef="e2"/></endEvent></process></definitions>
            """, "t.bpmn", problems)!;

        model.Flows.Single().Nodes.Select(node => node.TriggerName).Should().Equal("E", "E");
    }

    private static BpmnModel Model(string process)
    {
        var problems = new List<Problem>();
        var model = BpmnReader.ReadModel(Some.Bpmn(process), "t.bpmn", problems);
        problems.Should().BeEmpty();
        return model!;
    }
}
