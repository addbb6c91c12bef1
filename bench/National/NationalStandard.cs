using System.Globalization;
using System.Text;
using Conformance.Spec.Csv;
using Conformance.Spec.Import;

namespace Conformance.Bench.National;

/// <summary>
/// A synthetic national standard: 20 businesses with 42,000 data items, 10,000 functions and 1,000 flows in all. Illustrative throughout: functions are
/// numbered by clause (模甲-1.2.3) and the businesses 901 to 920 do not exist.
/// </summary>
internal static class NationalStandard
{
    private const int Functions = 500, Items = 2100, Flows = 50, Linkages = 10;

    private static readonly string[] Marks = ["◎", "◎", "◎", "○"];
    private static readonly string[] Types = ["X", "Ｎ", "9", "DATE"];

    /// <summary>Writes one edition of all businesses.</summary>
    /// <param name="share">1 for the full size; 0.25 for a quarter of everything within each business.</param>
    /// <param name="edition">2 differs from 1 in every 20th function, item and flow (5 %).</param>
    public static void Write(string root, double share, int edition)
    {
        for (var business = 0; business < NationalText.Businesses.Length; business++)
        {
            Write(Path.Combine(root, Inv($"{901 + business}-mogi"), Inv($"{edition}.0")), business, share, edition);
        }
    }

    private static void Write(string folder, int business, double share, int edition)
    {
        int functions = (int)(Functions * share), items = (int)(Items * share), flows = (int)(Flows * share);
        Directory.CreateDirectory(Path.Combine(folder, "flows"));
        Save(folder, "standard.yaml", Inv($"# Synthetic, for measuring.\nid: '{901 + business}'\nname: {Word(business)}業務\nedition: '{edition}.0'\nissued: '{2024 + edition}-04-01'\nstatus: illustrative\nunlisted-functions: allowed\n"));
        Save(folder, "functions.csv", ImportedFunction.Format([.. Enumerable.Range(0, functions).Select(i => Function(business, i, edition))], null, false));
        Save(folder, "data-items.csv", ImportedItem.Format(Enumerable.Range(0, items).Select(i => Item(business, i, edition, functions))));
        Save(folder, "codes.csv", ImportedCode.Format(from list in Enumerable.Range(0, 20) from value in Enumerable.Range(0, 5) select new ImportedCode(CodeId(list), Inv($"区分{list}"), Inv($"{value}"), Inv($"内容{value}"), "", "例示")));
        Save(folder, "linkages.csv", CsvTable.Format(ImportedLinkage.Header, Enumerable.Range(0, Linkages).SelectMany(i => Linkage(business, i))));
        Save(folder, "findings.csv", "指摘ID,対象,種別,内容,読み方,扱い,出典\n");
        Save(folder, "contracts.yaml", Contracts(business, flows, functions));
        for (var flow = 0; flow < flows; flow++)
        {
            Save(folder, Inv($"flows/{901 + business}-{flow + 1}.bpmn"), NationalFlow.Write(Inv($"{901 + business}-{flow + 1}"), Word(business), flow, FunctionsOf(flow, functions).Select(i => FunctionId(business, i)).ToList(), edition == 2 && flow % 20 == 0));
        }
    }

    private static ImportedFunction Function(int business, int i, int edition)
    {
        var changed = edition == 2 && i % 20 == 0;
        var mark = Marks[NationalText.Mix(business, i) % 4];
        return new ImportedFunction(FunctionId(business, i), Inv($"大項目{i / 50}"), Inv($"中項目{i / 5 % 10}"), "", NationalText.Name(business, i),
            NationalText.Sentence(business, i) + (changed ? "経緯を添える。" : ""), "", [mark, mark, changed && mark == "◎" ? "○" : mark], "例示", "", "", "", "", "", "例示");
    }

    private static ImportedItem Item(int business, int i, int edition, int functions) => new()
    {
        Id = Inv($"{Word(business)}-D{i:0000}"),
        Name = Inv($"項目{i}_{i / 30}"),
        Romaji = Inv($"komoku{i}"),
        Group = Inv($"グループ{i / 30}"),
        IsPrimaryKey = i % 30 == 0,
        Type = Types[i % 4],
        Length = i % 4 == 3 ? "10" : Inv($"{10 + (i % 90) + (edition == 2 && i % 20 == 0 ? 1 : 0)}"),
        Code = i % 25 == 0 ? CodeId(i / 25 % 20) : "",
        Output = "任意",
        Functions = FunctionId(business, i % functions),
        Source = "例示",
    };

    private static IEnumerable<IReadOnlyList<string>> Linkage(int business, int i)
    {
        var next = (business + 1) % NationalText.Businesses.Length;
        var last = (business + NationalText.Businesses.Length - 1) % NationalText.Businesses.Length;
        yield return [Inv($"{901 + business}x{i:000}"), $"{Word(business)}から{Word(next)}への情報{Inv($"{i}")}", Word(business) + "システム", Word(next) + "システム", "変わったとき", "REST", "", Inv($"{Word(business)}-D{i:0000}"), FunctionId(business, i), "", "例示"];
        yield return [Inv($"{901 + business}x{i + 500:000}"), $"{Word(last)}から{Word(business)}への情報{Inv($"{i}")}", Word(last) + "システム", Word(business) + "システム", "変わったとき", "REST", "", Inv($"{Word(business)}-D{i:0000}"), FunctionId(business, i), "", "例示"];
    }

    private static string Contracts(int business, int flows, int functions)
    {
        var yaml = new StringBuilder(Inv($"roles:\n  {Word(business)}システム:\n    slug: {Slug(business)}\n    unit: function\n    person: 申込者\n    neighbour: 職員\n    exchanges:\n"));
        for (var flow = 0; flow < flows; flow++)
        {
            yaml.Append(Inv($"      受付{flow}:\n        basis: illustrative\n        by: person\n        do: 「甲」について「受付{flow}」を行う\n        shows:\n"));
            foreach (var i in FunctionsOf(flow, functions))
            {
                yaml.Append(Inv($"          {FunctionId(business, i)}: 「甲」の{NationalText.Name(business, i)}の結果が見られる\n"));
            }
        }

        yaml.Append("    contracts:\n");
        for (var i = 0; i < functions; i++)
        {
            yaml.Append(i % 4 == 0 ? Inv($"      - {{unit: {FunctionId(business, i)}, kind: number, basis: illustrative, by: 受付{i % flows}, item: 項目{i}_{i / 30}, count: '5', parallel: '4'}}\n")
                : Inv($"      - {{unit: {FunctionId(business, i)}, kind: none, basis: illustrative}}\n"));
        }

        return yaml.ToString();
    }

    /// <summary>Eight functions per flow.</summary>
    private static List<int> FunctionsOf(int flow, int functions) => [.. Enumerable.Range(0, 8).Select(k => ((flow * 10) + k) % functions)];

    private static string FunctionId(int business, int i) => Inv($"{Word(business)}-{(i / 50) + 1}.{(i / 5 % 10) + 1}.{(i % 5) + 1}");

    private static string CodeId(int list) => Inv($"{list + 1:000}");

    private static string Word(int business) => "模" + NationalText.Businesses[business];

    private static string Slug(int business) => Inv($"mo{business:00}");

    private static void Save(string folder, string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
