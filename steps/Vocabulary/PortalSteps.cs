using Conformance.Mocks;
using Conformance.Steps.Assertions;
using Conformance.Steps.People;
using Conformance.Steps.Running;

namespace Conformance.Steps.Vocabulary;

/// <summary>The harness as マイナポータル and as the resident who uses it.</summary>
[Binding]
public sealed class PortalSteps(Stage stage, Portal portal, Expectations expect)
{
    private static readonly Dictionary<string, string> States = new(StringComparer.Ordinal)
    {
        ["受付"] = "uketsuke", ["審査中"] = "shinsachu", ["完了"] = "kanryo", ["却下"] = "kyakka", ["取下げ"] = "torisage",
    };

    [Given(@"^「([^」]+)」がマイナポータルで「([^」]+)」を申請している$")]
    [When(@"^「([^」]+)」がマイナポータルで「([^」]+)」を申請する$")]
    public void Applies(string alias, string procedure)
    {
        portal.Apply(stage.Citizen(alias), procedure);
        Repeat(alias, procedure);
    }

    [When(@"^「([^」]+)」が添付書類のある「([^」]+)」をマイナポータルで申請する$")]
    public void AppliesWithAFile(string alias, string procedure)
    {
        portal.Apply(stage.Citizen(alias), procedure, attached: true);
        Repeat(alias, procedure);
    }

    [When(@"^「([^」]+)」が「([^」]+)」の無い「([^」]+)」をマイナポータルで申請する$")]
    public void AppliesWithout(string alias, string item, string procedure)
    {
        portal.Apply(stage.Citizen(alias), procedure, items => items.Remove(stage.Field(item)));
        Repeat(alias, procedure);
    }

    [When(@"^「([^」]+)」が「([^」]+)」を「([^」]*)」とする「([^」]+)」をマイナポータルで申請する$")]
    public void AppliesWith(string alias, string item, string value, string procedure)
    {
        portal.Apply(stage.Citizen(alias), procedure, items => items[stage.Field(item)] = value);
        Repeat(alias, procedure);
    }

    [When(@"^「([^」]+)」が読み取れない「([^」]+)」をマイナポータルで申請する$")]
    public void AppliesIllegibly(string alias, string procedure)
    {
        portal.Apply(stage.Citizen(alias), procedure, raw: "{\"uketsukebango\": \"");
        Repeat(alias, procedure);
    }

    [When(@"^「([^」]+)」の申請がもう一度届く$")]
    public void ArrivesAgain(string alias) => portal.Mynaportal.DeliverAgain(portal.NumberOf(stage.Citizen(alias)));

    [When(@"^「([^」]+)」が申請を取り下げる$")]
    public void Withdraws(string alias) => portal.Mynaportal.Withdraw(portal.NumberOf(stage.Citizen(alias)));

    [Then(Words.Blame + "マイナポータルで「([^」]+)」の申請が「([^」]+)」になる$")]
    public async Task IsReported(string alias, string state)
    {
        var (number, code) = (portal.NumberOf(stage.Citizen(alias)), States[state]);
        var (reported, seen) = await stage.AwaitAsync(() => Task.FromResult(portal.Mynaportal.State(number)), current => current.Reports.Any(report => report.Status == code));
        expect.That($"{number} の状況: {state}", reported.Reports.Count == 0 ? "何も返されていない" : "返された状況: " + string.Join(" → ", reported.Reports.Select(report => Word(report.Status))), seen);
    }

    [Then(Words.Blame + "出力された書類が「([^」]+)」の添付書類と同じである$")]
    public void TheFileIsTheSame(string alias)
    {
        _ = stage.Citizen(alias);
        var content = stage.Document?.Content;
        expect.That($"添付書類 {Portal.Attachment.Length} バイト", content is null ? Registry.Describe(stage.Last) : content.AsSpan().SequenceEqual(Portal.Attachment.Span) ? "同じ" : $"違う内容（{content.Length} バイト）",
            content is not null && content.AsSpan().SequenceEqual(Portal.Attachment.Span));
    }

    private static string Word(string code) => States.FirstOrDefault(state => state.Value == code).Key ?? code;

    // Whoever applies next comes after them in the list.
    private void Repeat(string alias, string procedure) => stage.Repeat(
        somebody =>
        {
            portal.Apply(somebody, procedure);
            return Task.CompletedTask;
        },
        stage.Citizen(alias));
}
