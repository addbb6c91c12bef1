using System.Text.Json;

namespace Conformance.Cli.Tests;

public sealed class FlowCommandTests
{
    private static string Fuban => Path.Combine(ConformanceProgram.Home, "standards", "031-jutogaisha-atena", "2.1", "flows", "031-1-fuban.bpmn");

    [Fact]
    public async Task A_flow_is_told_as_JSON_with_figures_bounds_and_what_is_infeasible()
    {
        var result = await ConformanceProgram.RunAsync("flow", Fuban, "--json");

        result.ExitCode.Should().Be(0, result.Errors);
        var process = JsonDocument.Parse(result.Output).RootElement.GetProperty("processes")[0];
        process.GetProperty("id").GetString().Should().Be("031-1");
        (process.GetProperty("nodes").GetInt32(), process.GetProperty("edges").GetInt32()).Should().Be((18, 17));
        (process.GetProperty("walks").GetInt32(), process.GetProperty("edgeBound").GetInt32()).Should().Be((2, 2));
        (process.GetProperty("runs").GetInt32(), process.GetProperty("runBound").GetInt32(), process.GetProperty("proven").GetBoolean()).Should().Be((2, 2, true));
        process.GetProperty("infeasible").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task For_a_reader_the_same_is_text_with_the_proof_in_either_language()
    {
        (await ConformanceProgram.RunAsync("flow", Fuban)).Output.Should().ContainAll("Task_09, Task_10", "2本より少なくできない理由");
        (await ConformanceProgram.RunAsync("flow", Fuban, "--lang", "en", "--criterion", "edges", "--lane")).Output.Should().ContainAll("the cut", "no two of these stand on one walk");
    }

    [Theory]
    [InlineData("out.svg", "<svg")]
    [InlineData("out.html", "<!DOCTYPE html>")]
    public async Task The_suite_is_painted_on_the_diagram(string name, string begins)
    {
        using var folder = new TemporaryFolder();

        var result = await ConformanceProgram.RunAsync("flow", Fuban, "--draw", folder[name]);

        result.ExitCode.Should().Be(0, result.Errors);
        (await File.ReadAllTextAsync(folder[name])).Should().StartWith(begins).And.Contain("class=\"route r2\"").And.Contain("⑤住登外者宛名");
    }

    [Fact]
    public async Task What_cannot_be_read_or_drawn_is_refused_with_its_code()
    {
        using var folder = new TemporaryFolder();

        (await ConformanceProgram.RunAsync("flow", folder["absent.bpmn"])).Should().Match<ProgramResult>(result => result.ExitCode == 2 && result.Errors.Contains("CF6092"));
        (await ConformanceProgram.RunAsync("flow", folder.Write("x.bpmn", "<!DOCTYPE x><x/>"))).Should().Match<ProgramResult>(result => result.ExitCode == 2 && result.Errors.Contains("CF2001"));
        (await ConformanceProgram.RunAsync("flow", Fuban, "--draw", folder["out.png"])).Should().Match<ProgramResult>(result => result.ExitCode == 2 && result.Errors.Contains("CF6090"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_drawing_is_said_with_code_place_and_remedy()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("x.bpmn", """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/><exclusiveGateway id="x"/><task id="a"/><task id="b"/><parallelGateway id="j"/><endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" sourceRef="x" targetRef="a" name="Y"/><sequenceFlow id="f3" sourceRef="x" targetRef="b" name="Y"/>
            <sequenceFlow id="f4" sourceRef="a" targetRef="j"/><sequenceFlow id="f5" sourceRef="b" targetRef="j"/><sequenceFlow id="f6" sourceRef="j" targetRef="e"/></process></definitions>
            """);

        var result = await ConformanceProgram.RunAsync("flow", file, "--lint", "--lang", "en");

        result.ExitCode.Should().Be(1);
        result.Output.Should().ContainAll("FL106", "FL111", "the same answer 「Y」", "also waits for");
    }

    [Fact]
    public async Task Calls_are_gone_through_where_asked_for_and_an_import_that_is_missing_is_said_with_its_place()
    {
        using var folder = new TemporaryFolder();
        string Flow(string import, string inside) => $"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><import importType="http://www.omg.org/spec/BPMN/20100524/MODEL" location="{import}" namespace="urn:x"/>{inside}</definitions>""";
        folder.Write("other.bpmn", Flow("main.bpmn", """<process id="other"><task id="inner"/></process>"""));
        var main = folder.Write("main.bpmn", Flow("other.bpmn", """<process id="p"><callActivity id="c" calledElement="other"/></process>"""));
        var broken = folder.Write("broken.bpmn", Flow("absent.bpmn", """<process id="p"><task id="t"/></process>"""));

        (await ConformanceProgram.RunAsync("flow", main)).Output.Should().NotContain("inner");
        (await ConformanceProgram.RunAsync("flow", main, "--calls")).Output.Should().Contain("c > c/inner");
        (await ConformanceProgram.RunAsync("flow", broken, "--calls")).Should().Match<ProgramResult>(result => result.ExitCode == 2 && result.Errors.Contains("CF2041") && result.Errors.Contains("broken.bpmn(1,"));
        (await ConformanceProgram.RunAsync("flow", broken)).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Why_nothing_covers_an_element_is_said_in_the_language_that_was_asked_for()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("x.bpmn", """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="s"/><task id="a"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/><task id="b"/><task id="c"/><sequenceFlow id="g" sourceRef="b" targetRef="c"/><sequenceFlow id="h" sourceRef="c" targetRef="b"/></process></definitions>""");

        (await ConformanceProgram.RunAsync("flow", file)).Output.Should().Contain("どの開始からも到達しない。").And.NotContain("No start");
        (await ConformanceProgram.RunAsync("flow", file, "--lang", "en", "--json")).Output.Should().Contain("No start leads here.").And.NotContain("到達しない");
        (await ConformanceProgram.RunAsync("flow", file, "--criterion", "prime-paths", "--json")).Output.Should().Contain("\"primeBound\": 1");
    }
}
