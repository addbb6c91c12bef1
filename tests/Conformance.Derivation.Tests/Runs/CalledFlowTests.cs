using Conformance.Derivation.Runs;
using Conformance.Derivation.Suites;
using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Tests.Runs;

public sealed class CalledFlowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conformance-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_run_goes_through_a_process_of_an_imported_file_and_of_one_that_this_imports()
    {
        Write("main.bpmn", Import("parts/a.bpmn") + Calling("main", "a:A", "xmlns:a=\"urn:parts/a.bpmn\""));
        Write("parts/a.bpmn", Import("b%20c.bpmn") + Calling("A", "B"));
        Write("parts/b c.bpmn", Process("B", "<task id=\"deep\"/>"));

        var model = PutIn("main.bpmn");

        model.Notes.Should().BeEmpty();
        RunSuite.Of(model.Flows.Single()).Runs.Single().Nodes.Select(node => node.Id).Should().Contain("main-call/A-call/deep");
    }

    [Fact]
    public void Files_that_import_each_other_are_read_once_and_a_process_in_itself_is_one_step_with_a_note()
    {
        Write("main.bpmn", Import("other.bpmn") + Calling("main", "other"));
        Write("other.bpmn", Import("main.bpmn") + Calling("other", "main"));

        var model = PutIn("main.bpmn");

        model.Notes.Should().ContainSingle().Which.Code.Should().Be("CF2044");
        RunSuite.Of(model.Flows.Single()).Runs.Single().Nodes.Should().ContainSingle(node => node.Id == "main-call/other-call" && node.Kind == "callActivity");
    }

    [Fact]
    public void A_call_to_nothing_is_one_step_with_a_note_and_a_global_task_needs_none()
    {
        Write("main.bpmn", "<globalUserTask id=\"G\"/>" + Process("main", "<callActivity id=\"main-call\" calledElement=\"nowhere\"/>") + Process("second", "<callActivity id=\"c2\" calledElement=\"G\"/>"));

        PutIn("main.bpmn").Notes.Should().ContainSingle().Which.Should().Match<Problem>(note => note.Code == "CF2043" && note.Fact.Contains("nowhere") && note.Line > 0);
    }

    [Fact]
    public void Calls_that_would_grow_without_end_are_cut_off_with_a_note()
    {
        // Each calls the next one ten times: ten levels would be ten thousand million nodes.
        string Ten(int level) => string.Concat(Enumerable.Range(0, 10).Select(i => $"<callActivity id=\"c{level}-{i}\" calledElement=\"p{level + 1}\"/>"));
        Write("main.bpmn", string.Concat(Enumerable.Range(0, 10).Select(level => $"<process id=\"p{level}\">{Ten(level)}</process>")) + "<process id=\"p10\"><task id=\"t\"/></process>");

        var model = PutIn("main.bpmn");

        model.Flows[0].Nodes.Count.Should().BeLessThanOrEqualTo(Calls.MaxNodes);
        model.Notes.Should().Contain(note => note.Code == "CF2045");
    }

    [Theory]
    [InlineData("https://example.org/a.bpmn", "CF2040")]
    [InlineData("file:///etc/passwd", "CF2040")]
    [InlineData("/etc/passwd", "CF2040")]
    [InlineData("", "CF2040")]
    [InlineData("absent.bpmn", "CF2041")]
    [InlineData("nonsense.bpmn", "CF2000")]
    public void An_import_that_is_no_file_beside_it_is_refused_with_its_place(string location, string code)
    {
        Write("nonsense.bpmn", "", whole: "no XML");
        Write("main.bpmn", Import(location) + Process("main", ""));
        var problems = new List<Problem>();

        BpmnLibrary.Read(Model("main.bpmn", problems), problems);

        problems.Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == code && problem.Line > 0);
    }

    [Fact]
    public void Too_many_files_are_refused()
    {
        for (var i = 0; i <= BpmnLibrary.MaxFiles; i++)
        {
            Write($"{i}.bpmn", Import($"{i + 1}.bpmn") + Process("p" + i, ""));
        }

        var problems = new List<Problem>();
        BpmnLibrary.Read(Model("0.bpmn", problems), problems);

        problems.Should().ContainSingle().Which.Code.Should().Be("CF2042");
    }

    [Fact]
    public void Schemas_and_decisions_that_are_imported_are_not_flows()
    {
        Write("main.bpmn", "<import importType=\"http://www.w3.org/2001/XMLSchema\" location=\"absent.xsd\" namespace=\"urn:x\"/>" + Process("main", ""));

        PutIn("main.bpmn").Imports.Should().BeEmpty();
    }

    private BpmnModel PutIn(string name)
    {
        var problems = new List<Problem>();
        var library = BpmnLibrary.Read(Model(name, problems), problems);
        problems.Should().BeEmpty();
        return CalledFlows.PutIn(library);
    }

    private BpmnModel Model(string name, List<Problem> problems)
    {
        var path = Path.Combine(_folder, name);
        return BpmnReader.ReadModel(File.ReadAllBytes(path), path, problems)!;
    }

    private void Write(string name, string content, string? whole = null)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, whole ?? $"<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"urn:{name}\">{content}</definitions>");
    }

    private static string Import(string location) => $"<import importType=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" location=\"{location}\" namespace=\"urn:{location}\"/>";

    private static string Process(string id, string inside) => $"<process id=\"{id}\">{inside}</process>";

    private static string Calling(string id, string called, string namespaces = "") => Process(id, $"""
        <startEvent id="{id}-s"/><callActivity id="{id}-call" calledElement="{called}" {namespaces}/><endEvent id="{id}-e"/>
        <sequenceFlow id="{id}-1" sourceRef="{id}-s" targetRef="{id}-call"/><sequenceFlow id="{id}-2" sourceRef="{id}-call" targetRef="{id}-e"/>
        """);
}
