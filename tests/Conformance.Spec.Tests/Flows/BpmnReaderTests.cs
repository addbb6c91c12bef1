using Conformance.Spec.Flows;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Spec.Tests.Flows;

public sealed class BpmnReaderTests
{
    private readonly List<Problem> _problems = [];

    [Fact]
    public void A_process_is_read_with_lanes_units_decisions_and_jumps()
    {
        var flow = Read(Some.Bpmn("""
            <laneSet><lane id="l1" name="職員"><flowNodeRef>s</flowNodeRef></lane><lane id="l2" name="システム"><flowNodeRef>g</flowNodeRef>
            <childLaneSet><lane id="l3" name="内側"><flowNodeRef>t</flowNodeRef></lane></childLaneSet></lane></laneSet>
            <startEvent id="s"/>
            <userTask id="t" name="入力"><extensionElements><conf:unit step="999-1-①" function="9990001" exchange="照会"/><conf:jump flow="999-2" step="999-2-③"/></extensionElements></userTask>
            <exclusiveGateway id="g"><extensionElements><conf:decision by="職員"><conf:outcome sequenceFlow="f3" answer="Y" exchange="選択"><conf:class id="one" name="一人"/></conf:outcome></conf:decision></extensionElements></exclusiveGateway>
            <endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="g"/>
            <sequenceFlow id="f3" sourceRef="g" targetRef="t" name="Y"/>
            <sequenceFlow id="f4" sourceRef="g" targetRef="e"/>
            """)).Single();

        _problems.Should().BeEmpty();
        flow.Id.Should().Be("999-1");
        flow.Node("t").Should().Match<FlowNode>(node => node.Lane == "内側" && node.Step == "999-1-①" && node.Function == "9990001" && node.Exchange == "照会"
            && node.Jump == new Jump("999-2", "999-2-③"));
        flow.Node("g").Decision!.Outcomes.Single().Should().Match<DecisionOutcome>(outcome => outcome.Edge == "f3" && outcome.Exchange == "選択" && outcome.Classes.Single().Id == "one");
        flow.Edges.Should().HaveCount(3);
    }

    [Fact]
    public void A_DTD_is_refused_before_anything_in_it_is_read()
    {
        Read("<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<x>&a;</x>").Should().BeEmpty();

        One("CF2001").Should().Match<Problem>(problem => problem.Line == 2 && problem.Column == 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain text")]
    [InlineData("<definitions")]
    [InlineData("<a><b></a>")]
    public void What_is_no_XML_is_CF2000(string text)
    {
        Read(text).Should().BeEmpty();

        One("CF2000").Line.Should().Be(text.Length == 0 ? 0 : 1);
    }

    [Fact]
    public void Another_root_is_CF2004()
    {
        Read("<definitions xmlns=\"urn:other\"/>").Should().BeEmpty();

        One("CF2004").Line.Should().Be(1);
    }

    [Fact]
    public void A_file_over_the_size_bound_is_CF2002()
    {
        Read(Some.Bpmn(new string(' ', BpmnReader.MaxCharacters))).Should().BeEmpty();

        One("CF2002").Fact.Should().Contain("16777216");
    }

    [Fact]
    public void What_is_no_part_of_a_process_is_CF2003_at_its_place_and_never_dropped()
    {
        Read(Some.Bpmn("<startEvent id=\"s\"/>\n<x:task id=\"c\"/>"));

        One("CF2003").Should().Match<Problem>(problem => problem.Line == 5 && problem.Fact.Contains("<task>"));
    }

    [Fact]
    public void A_sequence_flow_that_ends_nowhere_is_CF2006_at_its_line()
    {
        Read(Some.Bpmn("<startEvent id=\"s\"/>\n<sequenceFlow id=\"f\" sourceRef=\"s\" targetRef=\"gone\"/>"));

        One("CF2006").Should().Match<Problem>(problem => problem.Line == 5 && problem.Fact.Contains("「gone」"));
    }

    [Fact]
    public void An_outcome_that_names_another_gateways_flow_is_CF2007()
    {
        Read(Some.Bpmn("""
            <startEvent id="s"/><endEvent id="e"/>
            <exclusiveGateway id="g"><extensionElements><conf:decision by="x"><conf:outcome sequenceFlow="f1" answer="Y"/></conf:decision></extensionElements></exclusiveGateway>
            <sequenceFlow id="f1" sourceRef="s" targetRef="g"/><sequenceFlow id="f2" sourceRef="g" targetRef="e"/>
            """));

        One("CF2007").Should().Match<Problem>(problem => problem.Line == 5 && problem.Fact.Contains("「f1」"));
    }

    [Fact]
    public void An_ID_that_is_used_twice_is_CF2005()
    {
        Read(Some.Bpmn("<startEvent id=\"s\"/><endEvent id=\"s\"/>"));

        One("CF2005").Fact.Should().Contain("「s」");
    }

    [Fact]
    public void Several_problems_come_at_once()
    {
        Read(Some.Bpmn("<startEvent id=\"s\"/><endEvent id=\"s\"/>\n<x:task id=\"c\"/>\n<sequenceFlow id=\"f\" sourceRef=\"u\" targetRef=\"v\"/>"));

        _problems.Select(problem => problem.Code).Should().Equal("CF2003", "CF2006", "CF2005");
    }

    [Fact]
    public void A_file_over_the_depth_bound_is_CF2002_and_takes_no_time()
    {
        const int depth = 1_000_000;
        Read(Some.Bpmn(string.Concat(Enumerable.Repeat("<group>", depth)) + string.Concat(Enumerable.Repeat("</group>", depth)))).Should().BeEmpty();

        One("CF2002").Fact.Should().Contain("256");
    }

    [Fact]
    public void A_damaged_file_gives_flows_or_problems_and_never_an_exception()
    {
        var whole = File.ReadAllText(Directory.GetFiles(Path.Combine(Some.Folder, "flows"), "*.bpmn").Order(StringComparer.Ordinal).First());
        var damage = Gen.Choose(0, whole.Length - 1).SelectMany(at => Gen.Choose(1, 40).SelectMany(length =>
            Gen.Elements("", "<", "&", "\"", ">", "<task/>", "\0").Select(instead => whole[..at] + instead + whole[Math.Min(whole.Length, at + length)..])));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(31, 2023), Prop.ForAll(damage.ToArbitrary(), text =>
        {
            var problems = new List<Problem>();
            return BpmnReader.Read(text, "damaged.bpmn", problems).Count > 0 || problems.Count > 0;
        }));
    }

    private IReadOnlyList<Flow> Read(string text) => BpmnReader.Read(text, "t.bpmn", _problems);

    private Problem One(string code) => _problems.Should().ContainSingle(because: string.Join('\n', _problems)).Which.Should().Match<Problem>(problem => problem.Code == code && problem.File == "t.bpmn" && problem.Remedy.Length > 0).And.Subject.As<Problem>();
}
