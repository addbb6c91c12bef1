using Conformance.Spec.Lint;
using Conformance.Spec.Loading;

namespace Conformance.Spec.Tests.Lint;

/// <summary>The small sound standard <c>900-mihon/2.0</c> that the rules' examples are edits of, in a folder of its own.</summary>
internal sealed class ExampleStandard : IDisposable
{
    private static readonly IReadOnlyDictionary<string, string> s_sound = new Dictionary<string, string>
    {
        ["standard.yaml"] = """
            id: '900'
            name: 見本
            edition: '2.0'
            issued: '2025-04-01'
            status: illustrative
            unlisted-functions: allowed
            """,
        ["functions.csv"] = """
            機能ID,大項目,中項目,機能名称,要旨,指定都市,中核市,一般市区町村,区分の根拠,適合基準日,出典,小項目,理由,備考
            見本-1.1,受付,,申込受付,窓口で受けた申込の内容を登録する。,◎,◎,◎,例示,,見本,,,
            見本-1.2,審査,,申込審査,申込の内容を住民の記録と照らし、要件に合うかを審査する。,◎,◎,◎,例示,,見本,,,
            見本-1.4,受付,,紙への書き直し,オンラインで届いた申込を職員が紙に書き直して登録する。,×,×,×,例示,,見本,,誤記と遅れのもとになるため,

            """,
        ["flows/900-1.bpmn"] = """
            <laneSet id="L"><lane id="L1" name="住民"><flowNodeRef>S</flowNodeRef><flowNodeRef>T1</flowNodeRef></lane><lane id="L2" name="見本システム"><flowNodeRef>T2</flowNodeRef><flowNodeRef>T3</flowNodeRef><flowNodeRef>E</flowNodeRef></lane></laneSet>
            <startEvent id="S"/>
            <userTask id="T1" name="①申込書提出"><extensionElements><conf:unit step="900-1-①"/></extensionElements></userTask>
            <serviceTask id="T2" name="②申込受付"><extensionElements><conf:unit step="900-1-②" function="見本-1.1"/></extensionElements></serviceTask>
            <serviceTask id="T3" name="③申込審査"><extensionElements><conf:unit step="900-1-③" function="見本-1.2"/></extensionElements></serviceTask>
            <endEvent id="E"/>
            <sequenceFlow id="F1" sourceRef="S" targetRef="T1"/><sequenceFlow id="F2" sourceRef="T1" targetRef="T2"/><sequenceFlow id="F3" sourceRef="T2" targetRef="T3"/><sequenceFlow id="F4" sourceRef="T3" targetRef="E"/>
            """,
        ["data-items.csv"] = """
            データ項目ID,データ項目,データ項目（ローマ字）,グループ,主キー,外部キー,LV1,LV2,LV3,データ型,桁数,コード,繰り返し,データ出力条件,条件,関連機能,実装類型,サンプル値,備考,出典
            90000001,申込番号,moshikomibango,申込,○,,,,,X,10,,,必須,,見本-1.1,,,,見本
            90000002,申込区分,moshikomikubun,申込,,,,,,X,1,001,,必須,,見本-1.1,,,,見本

            """,
        ["codes.csv"] = "コードID,コード名,コード値,内容,備考,出典\n001,申込区分,1,本人,,見本\n",
        ["findings.csv"] = "指摘ID,対象,種別,内容,読み方,扱い,出典\n",
        ["contracts.yaml"] = """
            roles:
              見本システム:
                slug: mihon
                unit: function
                person: 申込者
                neighbour: 住民
                exchanges:
                  受付: {basis: illustrative, accepts: 見本-1.1}
                contracts:
                  - {unit: 見本-1.1, kind: maintain, basis: illustrative, by: [受付]}
                  - {unit: 見本-1.4, kind: maintain, basis: illustrative}
            """,
    };

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("conformance-lint-");

    public ExampleStandard(params (string File, string Text)[] edits)
    {
        var files = new Dictionary<string, string>(s_sound, StringComparer.Ordinal);
        foreach (var (file, text) in edits)
        {
            files[file] = file.EndsWith(".csv", StringComparison.Ordinal) ? WithRow(files.GetValueOrDefault(file) ?? Header(Path.GetFileName(file)), text) : text;
        }

        foreach (var edition in files.Keys.Where(file => file.StartsWith("../", StringComparison.Ordinal)).Select(file => file[..file.LastIndexOf('/')].Replace("/flows", "", StringComparison.Ordinal)).Distinct().ToList())
        {
            foreach (var name in s_sound.Keys.Where(name => name != "flows/900-1.bpmn"))
            {
                files.TryAdd($"{edition}/{name}", Elsewhere(edition, name));
            }
        }

        foreach (var (file, text) in files)
        {
            var path = Path.GetFullPath(Path.Combine(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.EndsWith(".bpmn", StringComparison.Ordinal) ? Some.Bpmn(text, "flow-" + Path.GetFileNameWithoutExtension(file)) : text);
        }
    }

    public string Folder => Path.Combine(_root.FullName, "900-mihon", "2.0");

    /// <summary>The edition with what stands beside it.</summary>
    public LintSubject Subject()
    {
        var editions = StandardLoader.Folders(Path.Combine(_root.FullName, "900-mihon")).Where(folder => folder != Folder).Select(StandardLoader.Load).ToList();
        var others = StandardLoader.Folders(_root.FullName).Where(folder => !folder.Contains("900-mihon", StringComparison.Ordinal)).Select(StandardLoader.Load).ToList();
        return new LintSubject(StandardLoader.Load(Folder), editions, others);
    }

    public LintReport Lint(params LintRule[] rules) => StandardLint.Check(Subject(), rules.Length == 0 ? LintRules.All : rules);

    public void Dispose() => _root.Delete(recursive: true);

    private static string Header(string name) => s_sound.TryGetValue(name, out var text) ? text.Split('\n')[0] + "\n"
        : name == "linkages.csv" ? "連携ID,連携名称,提供元,提供先,契機,方式,配置,項目,機能ID,備考,出典\n" : "";

    /// <summary>Replaces the rows with the same first cell (and, for codes, the same value), else adds the row; missing cells at the end are empty.</summary>
    private static string WithRow(string table, string row)
    {
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        var cells = row.Split(',').ToList();
        while (cells.Count < lines[0].Split(',').Length)
        {
            cells.Add("");
        }

        lines.RemoveAll(line => line.Split(',') is var old && old[0] == cells[0] && (!lines[0].StartsWith("コードID", StringComparison.Ordinal) || old[2] == cells[2]));
        lines.Add(string.Join(',', cells));
        return string.Join('\n', [lines[0], .. lines.Skip(1).Order(StringComparer.Ordinal)]) + "\n";
    }

    private static string Elsewhere(string edition, string name)
    {
        var parts = edition.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "..").ToArray();
        return name switch
        {
            "standard.yaml" => s_sound[name].Replace("'2.0'", $"'{parts[^1]}'", StringComparison.Ordinal).Replace("2025-04-01", "2023-04-01", StringComparison.Ordinal)
                .Replace("name: 見本", parts.Length > 1 ? "name: 他業務" : "name: 見本", StringComparison.Ordinal).Replace("'900'", parts.Length > 1 ? $"'{parts[0][..3]}'" : "'900'", StringComparison.Ordinal),
            "contracts.yaml" => "roles:\n  他業務システム: {slug: hoka, unit: function, person: 申込者, neighbour: 住民}\n",
            _ => Header(name),
        };
    }
}
