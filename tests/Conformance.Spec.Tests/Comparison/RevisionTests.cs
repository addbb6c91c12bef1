using Conformance.Spec.Comparison;
using Conformance.Spec.Loading;
using Conformance.Spec.Tests.Loading;

namespace Conformance.Spec.Tests.Comparison;

/// <summary>031 at 2.1 against an edition 2.2 that is made here by a list of changes: exactly these are found.</summary>
public sealed class RevisionTests
{
    [Fact]
    public void An_edition_differs_from_itself_in_nothing()
    {
        var standard = StandardLoader.Load(Some.Folder);

        StandardComparison.Between(standard, standard).Differences.Should().BeEmpty();
    }

    [Fact]
    public void Exactly_the_changes_that_were_made_are_found()
    {
        using var revision = Make();

        StandardComparison.Between(StandardLoader.Load(Some.Folder), StandardLoader.Load(revision.Folder)).Differences.Select(Line).Should().BeEquivalentTo(
            "Function Reclassified 0310001 一般市区町村: ◎ → ○",
            "Function Renamed 0310003 機能名称: 住登外者宛名基本情報受信 → 住登外者宛名基本情報の受信",
            "Function Reworded 0310005 要旨: 抽出条件または住登外者宛名番号で、氏名・住所などの履歴を含めて住登外者を探す。 → 抽出条件または住登外者宛名番号で、氏名・住所の過去十年の履歴を含めて住登外者を探す。",
            "Function Redated 0310022 適合基準日:  → 2027-04-01",
            "Function Renumbered 0310025 機能ID: 0310009 → 0310025",
            "Function Added 0310026 :  → 誤って付けた住登外者宛名番号を欠番にし、その理由を残す。",
            "Function Removed 0310023 : 元住民の住登外者宛名基本情報を、引き継いだ住民宛名番号とともに受け取る。 → ",
            "Flow ConditionChanged 031-1 分岐「該当する住登外者が存在するか」 条件: 標準準拠システム：N（一致する人がいない、似た人だけがいる）→⑨、Y（一名だけ一致する、複数名が一致する、過去の情報だけが一致する）→⑩ → 標準準拠システム：N（一致する人がいない）→⑨、Y（一名だけ一致する、複数名が一致する、過去の情報だけが一致する）→⑩",
            "Flow Added 031-2 作業Task_06b:  → 住登外者宛名番号管理機能： 変更内容の確認",
            "Flow Changed 031-3 作業⑥ 機能ID: 0310023 → 0310003",
            "Flow Renamed 031-4 作業① 名称: 宛名連携 → 宛名情報の連携",
            "Flow Reordered 031-4 順序: ⑥→⑦、⑦→⑧、⑧→終了（図に記載なし） → ⑥→⑧、⑦→終了（図に記載なし）、⑧→⑦",
            "Flow Changed 031-5 作業⑭ 機能ID: 0310009 → 0310025",
            "Flow Removed 031-6 : 作業13個 → ",
            "DataItem Renamed 03100003 データ項目: 氏名 → 氏名_戸籍",
            "DataItem Changed 03100018 桁数: 18 → 120",
            "DataItem Renumbered 03100031 データ項目ID: 03100029 → 03100031",
            "DataItem Added 03100032 :  → 住登外者宛名基本情報 ketsubanriyu Ｎ(200) 任意",
            "DataItem Removed 03100002 : 住登外者宛名基本情報 kojinbango X(12) 任意 → ",
            "Code Added 001 9:  → 適用不能",
            "Code Reworded 002 1: 非代表宛名 → 代表でない宛名",
            "Interface Changed fuban-2.1 要求 shorikubun 値: 0,1,2 → 0,1,2,3 [client compatible, provider breaking]",
            "Interface Changed fuban-2.1 要求 atenabango 桁数: 15 → 20 [client compatible, provider breaking]",
            "Interface Changed fuban-2.1 要求 kojinbango 必須: 任意 → 必須 [client breaking, provider compatible]",
            "Interface Changed fuban-2.1 応答200 result[].atenabango 桁数: 15 → 20 [client breaking, provider compatible]",
            "Interface Removed fuban-2.1 応答200 result[].shikuchosonkodo: string X(6) 必須 →  [client breaking, provider compatible]");
    }

    [Fact]
    public void What_was_changed_is_what_the_drawing_marks()
    {
        using var revision = Make();
        var flows = StandardComparison.Between(StandardLoader.Load(Some.Folder), StandardLoader.Load(revision.Folder)).Flows.ToDictionary(flow => flow.Id);

        Marks(flows["031-1"]).Should().Equal("Gateway changed");
        Marks(flows["031-2"]).Should().Equal("Task_06b added");
        Marks(flows["031-3"]).Should().Equal("Task_06 changed");
        flows["031-6"].Nodes.Should().OnlyContain(pair => pair.Mark == "removed");
    }

    [Fact]
    public void Turned_round_every_addition_is_a_removal()
    {
        using var revision = Make();
        var (old, now) = (StandardLoader.Load(Some.Folder), StandardLoader.Load(revision.Folder));
        var (there, back) = (StandardComparison.Between(old, now), StandardComparison.Between(now, old));

        back.Differences.Should().HaveSameCount(there.Differences);
        back.Differences.Count(difference => difference.Kind == DifferenceKind.Removed).Should().Be(there.Differences.Count(difference => difference.Kind == DifferenceKind.Added));
    }

    [Fact]
    public void Editions_of_two_standards_are_refused()
    {
        using var other = new StandardCopy("2.2");
        other.Edit("standard.yaml", "id: '031'", "id: '032'");

        FluentActions.Invoking(() => StandardComparison.Between(StandardLoader.Load(Some.Folder), StandardLoader.Load(other.Folder)))
            .Should().Throw<BadInputException>().Which.Problems.Should().ContainSingle().Which.Code.Should().Be("CF1910");
    }

    /// <summary>The list of changes.</summary>
    internal static StandardCopy Make()
    {
        var copy = new StandardCopy("2.2");
        copy.Edit("standard.yaml", "edition: '2.1'", "edition: '2.2'");
        copy.Edit("standard.yaml", "'2023-09-29'", "'2026-03-31'");
        copy.Edit("standard.yaml", "status: transcribed", "status: draft");

        copy.Edit("functions.csv", "番号を付ける。,◎,◎,◎,", "番号を付ける。,◎,◎,○,");
        copy.Edit("functions.csv", ",住登外者宛名基本情報受信,", ",住登外者宛名基本情報の受信,");
        copy.Edit("functions.csv", "氏名・住所などの履歴", "氏名・住所の過去十年の履歴");
        copy.Edit("functions.csv", "履歴を残す。,◎,◎,◎,推定,,共通機能標準仕様書 第2.1版 2.3.2 (2)⑨", "履歴を残す。,◎,◎,◎,推定,2027-04-01,共通機能標準仕様書 第2.1版 2.3.2 (2)⑨");
        foreach (var file in new[] { "functions.csv", "contracts.yaml", "flows/031-5-nayose.bpmn" })
        {
            copy.EditAll(file, "0310009", "0310025");
        }

        copy.EditAll("functions.csv", "0310023,住登外者宛名番号管理機能,,住登外者宛名基本情報受信（住民宛名番号引継ぎ）,元住民の住登外者宛名基本情報を、引き継いだ住民宛名番号とともに受け取る。,◎,◎,◎,推定,,共通機能標準仕様書 第2.1版 2.3.2 (3)⑥\n", "");
        copy.Append("functions.csv", "0310026,住登外者宛名番号管理機能,,欠番管理,誤って付けた住登外者宛名番号を欠番にし、その理由を残す。,○,○,○,推定,,見本\n");
        copy.Cut("contracts.yaml", "      - unit: '0310023'", "      - unit: '0310024'");
        copy.EditAll("contracts.yaml", "0310023", "0310003");
        copy.Edit("flows/031-3-hikitsugi.bpmn", "function=\"0310023\"", "function=\"0310003\"");

        copy.Edit("flows/031-1-fuban.bpmn", "<conf:class id=\"near\" name=\"似た人だけがいる\"/>", "");
        copy.Edit("flows/031-2-henko.bpmn", "<bpmn:flowNodeRef>Task_07</bpmn:flowNodeRef>", "<bpmn:flowNodeRef>Task_07</bpmn:flowNodeRef><bpmn:flowNodeRef>Task_06b</bpmn:flowNodeRef>");
        copy.Edit("flows/031-2-henko.bpmn", "<bpmn:sequenceFlow id=\"Flow_06_07\" sourceRef=\"Task_06\" targetRef=\"Task_07\"/>",
            "<bpmn:serviceTask id=\"Task_06b\" name=\"変更内容の確認\"/><bpmn:sequenceFlow id=\"Flow_06_06b\" sourceRef=\"Task_06\" targetRef=\"Task_06b\"/><bpmn:sequenceFlow id=\"Flow_06b_07\" sourceRef=\"Task_06b\" targetRef=\"Task_07\"/>");
        copy.Edit("flows/031-2-henko.bpmn", "<bpmn:outgoing>Flow_06_07</bpmn:outgoing>", "<bpmn:outgoing>Flow_06_06b</bpmn:outgoing>");
        copy.Edit("flows/031-2-henko.bpmn", "<bpmn:incoming>Flow_06_07</bpmn:incoming>", "<bpmn:incoming>Flow_06b_07</bpmn:incoming>");
        copy.Edit("flows/031-2-henko.bpmn", "bpmnElement=\"Flow_06_07\"", "bpmnElement=\"Flow_06b_07\"");
        copy.Edit("flows/031-4-juminka.bpmn", "①宛名連携", "①宛名情報の連携");
        copy.Edit("flows/031-4-juminka.bpmn", "sourceRef=\"Task_06\" targetRef=\"Task_07\"", "sourceRef=\"Task_06\" targetRef=\"Task_08\"");
        copy.Edit("flows/031-4-juminka.bpmn", "sourceRef=\"Task_07\" targetRef=\"Task_08\"", "sourceRef=\"Task_08\" targetRef=\"Task_07\"");
        copy.Edit("flows/031-4-juminka.bpmn", "sourceRef=\"Task_08\" targetRef=\"End\"", "sourceRef=\"Task_07\" targetRef=\"End\"");
        copy.Delete("flows/031-6-nayosekaijo.bpmn");
        copy.CutLines("contracts.yaml", "{unit: 031-6-");

        copy.Edit("data-items.csv", "03100003,氏名,", "03100003,氏名_戸籍,");
        copy.Edit("data-items.csv", ",Ｎ,18,", ",Ｎ,120,");
        copy.Edit("data-items.csv", "03100029,", "03100031,");
        copy.Append("data-items.csv", "03100032,欠番理由,ketsubanriyu,住登外者宛名基本情報,,,,,,Ｎ,200,,,任意,,0310026,,,,見本\n");
        copy.Edit("data-items.csv", "03100002,個人番号,kojinbango,住登外者宛名基本情報,,,住登外者,共通,,X,12,,,任意,,0310002,,345678901234,,項目定義書（住登外者宛名番号管理）住登外者宛名基本情報!8\n", "");
        copy.Append("codes.csv", "001,性別,9,適用不能,,見本\n");
        copy.Edit("codes.csv", "非代表宛名", "代表でない宛名");

        copy.Rename("interfaces/fuban-2.0.yaml", "interfaces/fuban-2.1.yaml");
        copy.Edit("contracts.yaml", "fuban-2.0", "fuban-2.1");
        copy.Edit("interfaces/fuban-2.1.yaml", "enum: ['0', '1', '2']", "enum: ['0', '1', '2', '3']");
        copy.Edit("interfaces/fuban-2.1.yaml", "maxLength: 15", "maxLength: 20");
        copy.Edit("interfaces/fuban-2.1.yaml", "required: [shorikubun, ", "required: [shorikubun, kojinbango, ");
        copy.Edit("interfaces/fuban-2.1.yaml", "              atenabango:\n                title: 宛名番号\n                type: string\n                maxLength: 15", "              atenabango:\n                title: 宛名番号\n                type: string\n                maxLength: 20");
        copy.Edit("interfaces/fuban-2.1.yaml", "required: [shikuchosonkodo, atenabango,", "required: [atenabango,");
        copy.Edit("interfaces/fuban-2.1.yaml", "              shikuchosonkodo:\n                title: 市区町村コード\n                type: string\n                maxLength: 6\n                x-type: X\n                x-length: 6\n                x-number: '9'\n                x-samples: ['131016']\n                x-source: 'レスポンス_API仕様!18'\n", "");
        return copy;
    }

    private static string Line(Difference difference) =>
        $"{difference.Part} {difference.Kind} {difference.Id} {difference.Aspect}: {difference.Before} → {difference.After}"
        + (difference.Client == Compatibility.NotApplicable ? "" : $" [client {difference.Client.ToString().ToLowerInvariant()}, provider {difference.Provider.ToString().ToLowerInvariant()}]");

    private static IEnumerable<string> Marks(FlowComparison flow) => flow.Nodes.Where(pair => pair.Mark != "same").Select(pair => $"{(pair.New ?? pair.Old)!.Id} {pair.Mark}");
}
