using System.IO.Compression;
using Conformance.Spec.Import;
using Conformance.Spec.Import.Sheets;

namespace Conformance.Spec.Tests.Import;

/// <summary>Whatever happens to the bytes, an import reads them or refuses them; and it accounts for every cell it reads.</summary>
public sealed class DamagedWorkbookTests
{
    [Fact]
    public void A_workbook_with_damaged_XML_is_read_or_refused_but_never_breaks_the_import()
    {
        using var folder = new ImportFolder();
        var whole = File.ReadAllBytes(SyntheticWorkbook.WithItems(SyntheticWorkbook.Item()).Merge(4, 1, 4, 2).Number(5, 5, 3).Save(folder.Path));
        var random = new Random(20230929);
        var refused = 0;
        for (var round = 0; round < 150; round++)
        {
            var path = Path.Combine(folder.Path, "damaged.xlsx");
            File.WriteAllBytes(path, whole);
            Damage(path, random);
            try
            {
                WorkbookImport.Import([path], folder.Standard, dryRun: true);
            }
            catch (BadInputException)
            {
                refused++;
            }
        }

        refused.Should().BeInRange(20, 149);
    }

    [Fact]
    public void Every_cell_is_counted_as_understood_or_listed()
    {
        using var folder = new ImportFolder();
        var random = new Random(31);
        string[] texts = ["e", "■", "備考", "凡例", "概要", "■表題", "第1版", "031", "※欄外", "項目名：説明", "あ", "1"];
        for (var round = 0; round < 60; round++)
        {
            var workbook = SyntheticWorkbook.WithItems(SyntheticWorkbook.Item(), SyntheticWorkbook.Item(serial: "2", romaji: "b"));
            for (var i = 0; i < 8; i++)
            {
                // Right of the items and below them, where nothing belongs.
                var row = random.Next(4, 12);
                workbook.Text(row, random.Next(row < 7 ? 17 : 3, 22), texts[random.Next(texts.Length)]);
            }

            var path = workbook.Save(folder.Path);
            var cells = Workbook.Read(path).Sheets.Sum(sheet => sheet.Cells.Count);
            var report = WorkbookImport.Import([path], folder.Standard, dryRun: true);
            (report.Understood.Sum(tally => tally.Count) + report.NotUnderstood.Count(problem => problem.Code == "CF3030")).Should().Be(cells);
            report.Items.Should().HaveCount(2);
        }
    }

    [Fact]
    public void A_hyperlink_that_is_no_URI_does_not_make_the_workbook_unreadable()
    {
        using var folder = new ImportFolder();
        var path = SyntheticWorkbook.WithItems(SyntheticWorkbook.Item()).Save(folder.Path);
        using (var archive = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            var sheet = archive.Entries.Single(IsSheet).FullName;
            var rels = sheet[..(sheet.LastIndexOf('/') + 1)] + "_rels" + sheet[sheet.LastIndexOf('/')..] + ".rels";
            using var writer = new StreamWriter(archive.CreateEntry(rels).Open());
            writer.Write("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"h1\" TargetMode=\"External\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"mailto:info@city.example.jp；係@x:://\"/></Relationships>");
        }

        folder.Import(path).Items.Should().ContainSingle();
    }

    private static bool IsSheet(ZipArchiveEntry entry) =>
        entry.FullName.Contains("worksheets/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal);

    /// <summary>Deletes, doubles or changes some characters of one part.</summary>
    private static void Damage(string path, Random random)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        var parts = archive.Entries.ToList();
        var entry = parts[random.Next(parts.Count)];
        string text;
        using (var reader = new StreamReader(entry.Open()))
        {
            text = reader.ReadToEnd();
        }

        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        text = random.Next(3) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            _ => text.Remove(at, length).Insert(at, new string((char)random.Next('0', 'z'), length)),
        };
        var name = entry.FullName;
        entry.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
