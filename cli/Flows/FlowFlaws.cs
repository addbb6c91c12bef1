using System.Text.Json;
using Conformance.Derivation.Lint;
using Conformance.Spec.Flows;

namespace Conformance.Cli.Flows;

/// <summary>What <c>flow --lint</c> says.</summary>
internal static class FlowFlaws
{
    /// <returns>Whether something was found.</returns>
    public static bool Write(TextWriter output, BpmnModel model, bool json, bool english)
    {
        var flaws = model.Flows.SelectMany(flow => FlowLint.Check(flow).Select(flaw => (Flow: flow, Flaw: flaw))).ToList();
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new
            {
                model.File,
                Notes = model.Notes.Select(note => new { note.Code, note.Line, note.Column, note.Fact }),
                Findings = flaws.Select(entry => new { Rule = entry.Flaw.Code, Process = entry.Flow.Id, entry.Flaw.Element, entry.Flaw.Line, Ja = entry.Flaw.Fact.Ja, En = entry.Flaw.Fact.En, Remedy = Rule(entry.Flaw).Remedy.In(!english) }),
            }, MachineJson.Indented));
            return flaws.Count + model.Notes.Count > 0;
        }

        foreach (var note in model.Notes)
        {
            output.WriteLine(note);
        }

        foreach (var (_, flaw) in flaws)
        {
            output.WriteLine($"{flaw.Code} {model.File}({flaw.Line}): {flaw.Element}: {flaw.Fact.In(!english)} {Rule(flaw).Remedy.In(!english)}");
        }

        return flaws.Count + model.Notes.Count > 0;
    }

    private static Spec.Lint.LintRule Rule(FlowFlaw flaw) => FlowRules.All.First(rule => rule.Code == flaw.Code);
}
