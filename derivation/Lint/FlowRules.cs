using Conformance.Spec.Contracts;
using Conformance.Spec.Lint;

namespace Conformance.Derivation.Lint;

/// <summary>
/// The rules for the flows of a standard. That a task names a function which does not exist is refused when the standard is loaded (CF2010); functions in no
/// flow and tasks without a function are SL103 and SL104.
/// </summary>
public static class FlowRules
{
    public static IReadOnlyList<LintRule> All => field ??=
    [
        Of("FL101", LintSeverity.Error, new("どの線ともつながっていない要素", "An element is connected to nothing"),
            new("いつ行うのかが図から分からず、どの実行にも現れない。", "The drawing does not say when it is done."),
            new("前後の作業と線でつなぐか、消す。", "Connect it, or remove it."),
            FlowExample.With("""<serviceTask id="T4" name="④控え作成"/>""")),
        Of("FL102", LintSeverity.Warning, new("開始イベントのない流れ", "A flow has no start event"),
            new("何をきっかけに始まるのかが分からない。入る線のない作業がすべて同時に始まると読まれる。", "What sets it going is not said; everything without an incoming flow is read as beginning at once."),
            new("開始イベントを置き、最初の作業につなぐ。", "Add a start event and connect it."),
            FlowExample.Without("""<startEvent id="S"/>""", """<sequenceFlow id="F1" sourceRef="S" targetRef="T1"/>""", "<flowNodeRef>S</flowNodeRef>")),
        Of("FL103", LintSeverity.Warning, new("終了イベントのない流れ", "A flow has no end event"),
            new("どこで終わるのか、書き漏れがあるのかが区別できない。", "Where it ends, and whether something was left out, cannot be told apart."),
            new("最後の作業の後に終了イベントを置く。", "Add an end event behind the last task."),
            FlowExample.Without("""<endEvent id="E"/>""", """<sequenceFlow id="F4" sourceRef="T3" targetRef="E"/>""", "<flowNodeRef>E</flowNodeRef>")),
        Of("FL104", LintSeverity.Warning, new("開始イベントのほかに、入る線のない要素がある", "Something begins without a start event although there is one"),
            new("線の書き漏れか、もう一つの開始かが分からない。", "Whether a flow is missing or this is another start is unclear."),
            new("前の作業とつなぐか、その前に開始イベントを置く。", "Connect it, or put a start event before it."),
            FlowExample.With("""<serviceTask id="T4" name="④再審査"/><sequenceFlow id="F5" sourceRef="T4" targetRef="T3"/>""")),
        Of("FL105", LintSeverity.Warning, new("条件の書かれていない分岐", "A decision does not say when a way is taken"),
            new("どのデータでどちらに進むのかが分からず、製品ごとに異なる。", "Which data lead where is open, so products differ."),
            new("線に答え（Y・Nなど）を書くか、conf:decisionで示す。", "Write the answer on the flow, or give it in conf:decision."),
            FlowExample.Split("exclusiveGateway", "", "")),
        Of("FL106", LintSeverity.Error, new("同じ答えを持つ分岐", "Two ways out of a decision have the same answer"),
            new("同じ答えで二つの行き先があり、どちらも正しいことになる。", "One answer leads to two places, and either is right."),
            new("答えを書き分けるか、線を一本にする。", "Tell the answers apart, or draw one flow."),
            FlowExample.Split("exclusiveGateway", "Y", "Y")),
        Of("FL107", LintSeverity.Warning, new("分岐の印のない枝分かれ", "Several flows leave something that is no gateway"),
            new("すべてを行うのか、どれか一つかが、読む人によって異なる。", "Readers differ on whether all ways are gone or one."),
            new("すべてを行うなら並行、一つなら排他の分岐を置く。", "Put a parallel gateway there for all, an exclusive one for one."),
            FlowExample.With("""<sequenceFlow id="F5" sourceRef="T2" targetRef="E"/>""")),
        Of("FL108", LintSeverity.Note, new("分けも合わせもしない分岐の印", "A gateway neither splits nor joins"),
            new("枝の書き漏れかもしれない。", "A branch may have been left out."),
            new("欠けている線を書くか、印を消す。", "Draw the missing flow, or remove the gateway."),
            FlowExample.Replace("""<sequenceFlow id="F3" sourceRef="T2" targetRef="T3"/>""", """<exclusiveGateway id="G"/><sequenceFlow id="F3" sourceRef="T2" targetRef="G"/><sequenceFlow id="F5" sourceRef="G" targetRef="T3"/>""")),
        Of("FL109", LintSeverity.Note, new("合流と分岐を兼ねる印", "A gateway joins and splits at once"),
            new("どの枝がそろうのを待ち、どの枝に進むのかが読み取りにくい。", "What it waits for and where it goes on is hard to read."),
            new("合流と分岐を別の印にする。", "Draw two gateways."),
            FlowExample.Replace("""<sequenceFlow id="F3" sourceRef="T2" targetRef="T3"/>""", """<exclusiveGateway id="G"/><sequenceFlow id="F3" sourceRef="T2" targetRef="G"/><sequenceFlow id="F5" sourceRef="G" targetRef="T3" name="可"/><sequenceFlow id="F6" sourceRef="G" targetRef="T2" name="否"/><sequenceFlow id="F7" sourceRef="T3" targetRef="G"/>""")),
        Of("FL110", LintSeverity.Warning, new("同じ二つの要素の間に複数の線がある", "Several flows join the same two elements"),
            new("二度行うのか、書き誤りかが分からない。", "Whether it is done twice or drawn by mistake is unclear."),
            new("一本にする。", "Keep one."),
            FlowExample.With("""<sequenceFlow id="F5" sourceRef="T2" targetRef="T3"/>""")),
        Of("FL111", LintSeverity.Error, new("どの実行でも通れない要素", "No run can cover an element"),
            new("行き止まりや、そろうことのない合流、出口のない繰り返しがある。その先は誰にも実施も検証もできない。", "There is a deadlock, a dead end or an endless loop: nobody can do or verify what is behind."),
            new("理由に挙げた合流や線を改める。", "Mend the gateway or flow that the reason names."),
            FlowExample.Join("exclusiveGateway", "parallelGateway")),
        Of("FL112", LintSeverity.Warning, new("並行する枝が合わせる印なしに合流する", "Parallel branches come together without being joined"),
            new("その先が枝の数だけ行われると読まれる。", "What comes behind is read as done once per branch."),
            new("並行の合流の印を置く。", "Put a parallel gateway where they meet."),
            FlowExample.Join("parallelGateway", "exclusiveGateway")),
        Mark,
    ];

    private static LintRule Mark => field ??= new("FL113", LintSeverity.Warning,
        new("人か歯車かの印のない作業", "A task bears no mark of person or system"),
        new("職員が行うのか、システムが自動で行うのかが分からず、画面で確かめるべきかも決まらない。", "Whether staff or the system does it is unclear, and so is whether it is seen on a screen."),
        new("人が行う作業はuserTask、システムが行う作業はserviceTaskにする。", "Make it a userTask or a serviceTask."),
        subject => subject.Standard.Flows.SelectMany(flow => flow.Nodes.Where(node => node is { Kind: "task", Step.Length: > 0 })
            .Select(node => Mark!.Found(node.Id, subject.Relative(flow.File), node.Line, $"「{node.Name}」に人か歯車かの印がない。", $"「{node.Name}」 does not say whether a person or a system does it."))))
    {
        Bad = FlowExample.Replace("""<serviceTask id="T3" name="③申込審査">""", """<task id="T3" name="③申込審査">""", "</serviceTask><!--3-->", "</task>"),
        Good = FlowExample.Sound,
    };

    private static LintRule Of(string code, LintSeverity severity, Spec.Wording title, Spec.Wording reason, Spec.Wording remedy, LintExample bad)
    {
        LintRule? rule = null;
        return rule = new LintRule(code, severity, title, reason, remedy, subject => subject.Standard.Flows.SelectMany(flow => FlowLint.Check(flow)
            .Where(flaw => flaw.Code == code)
            .Select(flaw => rule!.Found(flaw.Element, subject.Relative(flow.File), flaw.Line, flaw.Fact.Ja, flaw.Fact.En))))
        {
            Bad = bad,
            Good = FlowExample.Sound,
        };
    }
}
