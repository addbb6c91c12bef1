using System.Xml.Linq;
using Conformance.Derivation.Drawing;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tests.Drawing;

public sealed class FlowDrawingTests
{
    private const string Process = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/><subProcess id="u" name="審査 &lt;1&gt;"><task id="t"/></subProcess>
        <boundaryEvent id="b" attachedToRef="u"><timerEventDefinition/></boundaryEvent><exclusiveGateway id="g"/><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="u"/><sequenceFlow id="f2" sourceRef="u" targetRef="g"/><sequenceFlow id="f3" sourceRef="g" targetRef="e" name="&amp;"/><sequenceFlow id="f4" sourceRef="g" targetRef="u"/><sequenceFlow id="f5" sourceRef="b" targetRef="e"/></process></definitions>
        """;

    private static readonly DrawnSuite[] Suites = [new("流れ", [new("s → e", ["s", "e"], ["f1", "f2", "f3"])], new Dictionary<string, string> { ["f3"] = "1" }, new Dictionary<string, string> { ["f4"] = "理由 <b>" })];

    [Fact]
    public void A_file_without_a_diagram_gets_one_in_which_nothing_lies_on_something_else()
    {
        var svg = XDocument.Parse(FlowDrawing.Svg(Model(), Suites));

        var nodes = svg.Descendants().Where(element => element.Attribute("class")?.Value.StartsWith("node ", StringComparison.Ordinal) == true).Select(element => element.Attribute("id")!.Value);
        nodes.Should().BeEquivalentTo("s", "u", "t", "b", "g", "e");
        var boxes = FlowLayout.Of(Model()).Shapes;
        foreach (var (one, other) in from a in boxes from b in boxes where string.CompareOrdinal(a.Key, b.Key) < 0 && a.Key != "b" && b.Key is not "b" && !(a.Key == "t" && b.Key == "u") select (a, b))
        {
            Apart(one.Value, other.Value).Should().BeTrue($"{one.Key} and {other.Key}");
        }
    }

    [Fact]
    public void A_process_that_the_file_does_not_draw_is_placed_below_those_that_it_does()
    {
        var model = Model();
        var second = model.Flows[0] with { Id = "q", Nodes = [.. model.Flows[0].Nodes.Select(node => node with { Id = node.Id + "2", Scope = node.Scope.Length > 0 ? node.Scope + "2" : "", AttachedTo = node.AttachedTo.Length > 0 ? "u2" : "" })], Edges = [] };
        var drawn = FlowLayout.Of(model);

        var both = FlowLayout.Of(model with { Flows = [model.Flows[0], second], Diagram = drawn });

        both.Shapes.Should().Contain(drawn.Shapes).And.HaveCount(12);
        both.Shapes.Where(shape => shape.Key.EndsWith('2')).Min(shape => shape.Value.Y).Should().BeGreaterThan(drawn.Shapes.Values.Max(box => box.Y + box.Height));
    }

    [Fact]
    public void Routes_cuts_and_what_is_not_covered_are_painted()
    {
        var svg = FlowDrawing.Svg(Model(), Suites);

        svg.Should().Contain("class=\"route r1\"").And.Contain("class=\"cut\"").And.Contain("理由 &lt;b&gt;").And.Contain("審査 &lt;1&gt;");
        XDocument.Parse(svg).Descendants().Count(element => element.Parent?.Attribute("class")?.Value == "route r1").Should().Be(3);
    }

    [Fact]
    public void The_page_needs_no_script_and_nothing_from_elsewhere()
    {
        var page = FlowPage.Html(Model(), Suites, "ja", new FlowPageWords("実行の組", "すべて", "理由", "通れない要素"));

        page.Should().Contain("default-src 'none'").And.NotContain("<script").And.NotContain("src=").And.Contain("id=\"c1\"").And.Contain("<code>f4</code>");
    }

    [Fact]
    public void The_same_model_is_drawn_with_the_same_bytes() => FlowDrawing.Svg(Model(), Suites).Should().Be(FlowDrawing.Svg(Model(), Suites));

    private static bool Apart(Box a, Box b) => a.X + a.Width <= b.X || b.X + b.Width <= a.X || a.Y + a.Height <= b.Y || b.Y + b.Height <= a.Y;

    private static BpmnModel Model() => BpmnReader.ReadModel(Process, "t.bpmn", new List<Problem>())!;
}
