using Conformance.Spec;
using Conformance.Spec.Flows;

namespace Conformance.Derivation.Runs;

/// <summary>The processes of a BPMN file with those that their call activities call put in their place, from the same file or from imported ones.</summary>
public static class CalledFlows
{
    /// <summary>The model with larger flows. What is called but is nowhere, calls itself, or would make a flow too large stays a single step, with a note.</summary>
    public static BpmnModel PutIn(BpmnLibrary library)
    {
        var notes = new List<Problem>();
        var models = library.Imported.Prepend(library.Main).ToList();
        var home = models.SelectMany(model => model.Flows.Select(flow => (flow, model))).ToDictionary(entry => entry.flow, entry => entry.model, (IEqualityComparer<Flow>)ReferenceEqualityComparer.Instance);
        var calls = new Calls((caller, node) => Called(models, home[caller], node), notes);
        return library.Main with
        {
            Flows = [.. library.Main.Flows.Select(calls.PutIn)],
            Notes = [.. library.Main.Notes, .. library.Imported.SelectMany(model => model.Notes), .. Unknown(models, library.Main), .. notes.Distinct()],
        };
    }

    // By its namespace, then in the same file, then in any other: tools leave out prefixes, and give every file the same namespace.
    private static Flow? Called(List<BpmnModel> models, BpmnModel own, FlowNode node) =>
        models.Where(model => node.CalledIn.Length > 0 && model.Namespace == node.CalledIn).Append(own).Concat(models).SelectMany(model => model.Flows).FirstOrDefault(flow => IsCalled(flow, node.Called));

    private static bool IsCalled(Flow flow, string id) => flow.Id == id || "flow-" + flow.Id == id;

    private static IEnumerable<Problem> Unknown(List<BpmnModel> models, BpmnModel main) =>
        from flow in main.Flows
        from node in flow.Nodes
        where node is { Kind: "callActivity", Called.Length: > 0 } && !models.Exists(model => model.GlobalTasks.Contains(node.Called)) && Called(models, main, node) is null
        select new Problem("CF2043", flow.File, node.Line, node.Column, $"「{node.Id}」 calls 「{node.Called}」, which is neither in this file nor in an imported one; it is one step.", "Import the file that has it, or correct the call.");
}
