using System.Globalization;
using Conformance.Spec.Contracts;
using Conformance.Spec.Csv;
using Conformance.Spec.Flows;
using Conformance.Spec.Yaml;

namespace Conformance.Spec.Loading;

/// <summary>Loads a standard from its folder and checks it: all problems of all files are collected before it fails.</summary>
public static class StandardLoader
{
    /// <summary>Folders below <paramref name="root"/> that hold a <c>standard.yaml</c>, in order of name.</summary>
    public static IReadOnlyList<string> Folders(string root) => !Directory.Exists(root) ? [] :
        [.. Directory.EnumerateFiles(root, "standard.yaml", SearchOption.AllDirectories).Select(file => Path.GetDirectoryName(file)!).Order(StringComparer.Ordinal)];

    /// <summary>The newest edition of a standard by its 業務ID.</summary>
    /// <exception cref="BadInputException">There is none, or it has problems.</exception>
    public static Standard LoadById(string root, string id, string? edition = null)
    {
        var folder = Folders(root).LastOrDefault(candidate =>
            Path.GetFileName(Path.GetDirectoryName(candidate)!).StartsWith(id + "-", StringComparison.Ordinal) && (edition is null || Path.GetFileName(candidate) == edition));
        return folder is not null ? Load(folder) : throw new BadInputException(new Problem("CF1001", root, 0, 0,
            $"There is no standard 「{id}」{(edition is null ? "" : " in edition " + edition)}.",
            "Known: " + string.Join(", ", Folders(root).Select(known => Path.GetRelativePath(root, known))) + "."));
    }

    /// <summary>Several standards, side by side on the processors there are; in the order of the folders.</summary>
    /// <exception cref="BadInputException">With every problem of every file of every standard.</exception>
    public static IReadOnlyList<Standard> LoadAll(IReadOnlyList<string> folders)
    {
        var loaded = new Standard?[folders.Count];
        var problems = new IReadOnlyList<Problem>[folders.Count];
        Parallel.For(0, folders.Count, i =>
        {
            problems[i] = [];
            try
            {
                loaded[i] = Load(folders[i]);
            }
            catch (BadInputException exception)
            {
                problems[i] = exception.Problems;
            }
        });
        return Array.TrueForAll(problems, list => list.Count == 0) ? [.. loaded.Select(standard => standard!)] : throw new BadInputException([.. problems.SelectMany(list => list)]);
    }

    /// <exception cref="BadInputException">With every problem of every file.</exception>
    public static Standard Load(string folder)
    {
        var problems = new List<Problem>();
        var file = Path.Combine(folder, "standard.yaml");
        if (!File.Exists(file))
        {
            throw new BadInputException(new Problem("CF1000", folder, 0, 0, "The folder holds no standard.yaml, so it is no standard.", "Name the folder of one edition, such as standards/031-jutogaisha-atena/2.1."));
        }

        var head = YamlMap.Parse(File.ReadAllText(file), file, problems);
        var id = head.Required("id");
        var name = head.Required("name");
        var edition = head.Required("edition");
        var issued = Date(head.Required("issued"), head, "issued");
        var status = head.Required("status") switch
        {
            "transcribed" => StandardStatus.Transcribed,
            "draft" => StandardStatus.Draft,
            "illustrative" => StandardStatus.Illustrative,
            var other => Unknown(head, "status", other, "transcribed, draft, illustrative", StandardStatus.Illustrative),
        };
        var unlisted = head.Required("unlisted-functions") switch
        {
            "forbidden" => true,
            "allowed" => false,
            var other => Unknown(head, "unlisted-functions", other, "allowed, forbidden", false),
        };
        var sources = head.Maps("sources").Select(map => new SourceDocument(map.Required("name"), map.Optional("edition") ?? "", map.Optional("sha256") ?? "")).ToList();
        var mechanisms = head.Texts("mechanisms");
        head.Optional("note");
        head.RefuseUnknownKeys();

        var functions = FunctionReader.Read(Table(folder, "functions.csv", FunctionReader.Columns, problems), problems);
        var codes = Codes(folder, problems);
        var items = Items(folder, codes, problems);
        var interfaces = InterfaceReader.ReadAll(Path.Combine(folder, "interfaces"), problems);
        var flows = Flows(folder, problems);
        var findings = Findings(folder, problems);
        FlowBasis.Check(Path.Combine(folder, "flows"), findings, problems);
        var roles = ContractReader.Read(Path.Combine(folder, "contracts.yaml"), problems);
        var standard = new Standard(folder, id, name, edition, issued, status, unlisted, roles, sources, functions, items, codes, flows, interfaces, findings)
        {
            Forms = FormReader.ReadAll(Path.Combine(folder, "forms"), problems),
            Linkages = LinkageReader.Read(Path.Combine(folder, "linkages.csv"), problems),
            Scope = ScopeReader.Read(Path.Combine(folder, "scope.yaml"), problems),
            Mechanisms = mechanisms,
            Tables = TableReader.ReadAll(Path.Combine(folder, "tables"), problems),
        };
        CrossCheck.Check(standard, problems);
        PartsCheck.Check(standard, problems);
        OutputCheck.Check(standard, problems);
        return problems.Count == 0 ? standard : throw new BadInputException(problems);
    }

    private static List<DataItem> Items(string folder, List<CodeList> codes, List<Problem> problems)
    {
        var items = new List<DataItem>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = codes.Select(code => code.Id).ToHashSet(StringComparer.Ordinal);
        var table = Table(folder, "data-items.csv", ["データ項目ID", "データ項目", "データ項目（ローマ字）", "グループ", "データ型", "桁数", "コード", "データ出力条件", "条件", "出典"], problems);
        foreach (var row in table?.Rows ?? [])
        {
            var item = new DataItem(row["データ項目ID"], row["データ項目"], row["データ項目（ローマ字）"], row["グループ"], row["データ型"], row["桁数"], row["コード"], row["データ出力条件"], row["条件"], row["出典"])
            {
                Functions = row["関連機能"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
                IsKey = row["主キー"].Length > 0,
                RefersTo = row["外部キー"],
            };
            if (!seen.Add(item.Id))
            {
                problems.Add(new Problem("CF1311", table!.File, row.Line, 1, $"The item ID {item.Id} occurs twice.", "Give the new item an ID of its own."));
            }

            if (item.Code.Length > 0 && !known.Contains(item.Code))
            {
                problems.Add(new Problem("CF1312", table!.File, row.Line, 1, $"The item {item.Name} names the code list {item.Code}, which codes.csv does not have.", "Add the list or correct the ID."));
            }

            items.Add(item);
        }

        return items;
    }

    private static List<CodeList> Codes(string folder, List<Problem> problems)
    {
        var table = Table(folder, "codes.csv", ["コードID", "コード名", "コード値", "内容"], problems);
        var rows = table?.Rows ?? [];
        problems.AddRange(rows.GroupBy(row => (row["コードID"], row["コード値"])).SelectMany(same => same.Skip(1)).Select(row =>
            new Problem("CF1313", table!.File, row.Line, 1, $"The code list {row["コードID"]} has the value 「{row["コード値"]}」 twice.", "Leave one of the two rows.")));
        return
        [
            .. rows.GroupBy(row => row["コードID"])
                .Select(group => new CodeList(group.Key, group.First()["コード名"], group.DistinctBy(row => row["コード値"]).ToDictionary(row => row["コード値"], row => row["内容"]))),
        ];
    }

    private static List<SpecificationFinding> Findings(string folder, List<Problem> problems) =>
        [.. (Table(folder, "findings.csv", ["指摘ID", "対象", "種別", "内容", "読み方", "扱い", "出典"], problems)?.Rows ?? [])
            .Select(row => new SpecificationFinding(row["指摘ID"], row["対象"], row["種別"], row["内容"], row["読み方"], row["扱い"], row["出典"]))];

    private static List<Flow> Flows(string folder, List<Problem> problems)
    {
        var flows = new List<Flow>();
        var directory = Path.Combine(folder, "flows");
        foreach (var file in Directory.Exists(directory) ? Directory.GetFiles(directory, "*.bpmn").Order(StringComparer.Ordinal).ToArray() : [])
        {
            flows.AddRange(BpmnReader.Read(File.ReadAllBytes(file), file, problems).Where(flow => flow.Nodes.Count > 0));
        }

        return flows;
    }

    private static CsvTable? Table(string folder, string name, IReadOnlyCollection<string> required, List<Problem> problems)
    {
        var file = Path.Combine(folder, name);
        if (File.Exists(file))
        {
            return CsvTable.Parse(File.ReadAllText(file), file, required, problems);
        }

        problems.Add(new Problem("CF1002", file, 0, 0, "The file is missing.", "Add it; its columns are: " + string.Join(", ", required) + "."));
        return null;
    }

    private static DateOnly Date(string text, YamlMap at, string key)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        at.Report("CF1205", at, $"「{text}」 at {key} is no date.", "Write YYYY-MM-DD.");
        return default;
    }

    private static T Unknown<T>(YamlMap at, string key, string value, string known, T instead)
    {
        at.Report("CF1206", at, $"「{value}」 at {key} is unknown.", $"Use one of: {known}.");
        return instead;
    }
}
