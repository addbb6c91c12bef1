using Conformance.Derivation.Suites;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tests.Suites;

/// <summary>Pools that send each other messages.</summary>
public sealed class CollaborationTests
{
    private const string Asks = """<startEvent id="s1"/><sendTask id="ask"/><receiveTask id="hear"/><endEvent id="e1"/><sequenceFlow id="a1" sourceRef="s1" targetRef="ask"/><sequenceFlow id="a2" sourceRef="ask" targetRef="hear"/><sequenceFlow id="a3" sourceRef="hear" targetRef="e1"/>""";
    private const string HearsFirst = """<startEvent id="s1"/><receiveTask id="hear"/><sendTask id="ask"/><endEvent id="e1"/><sequenceFlow id="a1" sourceRef="s1" targetRef="hear"/><sequenceFlow id="a2" sourceRef="hear" targetRef="ask"/><sequenceFlow id="a3" sourceRef="ask" targetRef="e1"/>""";
    private const string Answers = """<startEvent id="s2"><messageEventDefinition/></startEvent><task id="think"/><endEvent id="answer"><messageEventDefinition/></endEvent><sequenceFlow id="b1" sourceRef="s2" targetRef="think"/><sequenceFlow id="b2" sourceRef="think" targetRef="answer"/>""";

    [Fact]
    public void A_message_begins_the_other_process_and_its_answer_is_waited_for()
    {
        var suite = RunSuite.Of(Collaboration.Of(Model(Asks, Answers)).Single());

        suite.Proven.Should().BeTrue();
        suite.Infeasible.Should().BeEmpty();
        suite.Runs.Should().ContainSingle().Which.Nodes.Select(node => node.Id).Should().Equal("s1", "ask", "s2", "think", "answer", "hear", "e1");
    }

    [Fact]
    public void Two_processes_that_wait_for_each_other_are_infeasible_with_the_message_as_reason()
    {
        var suite = RunSuite.Of(Collaboration.Of(Model(HearsFirst, Answers)).Single());

        suite.Runs.Should().BeEmpty();
        suite.Infeasible.Should().Contain(element => element.Element == "hear" && element.Reason.En.Contains("「m2」, a message that is not sent"));
    }

    [Fact]
    public void Each_process_alone_takes_its_messages_to_arrive() =>
        Model(HearsFirst, Answers).Flows.Select(RunSuite.Of).Should().OnlyContain(suite => suite.Proven && suite.Runs.Count == 1 && suite.Infeasible.Count == 0);

    [Fact]
    public void A_black_box_is_played_by_somebody_else() =>
        Collaboration.Of(BpmnReader.ReadModel($"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><collaboration id="c"><participant id="p1" name="甲" processRef="x"/><participant id="p2" name="箱"/>
            <messageFlow id="m1" sourceRef="ask" targetRef="p2"/></collaboration><process id="x">{Asks}</process></definitions>
            """, "t.bpmn", new List<Problem>())!).Should().BeEmpty();

    private static BpmnModel Model(string first, string second) => BpmnReader.ReadModel($"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><collaboration id="c"><participant id="p1" name="甲" processRef="x"/><participant id="p2" name="乙" processRef="y"/>
        <messageFlow id="m1" sourceRef="ask" targetRef="s2"/><messageFlow id="m2" sourceRef="answer" targetRef="hear"/></collaboration>
        <process id="x">{first}</process><process id="y">{second}</process></definitions>
        """, "t.bpmn", new List<Problem>())!;
}
