using Conformance.Spec.Csv;
using Conformance.Spec.Export;
using Conformance.Spec.Import;
using Conformance.Spec.Loading;
using Conformance.Spec.Tests.Import;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Spec.Tests.Export;

/// <summary>import(export(x)) = x.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] s_pieces =
    [
        "申込", "等", "、", "。", "A", "ａ", "１", "1", " ", "　", ",", "\"", "\n", "_x0041_", "<b>", "&amp;", "𠮷", "葛󠄀", "－", "◎", "ｶﾞ", "'", "=1+1", "e", "■", "※※", "機能ID", "備考", "業務名", "0012", "|", "\t",
    ];

    [Fact]
    public void Whatever_stands_in_functions_items_codes_and_linkages_comes_back_the_same()
    {
        // A cell is trimmed when it is read, so what is compared is trimmed text.
        var text = Gen.Elements(s_pieces).ListOf().Select(pieces => string.Concat(pieces).Trim());
        var word = Gen.Elements(s_pieces).NonEmptyListOf().Select(pieces => string.Concat(pieces).Trim() is { Length: > 0 } kept ? kept : "甲");
        var function = from name in word from summary in word from reason in text from remarks in text from marks in Gen.Elements("◎◎◎", "○×－", "－－－") from source in word from date in Gen.Elements("", "2027-04-01")
                       from major in text from middle in text from minor in text
                       select new[] { major, middle, minor, name, summary, reason, marks[..1], marks[1..2], marks[2..], "例示", date, "", "", remarks, source };
        var item = from name in word from romaji in word from type in Gen.Elements("X", "Ｎ", "9V", "DATE") from length in Gen.Elements("", "15", "8,2") from condition in text from sample in text from remarks in text from source in word
                   select new[] { name, romaji, type, length, condition, sample, remarks, source };
        var code = from name in word from content in word from remarks in text select new[] { name, content, remarks };
        var linkage = from name in word from provider in word from trigger in word from remarks in text select new[] { name, provider, trigger, remarks };
        var standard = from functions in function.NonEmptyListOf() from items in item.ListOf() from codes in code.ListOf() from linkages in linkage.ListOf() select (functions, items, codes, linkages);

        Prop.ForAll(standard.ToArbitrary(), x =>
        {
            using var folder = new ImportFolder();
            var written = new Dictionary<string, string>
            {
                ["functions.csv"] = CsvTable.Format(ImportedFunction.Header, x.functions.Select((f, i) => (IReadOnlyList<string>)[$"見本-{i + 1}.1", f[0], f[1], f[2], f[3], f[4], f[5], f[6], f[7], f[8], f[9], f[10], f[11], f[12], f[13], f[14]])),
                ["data-items.csv"] = CsvTable.Format(ImportedItem.Header, x.items.Select((d, i) => (IReadOnlyList<string>)[$"0310{i:0000}", d[0], $"{d[1]}{i}", "組", "○", "", "", "", "", d[2], d[3], "", "", "任意", d[4], "見本-1.1 見本-2.1", "", d[5], d[6], d[7]])),
                ["codes.csv"] = CsvTable.Format(ImportedCode.Header, x.codes.Select((c, i) => (IReadOnlyList<string>)[$"{i:000}", c[0], "1", c[1], c[2], "見本"])),
                ["linkages.csv"] = CsvTable.Format(ImportedLinkage.Header, x.linkages.Select((l, i) => (IReadOnlyList<string>)[$"031o{i:000}", l[0], l[1], "乙", l[2], "REST", "", "03100000", "", l[3], "見本"])),
            };
            Directory.CreateDirectory(folder.Standard);
            foreach (var (name, content) in written)
            {
                File.WriteAllText(Path.Combine(folder.Standard, name), content);
            }

            var book = Path.Combine(folder.Path, "export.xlsx");
            File.WriteAllBytes(book, StandardWorkbook.Of(folder.Standard, "見本"));
            foreach (var name in written.Keys)
            {
                File.Delete(Path.Combine(folder.Standard, name));
            }

            var report = WorkbookImport.Import([book], folder.Standard, dryRun: false);
            report.NotUnderstood.Should().BeEmpty();
            foreach (var (name, content) in written.Where(file => file.Value.Count(c => c == '\n') > 1))
            {
                File.ReadAllText(Path.Combine(folder.Standard, name)).Should().Be(content, "{0} comes back", name);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_checked_in_standards_come_back_with_every_cell_understood()
    {
        foreach (var original in StandardLoader.Folders(Path.Combine(Some.Root, "standards")))
        {
            using var folder = new ImportFolder();
            var copy = Path.Combine(folder.Path, Path.GetFileName(Path.GetDirectoryName(original)!), "1.0");
            foreach (var file in Directory.GetFiles(original, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".csv" || Path.GetFileName(file) == "findings.csv" || file.Contains("tables", StringComparison.Ordinal))
                .Where(file => !AttachedFile.Folders.Any(of => Path.GetFileName(Path.GetDirectoryName(file)) == of.Folder)))
            {
                var target = Path.Combine(copy, Path.GetRelativePath(original, file));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }

            var book = Path.Combine(folder.Path, "export.xlsx");
            File.WriteAllBytes(book, StandardWorkbook.Of(original, "写し"));
            WorkbookImport.Import([book], copy, dryRun: false).NotUnderstood.Should().BeEmpty();
            if (!File.Exists(Path.Combine(copy, "codes.csv")))
            {
                File.Copy(Path.Combine(original, "codes.csv"), Path.Combine(copy, "codes.csv"));
            }

            foreach (var of in AttachedFile.Folders.Where(of => Directory.Exists(Path.Combine(original, of.Folder))))
            {
                foreach (var file in Directory.GetFiles(Path.Combine(original, of.Folder), "*" + of.Ending))
                {
                    File.ReadAllBytes(Path.Combine(copy, of.Folder, Path.GetFileName(file))).Should().Equal(File.ReadAllBytes(file), "{0} comes back", file);
                }
            }

            var (before, after) = (StandardLoader.Load(original), StandardLoader.Load(copy));
            Conformance.Spec.Comparison.StandardComparison.Between(before, after).Differences.Should().BeEmpty("{0} was exported and imported", original);
            after.Functions.Select(function => function.Source).Should().Equal(before.Functions.Select(function => function.Source));
        }
    }

    [Fact]
    public void Whatever_stands_in_flows_forms_and_interfaces_comes_back_the_same()
    {
        var line = Gen.Elements([.. s_pieces.Where(piece => piece != "\n"), "  ", "|", "- {label: 氏名}", "_x000D_"]).ListOf().Select(string.Concat);
        var file = line.ListOf().Select(lines => string.Join('\n', lines) + "\n");
        Prop.ForAll((from flow in file from form in file from second in file from api in file select new[] { flow, form, second, api }).ToArbitrary(), x =>
        {
            using var folder = new ImportFolder();
            string[] names = ["flows/031-1.bpmn", "forms/申込書 (1).yaml", "forms/b.yaml", "interfaces/a-2.0.yaml"];
            Directory.CreateDirectory(folder.Standard);
            foreach (var (name, text) in names.Zip(x))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder.Standard, name))!);
                File.WriteAllText(Path.Combine(folder.Standard, name), text);
            }

            var book = Path.Combine(folder.Path, "export.xlsx");
            File.WriteAllBytes(book, StandardWorkbook.Of(folder.Standard, "見本"));
            Array.ForEach(names, name => File.Delete(Path.Combine(folder.Standard, name)));

            WorkbookImport.Import([book], folder.Standard, dryRun: false).NotUnderstood.Should().BeEmpty();
            foreach (var (name, text) in names.Zip(x))
            {
                File.ReadAllText(Path.Combine(folder.Standard, name)).Should().Be(text, "{0} comes back", name);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("forms/a.yaml", true)]
    [InlineData("flows/031-1-fuban.bpmn", true)]
    [InlineData("forms/../standard.yaml", false)]
    [InlineData("../a.yaml", false)]
    [InlineData("/etc/passwd", false)]
    [InlineData("forms/.a.yaml", false)]
    [InlineData("forms/a.bpmn", false)]
    [InlineData("contracts.yaml", false)]
    [InlineData("forms\\a.yaml", false)]
    public void Only_files_of_the_three_folders_are_written(string path, bool allowed) => AttachedFile.IsAllowed(path).Should().Be(allowed);

    [Fact]
    public void The_exported_workbook_is_valid()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(StandardWorkbook.Of(Some.Folder, "写し")), false);

        new OpenXmlValidator().Validate(document).Select(error => error.Description).Should().BeEmpty();
    }
}
